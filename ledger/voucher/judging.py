"""One judgement of units of events, asked alike at 制单 and at 记账: by day of the fact and row.

Units are worked out in that order and first looked at together. Where anything is wrong they
are taken one by one, so that a refused unit leaves no trace in what the next is judged by.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import TYPE_CHECKING

from ledger.basis.errors import Refused
from ledger.basis.statutory import (
    DISBURSEMENT_ACCOUNT,
    FISCAL_ACCOUNT,
    TEMPORARY_PAYMENT,
    TEMPORARY_RECEIPT,
)
from ledger.basis.terms import BANKS
from ledger.events.corrections.correcting import fact_day
from ledger.voucher.overdraft import overdrafts
from ledger.voucher.resting import changes_something, told_of
from ledger.voucher.running import moving, work_out

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from ledger.basis.errors import Finding
    from ledger.events.base import Event
    from ledger.masters.chart import Account
    from ledger.policy.facts import Facts
    from ledger.voucher.cited import Cited
    from ledger.voucher.leaves import Leaves
    from ledger.voucher.resting import Rest
    from ledger.voucher.running import Candidate

#: Leaves that any row may move, and the words by which a row names a hospital.
SHARED_LEAVES = (
    FISCAL_ACCOUNT,
    DISBURSEMENT_ACCOUNT,
    f"{TEMPORARY_RECEIPT}.01",
    f"{TEMPORARY_RECEIPT}.02",
    f"{TEMPORARY_PAYMENT}.03",
)
NAMING = ("hospital", "successor")
#: Words that say which leaf is moved; where a rule of form finds one of them wrong, it may be
#: another leaf. A bank account that is not permitted may be the wrong one too.
LEAF_WORDS = ("hospital", "successor", "year", "counterparty", "lower_area", "upper_area")
BANK_WORDS = ("from", "to", "account")


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitWorked:
    """Events that are refused or pass together, worked out: what is wrong, what they would post.

    `place` is their place in what was given. `candidates` are there also where the events are
    refused, () where their words are too unclear to tell.
    """

    place: int
    events: tuple[Event, ...]
    findings: tuple[Finding, ...]
    candidates: tuple[Candidate, ...]

    def wrong(self, words: Collection[str], *, form: bool = True) -> bool:
        """Whether a finding (only a rule of form, if so asked) points at one of the words."""
        return any(word in words for word in self.wrong_words(form=form))

    def wrong_words(self, *, form: bool, key: str = "") -> set[str]:
        """Name the words at which findings point: of all events, or of the one with a key."""
        return {
            finding.field.partition(" ")[0]
            for finding in self.findings
            if not (form and finding.permission) and key in ("", finding.key)
        }

    def unsure_leaves(self) -> set[str]:
        """Name its own leaves that may be others, as the words that name them are wrong."""
        unsure = set()
        for candidate in self.candidates:
            event = candidate.event
            leaf = self.wrong_words(form=True, key=event.key) & set(LEAF_WORDS)
            bank = self.wrong_words(form=False, key=event.key) & set(BANK_WORDS)
            for leg in candidate.legs:
                for account in (leg.debit, leg.credit):
                    if any(names(event, word, account) for word in (*leaf, *bank)):
                        unsure.add(account.code)
        return unsure

    def would_help(self, leaves: Leaves) -> set[str]:
        """Name the leaves to which it would have brought something, as far as it can be told."""
        if self.candidates and not self.wrong((*LEAF_WORDS, *BANK_WORDS)):
            return self.brings(leaves)
        named = {getattr(event, name, "") for event in self.events for name in NAMING}
        return {*SHARED_LEAVES, *named} - {""}

    def brings(self, leaves: Leaves) -> set[str]:
        """Name the leaves to which its legs bring something."""
        moved = Counter[str]()
        for candidate in self.candidates:
            for code, fen in leaves.nets_of(candidate.legs):
                moved[code] += fen * leaves.sides[code]
        return {code for code, fen in moved.items() if fen > 0}


def names(event: Event, word: str, account: Account) -> bool:
    """Return whether a word of an event says that it is this account that is moved."""
    if word == "year":
        return bool(account.year)
    if word in BANK_WORDS:
        named = getattr(event, word if word == "account" else f"{word}_account", "")
        # What names none goes by a rule: any of the bank accounts may be the wrong one.
        return account.base.startswith(named) if named else account.base in BANKS
    named = getattr(event, word, "")
    if word == "successor":
        return account.hospital == named != event.hospital
    return bool(named) and named in (account.hospital, account.counterparty)


@dataclass(slots=True, kw_only=True)
class Judged:
    """What passed, and every finding, by the place of its unit.

    `codes` are what a unit's own checks found when it was last tried.
    """

    passed: dict[int, tuple[Candidate, ...]] = field(default_factory=dict)
    findings: dict[int, tuple[Finding, ...]] = field(default_factory=dict)
    codes: dict[int, set[str]] = field(default_factory=dict)

    def told(self) -> list[Finding]:
        """List every finding, in the order in which the units were given."""
        return [found for place in sorted(self.findings) for found in self.findings[place]]

    def note(self, unit: UnitWorked, found: tuple[Finding, ...]) -> None:
        """Keep what a try of a unit came to: it passed, or what is wrong with it."""
        place = unit.place
        if not found:
            self.passed[place] = unit.candidates
            self.findings.pop(place, None)
            return
        # What has passed meanwhile may give what was lacking; it explains nothing else.
        earlier = self.codes.get(place)
        self.codes[place] = {finding.code for finding in unit.findings}
        if earlier is None or not earlier <= self.codes[place]:
            self.findings[place] = found


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubts:
    """Leaves of which nothing can be said: `always`, its `own`, or which others would help."""

    always: Collection[str]
    helped: Mapping[str, int]
    own: Collection[str]
    helps: Collection[str]

    def __contains__(self, name: object) -> bool:
        others = self.helped.get(str(name), 0) - (name in self.helps)
        return name in self.always or name in self.own or others > 0


def draw(units: Sequence[Sequence[Event]], facts: Facts, cited: Cited) -> list[UnitWorked]:
    """Work units out in order of day and row; what passes its own checks counts for the next."""
    days = [min(fact_day(event, facts) for event in unit) for unit in units]
    ordered = sorted(range(len(units)), key=lambda place: (days[place], place))
    return [draw_unit(place, units[place], facts, cited, noting=True) for place in ordered]


def draw_unit(
    place: int, events: Sequence[Event], facts: Facts, cited: Cited, *, noting: bool
) -> UnitWorked:
    """Work one unit out; its events count for one another, and later, where they are noted."""
    findings: list[Finding] = []
    drawn: list[Candidate | None] = []
    for event in events:
        candidate, refused = work_out(event, facts)
        findings += refused
        if candidate is not None and noting:
            cited.note(event, candidate.breached)
        drawn.append(candidate or guessed(event, facts))
    candidates = tuple(filter(None, drawn))
    return UnitWorked(
        place=place,
        events=tuple(events),
        findings=tuple(findings),
        candidates=candidates if is_clear(events, candidates, findings) else (),
    )


def is_clear(
    events: Sequence[Event], candidates: Sequence[Candidate], findings: Sequence[Finding]
) -> bool:
    """Return whether candidates tell all that events would move.

    A correction that is refused is made anew: of its balances there is nothing to say yet.
    """
    redone = bool(findings) and any(event.corrects for event in events)
    return len(candidates) == len(events) and not redone


def guessed(event: Event, facts: Facts) -> Candidate | None:
    """Return what a refused event would take; None where its words do not tell."""
    try:
        return moving(event, facts, event.claims(facts))
    except (Refused, AssertionError, LookupError, ValueError):
        # An event that its checks refuse need have no legs: nothing is said of its balances.
        return None


def together(drawn: Sequence[UnitWorked], leaves: Leaves, rest: Rest) -> Judged | None:
    """Let all units count at once; None where anything is wrong with any of them."""
    if any(unit.findings for unit in drawn):
        return None
    candidates = list(chain.from_iterable(unit.candidates for unit in drawn))
    leaves.add(candidates)
    events = list(chain.from_iterable(unit.events for unit in drawn))
    if leaves.shortages(candidates) or rest.told(events):
        leaves.add(candidates, sign=-1)
        return None
    return Judged(passed={unit.place: unit.candidates for unit in drawn})


def one_by_one(
    drawn: Sequence[UnitWorked],
    facts: Facts,
    cited: Cited,
    leaves: Leaves,
    *,
    doubtful: Collection[str],
    owing: Mapping[str, Mapping[int, int]],
    rest: Rest,
) -> Judged:
    """Judge units one after the other, each on what has passed; say everything that is wrong.

    What is refused is tried again once the rest has been: the order of rows decides nothing that
    days do not. Of leaves to which other refused rows would have brought something, or which
    unread ones (`doubtful`) name, nothing is said: that follows from another mistake.
    """
    judged = Judged()
    helps = {unit.place: unit.would_help(leaves) for unit in drawn if unit.findings}
    helped = Counter(chain.from_iterable(helps.values()))
    waiting: Sequence[UnitWorked] = drawn
    tried = -1
    while len(waiting) != tried:
        tried, refused = len(waiting), []
        for unit in waiting:
            doubts = Doubts(always=doubtful, helped=helped, own=(), helps=helps.get(unit.place, ()))
            again, found = attempt(unit, facts, cited, leaves, doubts, owing, rest)
            judged.note(again, found)
            if found:
                refused.append(unit)
        waiting = refused
    return judged


def attempt(
    unit: UnitWorked,
    facts: Facts,
    cited: Cited,
    leaves: Leaves,
    doubts: Doubts,
    owing: Mapping[str, Mapping[int, int]],
    rest: Rest,
) -> tuple[UnitWorked, tuple[Finding, ...]]:
    """Try one unit on what has passed so far, and say all that is wrong with it.

    A refused one leaves nothing behind.
    """
    alone = len(unit.events) == 1 and not changes_something(unit.events[0])
    before = None if alone else cited.copied()
    again = draw_unit(unit.place, unit.events, facts, cited, noting=not alone)
    leaves.add(again.candidates)
    resting = [] if again.findings else rest.told(unit.events)
    # What something that rests on it has told, its balance need not tell again.
    unsure = again.unsure_leaves() | told_of(resting, unit.events)
    short = overdrafts(
        again.candidates,
        facts,
        leaves,
        replace(doubts, own=unsure),
        owing,
        dated=not again.wrong(("date",)),
        booked=not again.wrong(("booked",)),
    )
    found = [*again.findings, *resting, *rest.leaning(list(short), again.candidates)]
    if found:
        leaves.add(again.candidates, sign=-1)
        if before is not None:
            cited.restore(before)
    elif alone:
        cited.note(unit.events[0], again.candidates[0].breached)
    return again, tuple(found)
