"""推定 on which money hangs: a line or a gate is worked out under each reading, and compared.

A presumption that no notice settles is asked of a person where its readings come to different
money, with the figures of each; where they come to the same, it stays a presumption.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeVar

from ledger.assessment.asked import SUPPOSED, WEIGHED, Unsettled
from ledger.basis.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ledger.assessment.asked import Asking, AssessmentRules
    from ledger.basis.errors import Finding

Worked = TypeVar("Worked")
#: How many hospitals or funds a question names before it only counts them.
NAMED_MAX = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighing:
    """The presumptions found to move money: by name, whose, and what each reading comes to."""

    told: dict[str, dict[str, None]] = field(default_factory=dict)

    def weigh(
        self,
        work: Callable[[AssessmentRules], Worked],
        shown: Callable[[Worked], str],
        asking: Asking,
        whose: str,
    ) -> frozenset[str]:
        """Work something out under every reading that it leans on; return what it can come to.

        An open choice is supposed, as elsewhere; a reading whose figures cannot be used, or that
        waits for a choice that nobody can suppose, decides nothing.
        """
        leaning = replace(asking, leaned={})
        try:
            result = work(leaning)
        except Unsettled as question:
            return self.either(work, shown, asking, whose, question.name)
        except Refused:
            return frozenset()
        if not leaning.leaned:
            return frozenset((shown(result),))
        name = next(iter(leaning.leaned))
        branches = {
            reading: self.weigh(work, shown, asking.supposing(name, reading), whose)
            for reading in WEIGHED[name]
        }
        ends = {reading: come for reading, come in branches.items() if come}
        if len(set(ends.values())) > 1:
            figures = "，".join(f"{reading} {'或'.join(sorted(e))}" for reading, e in ends.items())
            self.told.setdefault(name, {})[f"{whose}：{figures}"] = None
        return frozenset().union(*branches.values())

    def either(
        self,
        work: Callable[[AssessmentRules], Worked],
        shown: Callable[[Worked], str],
        asking: Asking,
        whose: str,
        name: str,
    ) -> frozenset[str]:
        """Go on under each reading that is supposed of an open choice."""
        found: frozenset[str] = frozenset()
        for reading in SUPPOSED.get(name, ()):
            found |= self.weigh(work, shown, asking.supposing(name, reading), whose)
        return found

    def questions(self, rules: AssessmentRules) -> Iterator[Finding]:
        """Ask for every presumption that moves money, with what each reading comes to."""
        for name, whose in self.told.items():
            named = list(whose)
            rest = f"；等 {len(named)} 处" if named[NAMED_MAX:] else ""
            figures = f"。各读法算出：{'；'.join(named[:NAMED_MAX])}{rest}"
            try:
                rules.insist(name)
            except Refused as refusal:
                for finding in refusal.findings:
                    yield replace(finding, message=f"{finding.message}{figures}")
