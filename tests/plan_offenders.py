"""The readers that still walk a growing table by the book alone: a ratchet, which only shrinks.

Each is named as `ledger/store/FILE.py FUNCTION`, with what keeps it here. Whoever mends one takes
its line away; test_plans.py fails where a line is missing, and where one is no longer needed.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

#: It walks whatever the planner knows.
ALWAYS = "to do"
#: SQLite walks while it has no statistics, as in every office: often for the sake of an ORDER BY.
GUESSING = "to do, without statistics"
OFFENDERS: Mapping[str, str] = MappingProxyType(
    {
        "ledger/store/acts.py read_acts": ALWAYS,
        "ledger/store/approvals.py read_approvals": GUESSING,
        "ledger/store/approvals.py read_approvals_of": GUESSING,
        "ledger/store/approved.py read_approved": GUESSING,
        "ledger/store/assess.py read_made": GUESSING,
        "ledger/store/assess.py read_registers": ALWAYS,
        "ledger/store/assess.py return_days": ALWAYS,
        "ledger/store/bank_books.py read_moved": GUESSING,
        "ledger/store/brought.py read_brought": GUESSING,
        "ledger/store/confirm.py asked_otherwise": GUESSING,
        "ledger/store/confirm.py read_alternative_checks": GUESSING,
        "ledger/store/confirm.py read_confirming": ALWAYS,
        "ledger/store/confirm.py read_explaining": ALWAYS,
        "ledger/store/confirm.py read_numbers": ALWAYS,
        "ledger/store/documents.py read_stated": GUESSING,
        "ledger/store/dues.py read_approved": GUESSING,
        "ledger/store/facts.py read_begun_with": ALWAYS,
        "ledger/store/facts.py read_court_cases": ALWAYS,
        "ledger/store/facts.py read_fundings": ALWAYS,
        "ledger/store/memorandum.py read_moving": ALWAYS,
        "ledger/store/memorandum.py read_touching": GUESSING,
        "ledger/store/movements.py balances_on": GUESSING,
        "ledger/store/movements.py read_movements": GUESSING,
        "ledger/store/opening_ties.py read_compared": ALWAYS,
        "ledger/store/opening_ties.py read_opening_totals": ALWAYS,
        "ledger/store/opening_ties.py read_stated": GUESSING,
        "ledger/store/papers.py read_new_papers": ALWAYS,
        "ledger/store/platform.py candidates": ALWAYS,
        "ledger/store/platform.py read_recall_keys": GUESSING,
        "ledger/store/proof.py control_sums": ALWAYS,
        "ledger/store/proof.py number_facts": ALWAYS,
        "ledger/store/proof.py period_totals": GUESSING,
        "ledger/store/proof.py read_chain_years": ALWAYS,
        "ledger/store/registers.py read_register_entries": ALWAYS,
        "ledger/store/registers.py read_withdrawals": ALWAYS,
        "ledger/store/registers.py standing_acknowledgements": ALWAYS,
        "ledger/store/settled.py may_be_late": GUESSING,
        "ledger/store/settled.py read_booked_later": ALWAYS,
        "ledger/store/settled.py read_days": GUESSING,
        "ledger/store/settled.py read_summed": GUESSING,
        "ledger/store/standing.py read_amended": ALWAYS,
        "ledger/store/standing.py read_lost": GUESSING,
        "ledger/store/tie_out.py read_posted_events": GUESSING,
        "ledger/store/uncalled.py read_left": GUESSING,
        "ledger/store/vouchers.py read_legs": GUESSING,
        "ledger/store/vouchers.py read_papers": GUESSING,
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
