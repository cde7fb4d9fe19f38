"""核定的依据: what the area's books know of each hospital when 核定 is run, as values."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from ledger.assessment.conditions import months_before
from ledger.assessment.values import Applicant, Record
from ledger.basis.errors import Finding
from ledger.basis.money import grouped
from ledger.basis.terms import FUNDS, RECALL_TRIGGERS
from ledger.events.registers.adjustment import Adjustment
from ledger.events.registers.application import Application
from ledger.events.registers.guarantee import Guarantee
from ledger.events.registers.recall import Recall, ends_agreement
from ledger.events.registers.recall_lift import RecallLift
from ledger.events.registers.sanction import Sanction
from ledger.events.registers.suspension import Suspension
from ledger.policy.late_bars import BEFORE_OFFSET, EVERY, SETTLED_BY, UNRECOVERABLE
from ledger.policy.recalling import barred_year, trigger_row
from ledger.store.drafts import read_drafts
from ledger.store.masters import read_hospitals
from ledger.store.standing.assess import outstanding, read_elsewhere, read_moved
from ledger.store.standing.assess_lists import read_spending
from ledger.store.standing.registers import read_registers
from ledger.voucher.registers import note_stop
from ledger.workflow.assess.area_known import AreaKnown
from ledger.workflow.assess.late import (
    NOTHING,
    decisions,
    doubts_of,
    fund_of,
    lateness,
    older_years,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import date

    import sqlalchemy as sa

    from ledger.assessment.values import Spending
    from ledger.events.base import Event
    from ledger.masters.book import Book
    from ledger.masters.hospital import Hospital
    from ledger.policy.profile import Rules
    from ledger.policy.standing import Standing, Stop
    from ledger.store.standing.assess import Moved
    from ledger.workflow.desk import Desk

KINDS = (Application, Guarantee, Suspension, Recall, RecallLift, Adjustment, Sanction)
#: What suspends or ends a service agreement, in whichever area it is registered.
ENDING = (Suspension.KIND, Recall.KIND, RecallLift.KIND)
#: What moves last year's money, and so tells who was late.
CLEARING = (
    "opening-balance",
    "disbursement",
    "payment-return",
    "repayment",
    "suspense-out",
    "settlement-offset",
    "write-off",
    "succession",
    "red",
    "difference",
    "amend",
)
#: How far back the base may reach: three whole years (甘肃·三).
YEARS_BACK = 3


def read_known(
    desk: Desk, conn: sa.Connection, books: Sequence[Book], year: int, day: date
) -> AreaKnown:
    """Read what the books of an area hold, in a few queries a book."""
    registers = registers_of(conn, books, year)
    spending = spending_by_hospital(conn, books, year)
    applied = {event.hospital for event in registers if isinstance(event, Application)}
    named = {*spending, *applied}
    elsewhere = read_elsewhere(conn, [book.code for book in books], named, ENDING)
    return AreaKnown(
        year=year,
        day=day,
        registers=by_kind(registers),
        moved=moved_by_year(desk, conn, books, years_recalled(registers, year), year, day),
        spending=spending,
        hospitals=read_hospitals(conn, day, named) if named else {},
        stops=stops_of(registers),
        interruptions=interruptions_of([*registers, *elsewhere]),
    )


def registers_of(conn: sa.Connection, books: Sequence[Book], year: int) -> list[Event]:
    """Read the 登记事项 that stand; of applications, this year's."""
    kinds = [kind.KIND for kind in KINDS]
    events = chain.from_iterable(read_registers(conn, book.code, kinds) for book in books)
    return [event for event in events if not isinstance(event, Application) or event.year == year]


def years_recalled(registers: Iterable[Event], before: int) -> set[int]:
    """Name the prepayment years before this one that recalls are about."""
    recalls = [event for event in registers if isinstance(event, Recall)]
    return {recall.year for recall in recalls if recall.year < before}


def moved_by_year(
    desk: Desk,
    conn: sa.Connection,
    books: Sequence[Book],
    recalled_years: set[int],
    year: int,
    day: date,
) -> dict[tuple[str, int], tuple[Moved, ...]]:
    """Read what moved last year's money, and that of earlier years which is out or recalled."""
    moved = {}
    for book in books:
        base = desk.chart(book.fund).roles["prepayment"]
        years = {year - 1, *recalled_years, *older_years(conn, book, base, year, day)}
        for past in sorted(years):
            moved[book.code, past] = tuple(read_moved(conn, book.code, base=base, year=past))
    return moved


def spending_by_hospital(
    conn: sa.Connection, books: Sequence[Book], year: int
) -> dict[str, tuple[Spending, ...]]:
    """Read what hospitals were paid in the years that the base may reach back to."""
    spending: dict[str, tuple[Spending, ...]] = {}
    for book in books:
        span = read_spending(conn, book, first=f"{year - YEARS_BACK}-01", last=f"{year - 1}-12")
        for hospital, rows in span.items():
            spending[hospital] = (*spending.get(hospital, ()), *rows)
    return spending


def stops_of(registers: Iterable[Event]) -> dict[str, tuple[Stop, ...]]:
    """Fold recalls, liftings and suspensions into what stops each hospital, and until when."""
    standings: dict[tuple[str, int], Standing] = {}
    for event in registers:
        if isinstance(event, Recall | RecallLift | Suspension):
            note_stop(event, standings)
    return {hospital: standing.stops for (hospital, _), standing in standings.items()}


def interruptions_of(registers: Sequence[Event]) -> dict[str, tuple[Stop, ...]]:
    """Keep of what stops each hospital what suspended or ended its agreement (海南·四(一))."""
    ending = {(event.book, event.key) for event in registers if is_interruption(event)}
    return {
        hospital: tuple(stop for stop in stops if (stop.book, stop.key) in ending)
        for hospital, stops in stops_of(registers).items()
    }


def is_interruption(event: Event) -> bool:
    """Tell what suspends a hospital's agreement, or ends it."""
    return isinstance(event, Suspension) or (isinstance(event, Recall) and ends_agreement(event))


def by_kind(events: Iterable[Event]) -> dict[tuple[type[Event], str], list[Event]]:
    """Lay events out by kind and hospital; under "" stand all of a kind."""
    found: dict[tuple[type[Event], str], list[Event]] = {}
    for event in events:
        for hospital in {"", event.hospital}:
            found.setdefault((type(event), hospital), []).append(event)
    return found


def applicants_of(
    known: AreaKnown,
    books: Sequence[Book],
    rules: Mapping[str, Rules],
    agreed: Mapping[tuple[str, str], int],
) -> list[Applicant]:
    """Put together every hospital that applied or was paid in the years that may count."""
    applied = {application.hospital: application for application in known.of(Application)}
    adjustments = [one for one in known.of(Adjustment) if one.year == known.year]
    amounts: dict[str, dict[str, int]] = {}
    for (code, fund), fen in agreed.items():
        amounts.setdefault(code, {})[fund] = fen
    own_rules = rules[books[0].code]
    record = records_of(known, books, rules)
    return [
        Applicant(
            hospital=hospital,
            application=applied.get(code),
            spending=known.spending.get(code, ()),
            record=record(hospital),
            adjustments=tuple(one for one in adjustments if one.hospital in ("", code)),
            guaranteed=is_guaranteed(known, code),
            interruptions=interrupted(known, code, applied.get(code), own_rules),
            stops=stopping(known, code, settled=False),
            settled=stopping(known, code, settled=True),
            agreed_fen=amounts.get(code, {}),
        )
        for code, hospital in sorted(known.hospitals.items())
    ]


def records_of(
    known: AreaKnown, books: Sequence[Book], rules: Mapping[str, Rules]
) -> Callable[[Hospital], Record]:
    """Return what tells a hospital's record: what it was late with, and what bars it."""
    owed = {by: lateness(known, books, rules, moves) for by, moves in SETTLED_BY.items()}
    doubts = doubts_of(known, books, rules)

    def record(hospital: Hospital) -> Record:
        code = hospital.code
        late = owed[EVERY].get(code, NOTHING)
        return Record(
            late=late.late,
            barred=barred(known, hospital, rules[books[0].code]),
            inherited=late.inherited,
            unrepaid=owed[BEFORE_OFFSET].get(code, NOTHING),
            unsettled=owed[UNRECOVERABLE].get(code, NOTHING),
            decided=decisions(known, code),
            doubts=tuple(doubts.get(code, ())),
        )

    return record


def is_guaranteed(known: AreaKnown, hospital: str) -> bool:
    """Tell whether a guarantee of a hospital holds on the day."""
    begun = [one for one in known.of(Guarantee, hospital) if one.date <= known.day]
    return any(one.until is None or known.day <= one.until for one in begun)


def applied_twice(known: AreaKnown, rules: Rules) -> list[Finding]:
    """Refuse two applications of a hospital for the year: nobody could tell which one counts."""
    keys: dict[str, list[str]] = {}
    for one in known.of(Application):
        keys.setdefault(one.hospital, []).append(f"“{one.key}”（{FUNDS[fund_of(one)]}账套）")
    return [
        Finding(
            code="APPLICATION_TWICE",
            message=f"{name_of(known, hospital)}{known.year}年度有 {len(named)} 份申请："
            f"{'、'.join(named)}",
            remedy="一家机构一年一份申请，两个险种共用；作废的一份先撤销登记（withdrawal），再测算",
            clause=rules.clause("application_deadline"),
            field="hospital 医疗机构编码",
        )
        for hospital, named in sorted(keys.items())
        if len(named) > 1
    ]


def name_of(known: AreaKnown, hospital: str) -> str:
    """Name a hospital; its code where it is not in the list."""
    found = known.hospitals.get(hospital)
    return f"{found.name}（{hospital}）" if found else hospital


def barred(known: AreaKnown, hospital: Hospital, rules: Rules) -> str:
    """Say why a hospital may not apply: fraud found last year (海南·七(一)3), or a 违约登记."""
    for recall in known.of(Recall, hospital.code):
        row = trigger_row(rules, recall.trigger)
        if row and barred_year(rules, recall.trigger, found_on=recall.date) == known.year:
            why, money = RECALL_TRIGGERS[recall.trigger], f"{recall.year}年度预付金"
            return f"{recall.date}因“{why}”被收回（{money}，{row['clause']}）"
    for one in known.of(Sanction, hospital.code):
        if one.year == known.year and one.cause == "barred":
            return one.reason
    return ""


def interrupted(
    known: AreaKnown, hospital: str, application: Application | None, rules: Rules
) -> tuple[Stop, ...]:
    """Name what suspended or ended the agreement in the months before applying, or since."""
    applied = application.date if application else known.day
    limit = months_before(applied, rules.whole("suspension_free_months"))
    return tuple(
        stop
        for stop in known.interruptions.get(hospital, ())
        if stop.since <= known.day and (stop.until is None or stop.until >= limit)
    )


def stopping(known: AreaKnown, hospital: str, *, settled: bool) -> tuple[Stop, ...]:
    """Name what stops payments on the day: what is settled and not lifted, or all the rest."""
    done = {(one.book, one.key) for one in known.of(Recall, hospital) if is_settled(known, one)}
    return tuple(
        stop
        for stop in known.stops.get(hospital, ())
        if stop.holds(known.day) and ((stop.book, stop.key) in done) is settled
    )


def is_settled(known: AreaKnown, recall: Recall) -> bool:
    """Tell a recall of earlier money of which no fund of the area has anything out any more.

    Where the agreement ended with it, lifting alone says that there is one again.
    """
    if recall.year >= known.year or ends_agreement(recall):
        return False
    years = (moved for (_, year), moved in known.moved.items() if year == recall.year)
    return all(outstanding(moved).get(recall.hospital, 0) <= 0 for moved in years)


def waiting(conn: sa.Connection, books: Sequence[Book], year: int) -> list[Finding]:
    """Warn of what is still a draft: 登记事项, and vouchers of last year's money."""
    findings = []
    kinds = [kind.KIND for kind in KINDS]
    for book in books:
        registers = sum(
            len(read_drafts(conn, book.code, kinds=kinds, year=one)) for one in (0, year - 1, year)
        )
        if registers:
            findings.append(
                Finding(
                    code="REGISTERS_WAITING",
                    message=f"{book.name}有 {registers} 笔登记事项还没有审核，没有计入核定",
                    remedy="先审核（prepay approve），再测算",
                )
            )
        if postings := len(read_drafts(conn, book.code, kinds=CLEARING, year=year - 1)):
            findings.append(
                Finding(
                    code="POSTINGS_WAITING",
                    message=f"{book.name}有 {postings} 笔{year - 1}年度预付金的业务还没有记账，"
                    "看上年是否按时返还时没有计入",
                    remedy="先审核、记账（prepay approve、prepay post），再测算",
                )
            )
    return findings


def totals_text(computed: int, agreed: int, approved: int) -> str:
    """Say the three sums of a run in a line."""
    return f"测算 {grouped(computed)}，商定 {grouped(agreed)}，核定 {grouped(approved)}"
