"""核定草稿: a sheet becomes events, one unit of drafts in the area's books."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from ledger.assessment.run import HOLDER, AssessmentRun, sums
from ledger.assessment.values import AssessedLine, Step
from ledger.basis.money import yuan
from ledger.basis.period import first_day, period_of
from ledger.basis.terms import OWNERSHIPS
from ledger.events.registers.assessment import Assessment
from ledger.events.registers.fund_gate import FundGate
from ledger.store.drafts import draft_of, read_drafts
from ledger.store.standing.assess import read_made
from ledger.store.vouchers.balances import first_open
from ledger.store.writer import remove_drafts
from ledger.workflow.desk import Desk, note
from ledger.workflow.drafting.prepared import prepare_registers

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    import sqlalchemy as sa

    from ledger.assessment.values import CalculationSheet, GateResult
    from ledger.events.base import Event
    from ledger.events.words import Paper
    from ledger.masters.book import Book
    from ledger.policy.profile import Policy
    from ledger.workflow.assess.area_known import AreaKnown

KINDS = (FundGate.KIND, Assessment.KIND)
KEY_PATTERN = re.compile(r"核定-\d{4}-v(\d+)-")
MONTHS_STEP = "累计结余可支付月数"


def run_of(
    desk: Desk,
    conn: sa.Connection,
    books: Sequence[Book],
    policies: Mapping[str, Policy],
    known: AreaKnown,
    sheet: CalculationSheet,
    papers: tuple[Paper, ...],
) -> AssessmentRun:
    """Put a run together: its version, and the events that its drafts will be."""
    codes = {book.fund: book.code for book in books}
    earlier = [row for book in books for row in read_made(conn, book.code, KINDS, known.year)]
    version = 1 + max((version_of(str(row["key"])) for row in earlier), default=0)
    layers = {code: layers_of(policy, known.year) for code, policy in policies.items()}
    start = f"核定-{known.year}-v{version}"
    gates = tuple(
        gate_event(gate, codes[gate.fund], start, known, papers, layers[codes[gate.fund]])
        for gate in sheet.gates
    )
    left = dropped(earlier, sheet, codes)
    lines = tuple(
        line_event(line, codes[line.fund], start, known, papers, layers[codes[line.fund]])
        for line in (*sheet.lines, *left)
    )
    return AssessmentRun(
        area=books[0].area,
        area_name=books[0].area_name,
        year=known.year,
        version=version,
        prepared_by=desk.operator,
        prepared_at=desk.now(),
        approved_by="",
        approved_at="",
        gates=gates,
        lines=lines,
    )


def gate_event(
    gate: GateResult,
    book: str,
    start: str,
    known: AreaKnown,
    papers: tuple[Paper, ...],
    layers: tuple[str, ...],
) -> FundGate:
    """Make the event of a fund's gate."""
    return FundGate(
        book=book,
        key=f"{start}-基金",
        date=known.day,
        papers=papers,
        year=known.year,
        verdict=gate.verdict,
        months=months_text(gate),
        steps=tuple(step.text() for step in gate.steps),
        layers=layers,
    )


def line_event(
    line: AssessedLine,
    book: str,
    start: str,
    known: AreaKnown,
    papers: tuple[Paper, ...],
    layers: tuple[str, ...],
) -> Assessment:
    """Make the event of a hospital's line, and keep in it what the hospital was called."""
    return Assessment(
        book=book,
        key=f"{start}-{line.hospital}",
        date=known.day,
        papers=papers,
        hospital=line.hospital,
        year=known.year,
        amount_fen=line.approved_fen,
        computed_fen=line.computed_fen,
        agreed_fen=line.agreed_fen,
        steps=tuple(step.text() for step in (holder_step(known, line), *line.steps)),
        refused=tuple(step.text() for step in line.refused),
        layers=layers,
    )


def version_of(key: str) -> int:
    """Read the version from a key of 核定; 0 where it has none."""
    match = KEY_PATTERN.match(key)
    return int(match[1]) if match else 0


def layers_of(policy: Policy, year: int) -> tuple[str, ...]:
    """Name the layers' digests and the readings chosen: what a sheet was worked out by."""
    chosen = (f"{name}={reading}" for name, reading in policy.readings_in(year))
    return (*policy.versions(), *chosen)


def months_text(gate: GateResult) -> str:
    """Write the months as the gate's step shows them: cut off, never rounded up."""
    shown = (step.figure for step in gate.steps if step.name == MONTHS_STEP)
    return next(shown, "")


def holder_step(known: AreaKnown, line: AssessedLine) -> Step:
    """Keep what the hospital was called, and what it was, on the day of the run."""
    hospital = known.hospitals.get(line.hospital)
    if hospital is None:
        return Step(name=HOLDER, figure=line.hospital, clause="")
    words = (OWNERSHIPS[hospital.ownership], hospital.level, hospital.group, hospital.agency)
    return Step(
        name=HOLDER, figure=hospital.name, clause="", remark="，".join(w for w in words if w)
    )


def dropped(
    earlier: Sequence[Mapping[str, Any]], sheet: CalculationSheet, codes: Mapping[str, str]
) -> list[AssessedLine]:
    """Bring to nothing who stood in an earlier version and is on no line of this one."""
    funds = {code: fund for fund, code in codes.items()}
    listed = {(line.hospital, codes[line.fund]) for line in sheet.lines}
    gone = {(str(row["hospital"]), str(row["book"])) for row in earlier if row["hospital"]}
    step = Step(name="本版未列入", figure="0.00", clause="", remark="没有申请，也没有支付数据")
    return [
        AssessedLine(
            hospital=hospital,
            fund=funds[book],
            year=sheet.year,
            computed_fen=0,
            agreed_fen=0,
            approved_fen=0,
            steps=(step,),
            refused=(step,),
            applied=False,
        )
        for hospital, book in sorted(gone - listed)
    ]


def write_drafts(desk: Desk, conn: sa.Connection, run: AssessmentRun, books: Sequence[Book]) -> int:
    """Write a run as drafts, one unit, in place of those nobody approved; give how many went."""
    replaced = 0
    events = (*run.gates, *run.lines)
    ids = [desk.identity.new() for _ in events]
    booked = {book.code: booking_day(conn, book, run) for book in books}
    for book in books:
        old = read_drafts(conn, book.code, kinds=KINDS, year=run.year)
        remove_drafts(conn, book.code, [draft.id for draft in old])
        replaced += len(old)
        note(desk, conn, book.code, "assess-run", f"{run.year}", run_told(run, book, len(old)))
    prepare_registers(
        desk,
        conn,
        [
            draft_of(
                event,
                id_=id_,
                unit=ids[0],
                booked=booked[event.book],
                origin="核定",
                by=run.prepared_by,
                at=run.prepared_at,
            )
            for event, id_ in zip(events, ids, strict=True)
        ],
    )
    return replaced


def run_told(run: AssessmentRun, book: Book, replaced: int) -> dict[str, object]:
    """Write for the log what a run says of one book."""
    mine = events_in_book(run, book)
    computed, agreed, approved = sums([event for event in mine if isinstance(event, Assessment)])
    return {
        "version": run.version,
        "drafts": len(mine),
        "replaced": replaced,
        "computed": yuan(computed),
        "agreed": yuan(agreed),
        "approved": yuan(approved),
    }


def events_in_book(run: AssessmentRun, book: Book) -> list[Event]:
    """Pick the gate and the amounts of one book."""
    return [event for event in (*run.gates, *run.lines) if event.book == book.code]


def booking_day(conn: sa.Connection, book: Book, run: AssessmentRun) -> date:
    """Return the day on which a run stands in a book: its own, or the first open month's first."""
    day = run.gates[0].date
    open_from, _ = first_open(conn, book)
    return day if period_of(day) >= open_from else first_day(open_from)
