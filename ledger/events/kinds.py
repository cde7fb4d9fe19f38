"""The table of kinds. Adding a kind is adding a file and a line here."""

from __future__ import annotations

import functools
from types import MappingProxyType
from typing import TYPE_CHECKING

from ledger.events.acknowledgement import Acknowledgement
from ledger.events.adjustment import Adjustment
from ledger.events.agreement import Agreement
from ledger.events.allocation import Allocation
from ledger.events.alternative_check import AlternativeCheck
from ledger.events.amend import Amend
from ledger.events.application import Application
from ledger.events.assessment import Assessment
from ledger.events.bankruptcy_claim import BankruptcyClaim
from ledger.events.base import words_of
from ledger.events.confirmation_answer import ConfirmationAnswer
from ledger.events.confirmation_explained import ConfirmationExplained
from ledger.events.confirmation_reminder import ConfirmationReminder
from ledger.events.confirmation_sent import ConfirmationSent
from ledger.events.court_case import CourtCase
from ledger.events.cure import Cure
from ledger.events.difference import Difference
from ledger.events.disbursement import Disbursement
from ledger.events.fund_gate import FundGate
from ledger.events.fund_report import FundReport
from ledger.events.guarantee import Guarantee
from ledger.events.interest import Interest
from ledger.events.licence_report import LicenceReport
from ledger.events.opening_balance import OpeningBalance
from ledger.events.opening_check import OpeningCheck
from ledger.events.paper_correction import PaperCorrection
from ledger.events.pass_down import PassDown
from ledger.events.pass_up import PassUp
from ledger.events.payment_return import PaymentReturn
from ledger.events.payment_stop import PaymentStop
from ledger.events.period_end import PeriodEnd
from ledger.events.prior_write_off import PriorWriteOff
from ledger.events.publication import Publication
from ledger.events.recall import Recall
from ledger.events.recall_lift import RecallLift
from ledger.events.recovery import Recovery
from ledger.events.red import Red
from ledger.events.remittance import Remittance
from ledger.events.repayment import Repayment
from ledger.events.sanction import Sanction
from ledger.events.settlement_offset import SettlementOffset
from ledger.events.succession import Succession
from ledger.events.suspense import Suspense
from ledger.events.suspense_out import SuspenseOut
from ledger.events.suspension import Suspension
from ledger.events.withdrawal import Withdrawal
from ledger.events.write_off import WriteOff

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
