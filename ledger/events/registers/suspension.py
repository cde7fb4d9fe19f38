"""中止协议 suspension: the service agreement is suspended from `date` (海南·四(一)、七(一)1)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from ledger.events import words
from ledger.events.base import hospital_word, word
from ledger.events.register import Register, until_findings

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator

    from ledger.basis.errors import Finding
    from ledger.policy.facts import Facts


@dataclass(frozen=True, slots=True, kw_only=True)
class Suspension(Register):
    """A suspension of the service agreement from `date` until `until` (None: still on)."""

    KIND: ClassVar[str] = "suspension"
    PAPERS: ClassVar[tuple[str, ...]] = ("suspension-notice",)

    hospital: str = hospital_word()
    until: datetime.date | None = word("中止至", words.as_date, default=None)

    def findings(self, facts: Facts) -> Iterator[Finding]:
        """Refuse an end that lies before the beginning."""
        yield from Register.findings(self, facts)
        yield from until_findings(self, self.until)
