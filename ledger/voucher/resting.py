"""什么建立在什么上面: what rests on a fact is judged again once the fact is no longer as it was.

One rule for red, blue and 差额 vouchers, withdrawals, liftings and a newer 核定: each fact that
rests on what changed is asked the very questions that it was asked when it was recorded, before
and after, and what it answers anew refuses the change. What was told before is no news: an old
fact never stands in the way of a new one. The fact itself, said anew, is judged likewise.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import chain
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from ledger.basis.money import grouped
from ledger.basis.terms import EVENT_KINDS, FUNDS
from ledger.events.checks import form_findings
from ledger.events.corrections.withdrawal import Withdrawal
from ledger.voucher.leaves import moved_by, side
from ledger.voucher.registers import AREA_WIDE_KINDS
from ledger.voucher.shown import voucher_label

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from ledger.basis.errors import Finding
    from ledger.events.base import Event
    from ledger.policy.facts import Facts, PostedVoucher
    from ledger.voucher.cited import Cited
    from ledger.voucher.running import Candidate

#: What clears or passes on what a hospital holds.
CLEARING = ("repayment", "settlement-offset", "write-off", "succession")
#: What rests on a fact of each kind. Bank accounts carry everything and are left to the balances.
RESTING: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "opening-balance": ("disbursement", "suspense-out", *CLEARING),
        "allocation": ("disbursement",),
        "disbursement": ("payment-return", *CLEARING),
        "payment-return": ("disbursement",),
        "repayment": ("disbursement",),
        "succession": CLEARING,
        "write-off": ("recovery",),
        "suspense": ("suspense-out",),
        "pass-down": ("pass-up",),
        "application": ("disbursement",),
        "adjustment": ("disbursement",),
        "fund-gate": ("disbursement",),
        "assessment": ("disbursement",),
        "agreement": ("disbursement",),
        "guarantee": ("disbursement",),
        "recall": ("settlement-offset",),
        "recall-lift": ("disbursement",),
        "payment-stop": ("settlement-offset",),
        "court-case": ("write-off",),
        "bankruptcy-claim": ("write-off",),
        "prior-write-off": ("recovery",),
    }
)
#: What is registered in one book and read by the checks of every book of its area, in any year.
AREA_KINDS = (*AREA_WIDE_KINDS, "court-case")
#: Kinds that name no hospital in a column: all of a book's are looked at.
UNNAMED = ("suspense-out", "pass-up")
#: Findings of a leaf that a unit leaves too small.
OVERDRAWN = ("EXCEEDS_OUTSTANDING", "EXCEEDS_SUSPENSE", "EXCEEDS_PASSED_DOWN", "ACCOUNT_OVERDRAWN")
#: Dependents that a refusal names; of more it tells how many.
NAMED_MAX = 5


class Ground(NamedTuple):
    """A fact that is about to change: its kind, its hospitals and prepayment years.

    No hospital stands for every one, no year for every year.
    """

    kind: str
    hospitals: frozenset[str]
    years: frozenset[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dependent:
    """A posted fact that may rest on another: its voucher's label, and what it says now."""

    root: str
    label: str
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Watch:
    """What facts answered before a batch: `told` by the first voucher's id and each finding."""

    dependents: tuple[Dependent, ...]
    told: Mapping[str, tuple[tuple[str, str, str, str], ...]]
    sums: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Far:
    """Another book of the area: what may rest there on what a batch changes here."""

    watched: Watch
    facts: Facts
    cited: Cited


@dataclass(frozen=True, slots=True, kw_only=True)
class Rest:
    """What may rest on the facts that a batch changes, beside the facts that it is asked by."""

    watched: Watch
    facts: Facts
    cited: Cited
    far: tuple[Far, ...] = ()

    def told(self, events: Sequence[Event]) -> list[Finding]:
        """Say what stands no longer once these events are noted, here and in other books."""
        here = list(resting_findings(self.watched, events, self.facts, self.cited))
        return [*here, *(found for far in self.far for found in self.told_far(far, events))]

    def told_far(self, far: Far, events: Sequence[Event]) -> Iterator[Finding]:
        """Say what stands no longer in another book, which is left as it was."""
        cause = first_change(events)
        if cause is None:
            return
        before = far.cited.copied()
        for event in events:
            if event.KIND in (*AREA_KINDS, Withdrawal.KIND):
                far.cited.note(event)
        for item in far.watched.dependents:
            found = answers(item.events, far.facts, far.cited)
            for event, finding in news(found, far.watched.told[item.root], closely=False):
                said = summary_said(cause, self.facts)
                yield stands_on_it_far(
                    item, event, finding, cause=cause, said=said, facts=far.facts
                )
        far.cited.restore(before)

    def leaning(
        self, findings: Sequence[Finding], candidates: Sequence[Candidate]
    ) -> list[Finding]:
        """Name, beside a leaf that a correction leaves too small, what has drawn on it."""
        return with_leaning(findings, candidates, self.watched.dependents, self.facts)


def grounds_of(events: Iterable[Event], facts: Facts, cited: Cited) -> list[Ground]:
    """List the facts that a batch corrects, withdraws, lifts or decides anew."""
    grounds = [touched for event in events for touched in touched_by(event, facts, cited)]
    return [item for item in grounds if item.kind in RESTING]


def touched_by(event: Event, facts: Facts, cited: Cited) -> Iterator[Ground]:
    """Return what an event corrects, withdraws, lifts or decides anew."""
    wrong = facts.vouchers.get(event.corrects)
    if wrong is not None:
        yield ground(wrong.kind, places_corrected(wrong, cited))
    elif isinstance(event, Withdrawal):
        withdrawn = facts.registers.get(event.event)
        if withdrawn is not None:
            year = 0 if withdrawn.kind in AREA_KINDS else withdrawn.year
            yield ground(withdrawn.kind, [(withdrawn.hospital, year)])
    elif event.KIND == "recall-lift":
        yield ground("recall", [(event.hospital, 0)])
    elif event.KIND in ("assessment", "fund-gate"):
        yield ground(event.KIND, [(event.hospital, event.year)])


def places_corrected(wrong: PostedVoucher, cited: Cited) -> list[tuple[str, int]]:
    """List the hospitals and years that a voucher moved and its corrections move now."""
    history = cited.histories[wrong.root]
    accounts = [account for leg in history.legs() for account in (leg.debit, leg.credit)]
    places = [(account.hospital, account.year) for account in accounts if account.hospital]
    return places + [(event.hospital, event.year) for event in history.state(cited.chart)]


def ground(kind: str, places: Sequence[tuple[str, int]]) -> Ground:
    """Say what is about to change; one place without a hospital, or year, stands for all."""
    hospitals = frozenset(hospital for hospital, _ in places)
    years = frozenset(year for _, year in places)
    return Ground(
        kind=kind,
        hospitals=frozenset() if "" in hospitals and len(hospitals) == 1 else hospitals - {""},
        years=frozenset() if 0 in years and len(years) == 1 else years - {0},
    )


def watch(
    events: Sequence[Event], dependents: Sequence[Dependent], facts: Facts, cited: Cited
) -> Watch:
    """Ask, before a batch is noted, what rests on its grounds, and the facts that it changes."""
    changed = changed_roots(events, facts)
    rest = tuple(item for item in dependents if item.root not in changed)
    told = {item.root: answers(item.events, facts, cited) for item in rest}
    sums = {}
    for root in changed:
        state = cited.histories[root].state(cited.chart)
        told[root] = answers(state, facts, cited)
        sums[root] = sum(event.amount_fen for event in state)
    return Watch(
        dependents=rest,
        told={root: tuple(sorted({sign_of(f) for f in found})) for root, found in told.items()},
        sums=sums,
    )


def changed_roots(events: Iterable[Event], facts: Facts) -> dict[str, Event]:
    """Name the facts that a batch changes by their first vouchers, with what changes each last."""
    return {
        facts.vouchers[event.corrected].root: event
        for event in events
        if event.INTERNAL and event.corrected in facts.vouchers
    }


def answers(events: Sequence[Event], facts: Facts, cited: Cited) -> list[tuple[Event, Finding]]:
    """Ask a fact what it was asked when it was recorded, in the books without it."""
    # A fact that was said anew in blue is asked everything: what it replaced is gone.
    apart = [replace(event, corrects="", booked=None) for event in events]
    with cited.without(apart):
        return [
            (event, finding)
            for event in apart
            for finding in (*form_findings(event, facts), *event.findings(facts))
            if not (finding.permission and event.irregular)
        ]


def sign_of(answer: tuple[Event, Finding]) -> tuple[str, str, str, str]:
    """Tell one answer from another: what is wrong, of whose year, and the figures."""
    event, finding = answer
    return finding.code, event.hospital, str(event.year), finding.message


def resting_findings(
    watched: Watch, events: Sequence[Event], facts: Facts, cited: Cited
) -> Iterator[Finding]:
    """Refuse a batch, once it is noted, after which something answers what it did not before."""
    for root, event in changed_roots(events, facts).items():
        state = cited.histories[root].state(cited.chart)
        grown = sum(item.amount_fen for item in state) > watched.sums.get(root, 0)
        for answer in news(answers(state, facts, cited), watched.told[root], closely=grown):
            yield replace(answer[1], key=event.key)
    cause = first_change(events)
    if cause is None:
        return
    for item in watched.dependents:
        found = answers(item.events, facts, cited)
        for event, finding in news(found, watched.told[item.root], closely=False):
            yield stands_on_it(item, event, finding, cause=cause, facts=facts)


def first_change(events: Iterable[Event]) -> Event | None:
    """Return the first event of a batch that changes something, if any does."""
    return next(filter(changes_something, events), None)


def told_of(findings: Iterable[Finding], events: Iterable[Event]) -> set[str]:
    """Name the hospitals of which something was told: their balances follow from it."""
    keys = {finding.key for finding in findings}
    return {event.hospital for event in events if event.key in keys} - {""}


def changes_something(event: Event) -> bool:
    """Tell a correction, a withdrawal, a lifting or a newer 核定."""
    deciding = ("withdrawal", "recall-lift", "assessment", "fund-gate")
    return event.INTERNAL or bool(event.corrects) or event.KIND in deciding


def news(
    found: Iterable[tuple[Event, Finding]],
    told: Iterable[tuple[str, str, str, str]],
    *,
    closely: bool,
) -> list[tuple[Event, Finding]]:
    """Keep what was not told before; `closely` counts other figures as news too."""
    width = 4 if closely else 3
    known = {sign[:width] for sign in told}
    return [answer for answer in found if sign_of(answer)[:width] not in known]


def stands_on_it(
    item: Dependent, event: Event, finding: Finding, *, cause: Event, facts: Facts
) -> Finding:
    """Word that a fact stands no longer once what it rests on has changed, and what to do first."""
    voucher = facts.vouchers.get(cause.corrects)
    command = f"prepay correct '{item.label}'"
    together = f" '{voucher_label(voucher.period, voucher.number)}'" if voucher else ""
    way = "一起写进同一组更正" if voucher else "先更正"
    return replace(
        finding,
        message=f"{summary_said(cause, facts)}以后，{dependent_name(item, event, facts)}"
        f"不能成立：{finding.message}",
        remedy=f"把这笔业务{way}：{command}{together} --reason 原因；"
        "款项确已收付、只是不再合规的，用 --with 文件写成特殊情况（irregular）",
        key=cause.key,
        field="",
        permission=False,
    )


def stands_on_it_far(
    item: Dependent, event: Event, finding: Finding, *, cause: Event, said: str, facts: Facts
) -> Finding:
    """Word that a fact of another book stands no longer, and what to do there first."""
    fund, book = FUNDS[facts.book.fund], facts.book.code
    return replace(
        finding,
        message=f"{said}以后，{fund}账套的{dependent_name(item, event, facts)}"
        f"不能成立：{finding.message}",
        remedy=f"先在{fund}账套登记同样的事项并审核（--book {book}），或先更正那里的业务："
        f"prepay --book {book} correct '{item.label}' --reason 原因",
        key=cause.key,
        field="",
        permission=False,
    )


def summary_said(cause: Event, facts: Facts) -> str:
    """Say what changes something, as its 摘要 does."""
    named = getattr(cause, "event", "") or getattr(cause, "recall", "")
    known = facts.registers.get(named)
    if known is not None:
        what = f"{EVENT_KINDS[known.kind]}“{named}”"
        return f"撤销{what}" if cause.KIND == "withdrawal" else f"解除{what}"
    return cause.default_summary(facts)


def dependent_name(item: Dependent, event: Event, facts: Facts) -> str:
    """Name a dependent: kind, whose, day, amount, voucher and key."""
    holder = facts.hospital_name(event.hospital) if event.hospital else ""
    return (
        f"{holder}{event.date} 的{EVENT_KINDS[event.KIND]} {grouped(event.amount_fen)}"
        f"（{item.label}，{event.key}）"
    )


def with_leaning(
    findings: Sequence[Finding],
    candidates: Sequence[Candidate],
    dependents: Sequence[Dependent],
    facts: Facts,
) -> list[Finding]:
    """Name, beside a leaf that a correction leaves too small, what has drawn on it."""
    leaning = leaning_on(candidates, dependents, facts)
    if not leaning:
        return list(findings)
    resting, remedy = leaning_words(leaning, facts)
    told = []
    for finding in findings:
        if finding.code in OVERDRAWN:
            message, then = f"{finding.message}；{resting}", f"{remedy}；{finding.remedy}"
            told.append(replace(finding, message=message, remedy=then))
        else:
            told.append(finding)
    return told


def leaning_words(leaning: Sequence[Dependent], facts: Facts) -> tuple[str, str]:
    """Say what has drawn on a leaf, and what to do with it first."""
    shown = leaning[:NAMED_MAX]
    names = "、".join(dependent_name(item, item.events[0], facts) for item in shown)
    more = f"等 {len(leaning)} 笔" if len(leaning) > NAMED_MAX else ""
    labels = " ".join(f"'{item.label}'" for item in shown)
    return (
        f"建立在它上面的有：{names}{more}",
        f"先更正这些业务，或把它们一起写进这组更正（prepay correct {labels} …）",
    )


def leaning_on(
    candidates: Sequence[Candidate], dependents: Sequence[Dependent], facts: Facts
) -> list[Dependent]:
    """Find what has drawn on a leaf that corrections lower, and is not corrected with them."""
    if first_change(candidate.event for candidate in candidates) is None:
        return []
    roots = roots_corrected(candidates, facts)
    lowered = moved_by(chain.from_iterable(candidate.legs for candidate in candidates))
    return [
        item for item in dependents if item.root not in roots and draws_on(item, lowered, facts)
    ]


def roots_corrected(candidates: Sequence[Candidate], facts: Facts) -> set[str]:
    """Name the vouchers that candidates correct in the end."""
    wrong = [candidate.event.corrects for candidate in candidates]
    return {facts.vouchers[id_].root for id_ in wrong if id_}


def draws_on(item: Dependent, lowered: Mapping[str, int], facts: Facts) -> bool:
    """Return whether something takes from a leaf of which less is left."""
    drawn = moved_by(leg for event in item.events for leg in event.legs(facts))
    return any(
        side(code) * fen < 0 > side(code) * lowered.get(code, 0) for code, fen in drawn.items()
    )
