"""政策参数: every name that a profile may set, with its title, its shape and what it serves.

The notices fill this table; a profile that names anything else is refused. `items` are the
numbered lines of the two notices (G- 甘肃, H- 海南), the open questions (A-) and the
requirements (R-) that a parameter answers to. A word list closes what may be written.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from ledger.policy.parameters_assessed import AMOUNT, APPLYING, GATE, SCOPE
from ledger.policy.parameters_booked import (
    BOOKKEEPING,
    PAYING,
    RECALLING,
    RETURNING,
    SANCTIONS,
    WRITING_OFF,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ledger.policy.parameter import Parameter

#: Every name that a profile may set, in the order of a prepayment year.
PARAMETERS: Mapping[str, Parameter] = MappingProxyType(
    {
        **SCOPE,
        **GATE,
        **APPLYING,
        **AMOUNT,
        **SANCTIONS,
        **PAYING,
        **RETURNING,
        **RECALLING,
        **WRITING_OFF,
        **BOOKKEEPING,
    }
)

#: What a profile says for people to read: no figure and no refusal follows from these values,
#: whatever they are (their clauses are cited). A test proves that the list is complete and true.
FOR_PEOPLE = frozenset(
    (
        *("addressees", "application_to", "bankruptcy", "banned_uses", "basis", "court"),
        *("debit_balance", "decided_with", "fund_named", "gate_balance", "group_payee", "guidance"),
        *("holiday_calendar", "holiday_shift", "hospital_duties", "instrument_word", "issuers"),
        *("late_order", "late_partial", "late_sweep", "lead_may_file", "liability"),
        *("lower_counter", "members_apply_separately", "memorandum", "midyear_recall"),
        *("offset_same_fund", "old_working_capital", "one_account_each", "outside_budget"),
        *("overdue_recovery", "payee_ledger", "platform", "prepayment_account", "prepayment_year"),
        *("procurement_prepayment", "purposes", "rectified_required", "repeals", "request_flow"),
        *("return_channel", "rolling_settlement", "special_adjustment_by", "special_reasons"),
        *("successor_pays", "sweep_of_returns", "undertaking_required"),
    )
)
