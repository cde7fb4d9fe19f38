"""运行监测: the measures of early warning, each with its working, its limit and its clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.formats.report import Column, Report, Row, book_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ledger.dues.monitoring import Measure
    from ledger.dues.values import BookState

COLUMNS = (
    Column(heading="指标", wraps=20),
    Column(heading="数值", align="right"),
    Column(heading="预警线"),
    Column(heading="结果"),
    Column(heading="怎样算出", wraps=40),
    Column(heading="依据"),
)
NOTE = "基金的数来自登记的基金月报（会社保01表、02表和预算），预付金的数来自本账套。"
NONE = "还没有登记基金月报：prepay enter 基金月报"


def monitoring(state: BookState, measures: Sequence[Measure]) -> Report:
    """Draw up a book's measures on a day; what has crossed its limit is red."""
    wrong = [measure for measure in measures if measure.crossed]
    reported = any(measure.code != "assessed_use" for measure in measures)
    return Report(
        title="医保预付金运行监测",
        subtitle=(book_line(state.book), f"截至 {state.on}"),
        columns=COLUMNS,
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
    told = measure.value is not None and measure.bound is not None
    cells = (
        measure.name,
        measure.figure,
        measure.limit,
        "预警" if measure.crossed else "正常" if told else "",
        measure.working,
        measure.clause,
    )
    return Row(cells=cells, mark="alert" if measure.crossed else "")


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
