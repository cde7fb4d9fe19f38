"""运行监测: the measures of early warning, each with its working, its limit and its clause."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from ledger.dues.monitoring import measures as measures_of
from ledger.formats.report import Column, Report, Row, book_line, named_row
from ledger.reports.asking import day_meant
from ledger.reports.kind import ReportKind
from ledger.store.engine import reading
from ledger.workflow.book_states import book_states
from ledger.workflow.desk import books_asked

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from ledger.dues.monitoring import Measure
    from ledger.dues.values import BookState
    from ledger.reports.kind import ReportAsked
    from ledger.workflow.desk import Desk

COLUMNS = MappingProxyType(
    {
        "measure": Column(heading="指标", wraps=20),
        "figure": Column(heading="数值", align="right"),
        "limit": Column(heading="预警线"),
        "result": Column(heading="结果"),
        "working": Column(heading="怎样算出", wraps=40),
        "clause": Column(heading="依据"),
    }
)
NOTE = "基金的数来自登记的基金月报（会社保01表、02表和预算），预付金的数来自本账套。"
NONE = "还没有登记基金月报：prepay enter 基金月报"


def monitoring_reports(desk: Desk, asked: ReportAsked, day: date | None) -> list[Report]:
    """运行监测 of each book on a day, or on the last of the month where one is named."""
    on = day_meant(asked, day) or desk.today()
    with reading(desk.engine) as conn:
        states = book_states(desk, conn, books_asked(conn, asked.book), on)
    return [monitoring(state, measures_of(state)) for state in states]


REPORT = ReportKind(
    name="monitoring",
    title="运行监测",
    draw=monitoring_reports,
    listed=12,
    help_at=(7, 1),
    menu=15,
)


def monitoring(state: BookState, measures: Sequence[Measure]) -> Report:
    """Draw up a book's measures on a day; what has crossed its limit is red."""
    wrong = [measure for measure in measures if measure.crossed]
    reported = any(measure.code != "assessed_use" for measure in measures)
    return Report(
        title=f"医保预付金{REPORT.title}",
        subtitle=(book_line(state.book), f"截至 {state.on}"),
        columns=tuple(COLUMNS.values()),
        rows=tuple(measure_row(measure) for measure in measures),
        alerts=tuple(f"【预警】{one.name} {one.figure}，{one.limit}" for one in wrong),
        notes=(NOTE,) if reported else (NOTE, NONE),
        tree={
            "book": state.book.code,
            "as_of": state.on,
            "measures": [measure_tree(measure) for measure in measures],
        },
    )


def measure_row(measure: Measure) -> Row:
    """Draw one measure."""
    return named_row(
        COLUMNS,
        {
            "measure": measure.name,
            "figure": measure.figure,
            "limit": measure.limit,
            "result": result_of(measure),
            "working": measure.working,
            "clause": measure.clause,
        },
        mark="alert" if measure.crossed else "",
    )


def result_of(measure: Measure) -> str:
    """Say how a measure stands before its limit; nothing where either is not known."""
    if measure.crossed:
        return "预警"
    return "" if measure.value is None or measure.bound is None else "正常"


def measure_tree(measure: Measure) -> dict[str, object]:
    """Write one measure for programs; its value is exact, as a fraction."""
    return {
        "code": measure.code,
        "name": measure.name,
        "value": None if measure.value is None else str(measure.value),
        "limit": None if measure.bound is None else str(measure.bound),
        "figure": measure.figure,
        "crossed": measure.crossed,
        "working": measure.working,
        "clause": measure.clause,
    }
