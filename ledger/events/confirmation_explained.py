"""对账说明 confirmation-explained: why a hospital's difference, or its silence, is in order.

It may also stand on a letter that the hospital agreed to, where the books have changed since.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from ledger.events import words
from ledger.events.base import hospital_word, word
from ledger.events.confirming import letter_findings
from ledger.events.register import Register

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ledger.basis.errors import Finding
    from ledger.policy.facts import Facts


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmationExplained(Register):
    """The reason (差异说明, 未回函原因) for the letter whose key is `letter`, with its paper."""

    KIND: ClassVar[str] = "confirmation-explained"
    PAPERS: ClassVar[tuple[str, ...]] = ("confirmation-note",)

    hospital: str = hospital_word()
    letter: str = word("对账函", words.as_text)
    reason: str = word("原因", words.as_text)

    def findings(self, facts: Facts) -> Iterator[Finding]:
        """Refuse what names no letter, or another hospital's."""
        yield from Register.findings(self, facts)
        yield from letter_findings(self, self.letter, facts)
