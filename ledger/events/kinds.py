"""The table of kinds. Adding a kind is adding a file and a line here."""

from __future__ import annotations

import functools
from types import MappingProxyType
from typing import TYPE_CHECKING

from ledger.events.base import words_of
from ledger.events.booked.allocation import Allocation
from ledger.events.booked.disbursement import Disbursement
from ledger.events.booked.interest import Interest
from ledger.events.booked.opening_balance import OpeningBalance
from ledger.events.booked.opening_check import OpeningCheck
from ledger.events.booked.pass_down import PassDown
from ledger.events.booked.pass_up import PassUp
from ledger.events.booked.payment_return import PaymentReturn
from ledger.events.booked.period_end import PeriodEnd
from ledger.events.booked.remittance import Remittance
from ledger.events.booked.repayment import Repayment
from ledger.events.booked.settlement_offset import SettlementOffset
from ledger.events.booked.succession import Succession
from ledger.events.booked.suspense import Suspense
from ledger.events.booked.suspense_out import SuspenseOut
from ledger.events.confirmations.alternative_check import AlternativeCheck
from ledger.events.confirmations.confirmation_answer import ConfirmationAnswer
from ledger.events.confirmations.confirmation_explained import ConfirmationExplained
from ledger.events.confirmations.confirmation_reminder import ConfirmationReminder
from ledger.events.confirmations.confirmation_sent import ConfirmationSent
from ledger.events.corrections.amend import Amend
from ledger.events.corrections.difference import Difference
from ledger.events.corrections.paper_correction import PaperCorrection
from ledger.events.corrections.red import Red
from ledger.events.corrections.withdrawal import Withdrawal
from ledger.events.losses.bankruptcy_claim import BankruptcyClaim
from ledger.events.losses.court_case import CourtCase
from ledger.events.losses.prior_write_off import PriorWriteOff
from ledger.events.losses.recovery import Recovery
from ledger.events.losses.write_off import WriteOff
from ledger.events.registers.acknowledgement import Acknowledgement
from ledger.events.registers.adjustment import Adjustment
from ledger.events.registers.agreement import Agreement
from ledger.events.registers.application import Application
from ledger.events.registers.assessment import Assessment
from ledger.events.registers.cure import Cure
from ledger.events.registers.fund_gate import FundGate
from ledger.events.registers.fund_report import FundReport
from ledger.events.registers.guarantee import Guarantee
from ledger.events.registers.licence_report import LicenceReport
from ledger.events.registers.payment_stop import PaymentStop
from ledger.events.registers.publication import Publication
from ledger.events.registers.recall import Recall
from ledger.events.registers.recall_lift import RecallLift
from ledger.events.registers.sanction import Sanction
from ledger.events.registers.suspension import Suspension

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ledger.events.base import Event, Word

ALL: tuple[type[Event], ...] = (
    OpeningBalance,
    Allocation,
    Disbursement,
    PaymentReturn,
    Repayment,
    Remittance,
    Suspense,
    SuspenseOut,
    Interest,
    SettlementOffset,
    WriteOff,
    Recovery,
    Succession,
    PassDown,
    PassUp,
    Application,
    Agreement,
    Guarantee,
    Suspension,
    Recall,
    RecallLift,
    PaymentStop,
    CourtCase,
    BankruptcyClaim,
    PriorWriteOff,
    LicenceReport,
    FundReport,
    Publication,
    Adjustment,
    Sanction,
    Cure,
    Withdrawal,
    PaperCorrection,
    Acknowledgement,
    FundGate,
    Assessment,
    ConfirmationSent,
    ConfirmationAnswer,
    ConfirmationExplained,
    ConfirmationReminder,
    AlternativeCheck,
    OpeningCheck,
    Red,
    Difference,
    Amend,
    PeriodEnd,
)
KINDS: Mapping[str, type[Event]] = MappingProxyType({kind.KIND: kind for kind in ALL})
#: The kinds of 登记事项: no legs, no voucher.
LEGLESS = frozenset(kind.KIND for kind in ALL if kind.LEGLESS)


@functools.cache
def spelled(kind: str) -> Mapping[str, Word]:
    """List the words of a kind by attribute; worked out once, a file has thousands of rows."""
    return words_of(KINDS[kind])
