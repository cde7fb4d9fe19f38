"""注销通报 licence-report: the monthly list of cancelled licences (海南·八(四)).

The health department sends it. A month's list is registered even where nobody stands in it: then
it was looked at. What it says of a hospital that holds prepayment is a `recall` of its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from ledger.events import words
from ledger.events.base import word
from ledger.events.register import Register


@dataclass(frozen=True, slots=True, kw_only=True)
class LicenceReport(Register):
    """The list of `month` (`2026-05`), come in on `date`: how many it names, and of those, ours."""

    KIND: ClassVar[str] = "licence-report"
    PAPERS: ClassVar[tuple[str, ...]] = ("licence-list",)

    month: str = word("月份", words.as_month)
    listed: int = word("通报家数", words.as_count)
    concerned: int = word("涉及预付金家数", words.as_count)
