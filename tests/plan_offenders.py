"""The readers that still walk a growing table by the book alone: a ratchet, which only shrinks.

Each is named as `ledger/store/FILE.py FUNCTION`, with what keeps it here. Whoever mends one takes
its line away; test_plans.py fails where a line is missing, and where one is no longer needed.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

TO_DO = "to do"
OFFENDERS: Mapping[str, str] = MappingProxyType(
    {
        "ledger/store/acts.py read_acts": TO_DO,
        "ledger/store/approvals.py read_approvals": TO_DO,
        "ledger/store/approvals.py read_approvals_of": TO_DO,
        "ledger/store/approved.py read_approved": TO_DO,
        "ledger/store/assess.py read_made": TO_DO,
        "ledger/store/assess.py read_registers": TO_DO,
        "ledger/store/assess.py return_days": TO_DO,
        "ledger/store/bank_books.py read_moved": TO_DO,
        "ledger/store/brought.py read_brought": TO_DO,
        "ledger/store/confirm.py asked_otherwise": TO_DO,
        "ledger/store/confirm.py read_alternative_checks": TO_DO,
        "ledger/store/confirm.py read_confirming": TO_DO,
        "ledger/store/confirm.py read_explaining": TO_DO,
        "ledger/store/confirm.py read_numbers": TO_DO,
        "ledger/store/dues.py read_approved": TO_DO,
        "ledger/store/facts.py read_begun_with": TO_DO,
        "ledger/store/facts.py read_court_cases": TO_DO,
        "ledger/store/facts.py read_fundings": TO_DO,
        "ledger/store/facts.py read_stated": TO_DO,
        "ledger/store/memorandum.py read_moving": TO_DO,
        "ledger/store/memorandum.py read_touching": TO_DO,
        "ledger/store/movements.py balances_on": TO_DO,
        "ledger/store/movements.py read_movements": TO_DO,
        "ledger/store/opening_ties.py read_compared": TO_DO,
        "ledger/store/opening_ties.py read_opening_totals": TO_DO,
        "ledger/store/opening_ties.py read_stated": TO_DO,
        "ledger/store/papers.py read_new_papers": TO_DO,
        "ledger/store/platform.py candidates": TO_DO,
        "ledger/store/platform.py read_recall_keys": TO_DO,
        "ledger/store/proof.py control_sums": TO_DO,
        "ledger/store/proof.py number_facts": TO_DO,
        "ledger/store/proof.py period_totals": TO_DO,
        "ledger/store/proof.py read_chain_years": TO_DO,
        "ledger/store/registers.py read_register_entries": TO_DO,
        "ledger/store/registers.py read_withdrawals": TO_DO,
        "ledger/store/registers.py standing_acknowledgements": TO_DO,
        "ledger/store/settled.py may_be_late": TO_DO,
        "ledger/store/settled.py read_booked_later": TO_DO,
        "ledger/store/settled.py read_days": TO_DO,
        "ledger/store/settled.py read_summed": TO_DO,
        "ledger/store/standing.py read_amended": TO_DO,
        "ledger/store/standing.py read_lost": TO_DO,
        "ledger/store/tie_out.py read_posted_events": TO_DO,
        "ledger/store/uncalled.py read_left": TO_DO,
        "ledger/store/vouchers.py read_legs": TO_DO,
        "ledger/store/vouchers.py read_papers": TO_DO,
    }
)
#: Readers that the run of plan_run.py does not reach, with the reason.
UNREACHED: Mapping[str, str] = MappingProxyType(
    {
        "ledger/store/acts.py server_moment": "asked of PostgreSQL, by the machine's own clock",
        "ledger/store/assess_lists.py replace_payments": "its own statements are for lists of thousands; hospital_payment alone",
        "ledger/store/dues.py read_written_off": "of halted hospitals alone",
        "ledger/store/engine.py prepare_sqlite": "sends pragmas past the engine",
        "ledger/store/facts.py read_event": "nobody calls it",
        "ledger/store/histories.py read_redone": "of facts taken back and told anew alone; by its keys",
        "ledger/store/schema_check.py guard_faults": "asked of PostgreSQL; no table of ours",
    }
)
