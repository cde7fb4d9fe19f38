"""停拨结算 payment-stop: settlements to a hospital stop, or go on again (甘肃·六; 海南·七(三))."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from ledger.basis.terms import SWITCHES
from ledger.events import words
from ledger.events.base import hospital_word, word
from ledger.events.register import Register


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentStop(Register):
    """Settlements stopped (`on`) or resumed (`off`) from `date`."""

    KIND: ClassVar[str] = "payment-stop"
    PAPERS: ClassVar[tuple[str, ...]] = ("stop-notice",)

    hospital: str = hospital_word()
    switch: str = word("停拨或恢复", words.one_of(SWITCHES, "停拨或恢复"))
