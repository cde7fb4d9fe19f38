"""预付金协议 agreement: signed after the 经办机构's review (甘肃·二); payment waits for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from ledger.events.base import hospital_word, year_word
from ledger.events.register import Register


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement(Register):
    """The agreement signed with a hospital on `date` for prepayment year `year`."""

    KIND: ClassVar[str] = "agreement"
    PAPERS: ClassVar[tuple[str, ...]] = ("agreement",)

    hospital: str = hospital_word()
    year: int = year_word()
