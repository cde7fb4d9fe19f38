"""次年处罚: who was late or is barred, and what follows next year (甘肃·四; 海南·五(五)、七(一)).

核定 works the amounts out; this names the hospitals and the reasons before January.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from types import MappingProxyType
from typing import TYPE_CHECKING

from ledger.basis.errors import Refused
from ledger.basis.money import grouped
from ledger.basis.terms import RECALL_TRIGGERS
from ledger.dues.answers import (
    CHOICE,
    Answer,
    answers,
    owed_of_late_payments,
    still_owed,
)
from ledger.dues.debts import debts_of
from ledger.events.registers.recall import Recall
from ledger.events.registers.sanction import DECISIONS, Sanction
from ledger.policy.late_bars import (
    BEFORE_OFFSET,
    FREE,
    NAME,
    NOT_OFFSET,
    SETTLED_BY,
    UNDECIDED,
    UNRECOVERABLE,
    decide,
    late_verdict,
)
from ledger.policy.recalling import barred_year, trigger_row

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from ledger.dues.debts import Debts
    from ledger.dues.values import BookState

#: How the choice of who answers is made.
ASKED = f"prepay policy choose {CHOICE}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Penalty:
    """What stands against a hospital's year `year`: why, how much was late, and what follows."""

    hospital: str
    year: int
    reason: str
    amount_fen: int
    consequence: str
    clause: str


def judged_year(state: BookState) -> int | None:
    """Return the newest year whose deadline is over on the day and was set by the notice.

    What was due before the notice was in force is not judged by it (甘肃·六).
    """
    for year in (state.on.year, state.on.year - 1):
        if state.rules.policy_value("return_deadline", year=year) is None:
            continue
        if state.rules.day("return_deadline", year) < state.on:
            return None if state.rules.judges(year) is None else year
    return None


def penalties(state: BookState) -> list[Penalty]:
    """List next year's sanctions: late by the judged year's deadline, barred, or registered."""
    judged = judged_year(state)
    late: list[Penalty] = []
    year = state.on.year
    if judged is not None:
        late = [*late_ones(state, judged), *doubted_ones(state, judged)]
        year = judged + 1
    found = [*late, *barred_ones(state), *registered_ones(state, year)]
    return sorted(found, key=lambda one: (one.hospital, one.reason))


def registered_ones(state: BookState, year: int) -> Iterator[Penalty]:
    """Name whose 违约 was registered for a year, as far as anything follows from it."""
    for one in state.of(Sanction):
        if one.year != year or one.cause in DECISIONS:
            continue
        if follows := registered(state, one):
            yield Penalty(
                hospital=one.hospital,
                year=one.year,
                reason=one.reason,
                amount_fen=one.amount_fen,
                consequence=follows,
                clause=state.rules.clause("late_factor"),
            )


def registered(state: BookState, one: Sanction) -> str:
    """Say what follows from a 违约登记; of lateness older than the books nothing has come back."""
    if one.cause != "late":
        return consequence(state, "barred_factor", one.year)
    return late_follows(state, one.hospital, one.year, unrepaid=True, out=True)


def late_follows(state: BookState, hospital: str, year: int, *, unrepaid: bool, out: bool) -> str:
    """Say what follows in `year` for whoever was late; "" where by the chosen reading nothing does.

    `unrepaid`: it had not paid all by itself before an offset; `out`: not all came by one either.
    """
    rules = state.policy.on(state.on, year)
    newest = newest_decision(state, hospital, year) if out else ""
    try:
        verdict = late_verdict(
            rules,
            unrepaid=unrepaid,
            not_offset=newest == NOT_OFFSET,
            undecided=out and not newest,
        )
    except Refused:
        return f"哪些逾期的不再受理次年申请待选（A-25）：prepay policy choose {NAME}"
    if verdict == UNDECIDED:
        told = decide(book=state.book.code, hospital=hospital, year=year)
        return f"能否抵扣待定，次年申请是否受理未定：{told}"
    return "" if verdict == FREE else consequence(state, "late_factor", year)


def newest_decision(state: BookState, hospital: str, year: int) -> str:
    """Return what was last decided of a hospital's late money; "" where nothing was."""
    own = [one for one in state.of(Sanction) if (one.hospital, one.year) == (hospital, year)]
    decided = [one.cause for one in own if one.cause in DECISIONS]
    return decided[-1] if decided else ""


def late_ones(state: BookState, judged: int) -> Iterator[Penalty]:
    """Name who answers for what was not back by the deadline: how much, and when the rest came.

    Where a 承接 moved a late debt and nobody has chosen who answers (A-24), both are named.
    """
    deadline = state.rules.day("return_deadline", judged)
    moved = state.moved.get(judged, ())
    debts = debts_of(moved)
    next_year = state.policy.on(state.on, judged + 1)
    chosen = next_year.text(CHOICE) if next_year.has(CHOICE) else ""
    repaid = answers(moved, deadline, settled_by=SETTLED_BY[BEFORE_OFFSET])
    offset = answers(moved, deadline, settled_by=SETTLED_BY[UNRECOVERABLE])
    for hospital, answer in answers(moved, deadline).items():
        short = answering(answer, chosen)
        follows = late_follows(
            state,
            hospital,
            judged + 1,
            unrepaid=answering(repaid.get(hospital), chosen) > 0,
            out=answering(offset.get(hospital), chosen) > 0,
        )
        if short and follows:
            gap = f"{judged}年度到 {deadline} 还差 {grouped(short)}{inherited_part(answer, chosen)}"
            since = settled_how(debts, hospital, deadline, state.on)
            yield Penalty(
                hospital=hospital,
                year=judged + 1,
                reason=f"{gap}，{since}{whose_penalty(answer, chosen)}",
                amount_fen=short,
                consequence=follows,
                clause=state.rules.clause("late_factor"),
            )


def settled_how(debts: Debts, hospital: str, deadline: date, on: date) -> str:
    """Say how late a debt was settled, or how much of it is still out."""
    ended = debts.ended(hospital, deadline, on)
    if ended:
        return f"迟 {(ended - deadline).days} 天结清（{ended}）"
    return f"至今还差 {grouped(sum(debts.followed(hospital, on).values()))}"


def inherited_part(answer: Answer, chosen: str) -> str:
    """Say how much of what a hospital answers for it took over; "" where it answers for none."""
    taken = max(answer.last_fen - answer.first_fen, 0) if chosen != "stays" else 0
    return f"，其中承接来的 {grouped(taken)}" if taken else ""


def whose_penalty(answer: Answer, chosen: str) -> str:
    """Ask who answers for a debt that was handed on; "" where that is chosen, or all the same."""
    both = not chosen and answer.first_fen != answer.last_fen
    return f"；由原单位还是承接单位受处罚待选：{ASKED}" if both else ""


def answering(answer: Answer | None, chosen: str) -> int:
    """Return what a hospital answers for, in fen: the most of it while nobody has chosen (A-24)."""
    if answer is None:
        return 0
    return answer.fen(chosen) if chosen else max(answer.first_fen, answer.last_fen)


def doubted_ones(state: BookState, judged: int) -> Iterator[Penalty]:
    """Name who is late by one reading only (A-30, A-33), unless the other reading was chosen."""
    for choice, hospital, reason, fen in [*late_payments(state, judged), *defaults(state, judged)]:
        follows = doubted_follows(state, choice, hospital, judged + 1)
        if follows is not None:
            yield Penalty(
                hospital=hospital,
                year=judged + 1,
                reason=reason,
                amount_fen=fen,
                consequence=follows,
                clause=state.rules.clause("late_factor"),
            )


#: Who is late by one reading: the choice that decides it, the hospital, why, and how much.
Doubted = tuple[str, str, str, int]


def late_payments(state: BookState, judged: int) -> Iterator[Doubted]:
    """Name who was paid after the deadline and had not returned it by the year's end (A-33)."""
    deadline = state.rules.day("return_deadline", judged)
    owed = owed_of_late_payments(state.moved.get(judged, ()), deadline, state.on)
    for hospital, fen in owed.items():
        reason = f"{deadline} 之后拨付、年底还差 {grouped(fen)}"
        yield "paid_after_deadline", hospital, reason, fen


def defaults(state: BookState, judged: int) -> Iterator[Doubted]:
    """Name who still owes of years before the judged one that a notice governed (A-30)."""
    for year in sorted(state.moved):
        if year >= judged or state.rules.judges(year) is None:
            continue
        for hospital, one in still_owed(state.moved[year], state.on).items():
            if fen := max(one.first_fen, one.last_fen):
                yield "old_default", hospital, f"{year}年度至今还差 {grouped(fen)}", fen


def doubted_follows(state: BookState, choice: str, hospital: str, year: int) -> str | None:
    """Say what follows for whoever is late by one reading; None where the other was chosen."""
    rules = state.policy.on(state.on, year)
    if not rules.has(choice):
        return None
    if rules.text(choice) in ("late", "until_returned"):
        return late_follows(state, hospital, year, unrepaid=True, out=True)
    if rules.presumes(choice):
        return f"推定不处罚；核定时金额有出入的先选定：prepay policy choose {choice}"
    return None


def barred_ones(state: BookState) -> Iterator[Penalty]:
    """Name who is barred this year or next: found out the year before (海南·七(一)3)."""
    for recall in state.of(Recall):
        rules = state.policy.on(recall.date, recall.year)
        row, year = (
            trigger_row(rules, recall.trigger),
            barred_year(rules, recall.trigger, found_on=recall.date),
        )
        if row is not None and year in (state.on.year, state.on.year + 1):
            yield Penalty(
                hospital=recall.hospital,
                year=year,
                reason=f"{recall.date}因“{RECALL_TRIGGERS[recall.trigger]}”被收回"
                f"（{recall.year}年度预付金）",
                amount_fen=0,
                consequence=consequence(state, "barred_factor", year),
                clause=row["clause"],
            )


def consequence(state: BookState, name: str, year: int) -> str:
    """Say what follows in `year`: nothing, or a part; and for which funds."""
    rules = state.policy.on(state.on, year)
    factor = Fraction(rules.text(name))
    words = PART_PREPAID.get(factor, f"次年按 {factor} 预付")
    if factor == 1 or name != "late_factor":
        return words
    try:
        every = rules.text("late_scope") == "all"
    except Refused:
        return f"{words}（影响哪些险种待选：prepay policy choose late_scope）"
    return f"{words}（{'全部险种' if every else '本险种'}）"


#: What part of next year's money is prepaid, in words; other parts are told as figures.
PART_PREPAID: Mapping[Fraction, str] = MappingProxyType(
    {
        Fraction(0): "次年不予预付",
        Fraction(1, 2): "次年减半",
        Fraction(1): "次年不受影响",
    }
)
