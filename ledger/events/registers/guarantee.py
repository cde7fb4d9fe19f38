"""担保 guarantee: a non-public hospital's deed on its own property (海南·四(三))."""

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
class Guarantee(Register):
    """A guarantee given on `date` that holds through `until` (None: without end)."""

    KIND: ClassVar[str] = "guarantee"
    PAPERS: ClassVar[tuple[str, ...]] = ("guarantee-deed",)

    hospital: str = hospital_word()
    until: datetime.date | None = word("有效期至", words.as_date, default=None)

    def findings(self, facts: Facts) -> Iterator[Finding]:
        """Refuse an end that lies before the beginning."""
        yield from Register.findings(self, facts)
        yield from until_findings(self, self.until)
