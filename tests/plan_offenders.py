"""The readers that still walk a growing table by the book alone: a ratchet, which only shrinks.

Each is named as `ledger/store/FILE.py FUNCTION`, with what keeps it here. Whoever mends one takes
its line away; test_plans.py fails where a line is missing, and where one is no longer needed.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

OFFENDERS: Mapping[str, str] = MappingProxyType(
    {
        "ledger/store/acts.py read_acts": "the newest year of a chain: the last entry of an index",
        "ledger/store/bank/bank_books.py read_moved": "all that moved a bank account is what is matched",
        "ledger/store/signing/office.py read_chain_heads": "where every chain stands, once in an office's life: when signing is switched on",
        "ledger/store/relations/lines.py rows_of": "a bank account from its first day on, where 期初 are posted: nothing is closed yet",
    }
)
#: Readers that the run of plan_run.py does not reach, with the reason.
UNREACHED: Mapping[str, str] = MappingProxyType(
    {
        "ledger/store/acts.py server_moment": "asked of PostgreSQL, by the machine's own clock",
        "ledger/store/standing/assess_lists.py replace_payments": "its own statements are for lists of thousands; hospital_payment alone",
        "ledger/store/engine.py prepare_sqlite": "sends pragmas past the engine",
        "ledger/store/tables/schema_check.py guard_faults": "asked of PostgreSQL; no table of ours",
    }
)
