"""年度清算: the 清算表 with what was approved, when it was due, how late it came, what follows.

Lateness is judged by the day of the fact, as 核定 judges it a year later
(`store/standing/assess.py`), so that this page and next year's calculation never tell two stories.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from ledger.basis.money import grouped
from ledger.formats.report import Cell, Column, Report, Row, money
from ledger.projections.settlement import CLASSES, SIGNS, SettlementRow

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date


Thing = TypeVar("Thing")
#: What a person may ask to see of the rows.
SHOWN = (("all", "全部"), ("left", "未还清的"), ("late", "逾期的"))
#: What the eye sees in one column each, and a file in all of its classes.
NET_PAID, REST = "实拨", "其他增减"
PAID = ("disbursement", "payment_return")
MERGED = ("identified", "succession_in", "succession_out", "other")
FOR_FILES = ("医疗机构编码", *(name for code, name, _, _ in CLASSES if code in (*PAID, *MERGED)))
TERM_COLUMNS = (
    Column(heading="到期日"),
    Column(heading="逾期(天)", align="right"),
    Column(heading="到期日差额", align="right", money=True, shown="file"),
    Column(heading="后果"),
)
ASSESSED = money("核定")
NOTE = (
    "逾期天数从到期日算到还清之日，没有还清的算到{day}；到期日差额是到期日那天还差的数，按业务日期，"
    "核销不算返还。"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What was agreed of one hospital's year, and how it went; `due` None where no rule says.

    `late_fen` was short on the deadline, `left_fen` is of that still out today, by the day of
    the fact: 曾逾期 is not 现逾期.
    """

    assessed_fen: int
    due: date | None
    days_late: int
    late_fen: int
    consequence: str
    left_fen: int = 0


NO_TERMS = Terms(assessed_fen=0, due=None, days_late=0, late_fen=0, consequence="")


def days_late(
    movements: Sequence[tuple[date, int]], *, due: date, today: date
) -> tuple[int, date | None]:
    """Count the days from the deadline to the day of the last clearing, or to today.

    `movements` are (day of the fact, fen) of one hospital's year in order of day. Second comes
    the day on which nothing was left any more; None while something is.
    """
    left, cleared = 0, None
    for day, fen in sorted(movements):
        before, left = left, left + fen
        if left > 0:
            cleared = None
        elif before > 0:
            cleared = day
    until = cleared or (today if left > 0 else due)
    return max((until - due).days, 0), cleared


def with_terms(
    report: Report,
    rows: Sequence[SettlementRow],
    terms: Mapping[str, Terms],
    *,
    show: str,
    day: date,
) -> Report:
    """Return the 清算表 its further columns; `show` keeps the rows that are asked for.

    The totals stay those of the whole book, and say so where not all rows are shown.
    """
    pairs = [(row, terms.get(row.leaf.account.code, NO_TERMS)) for row in rows]
    body, foot = report.rows[: len(rows)], report.rows[len(rows) :]
    headings = [column.heading for column in report.columns]
    drawn = [
        hospital_line(line, headings, pair)
        for line, pair in zip(body, pairs, strict=True)
        if kept(*pair, show)
    ]
    told = late_told([one for _, one in pairs if one.late_fen])
    part = () if show == "all" else (f"只列出{dict(SHOWN)[show]} {len(drawn)} 行；合计是全部的。",)
    return replace(
        report,
        columns=columns_of(report, headings, rest=any(merged(row, MERGED) for row in rows)),
        rows=(*drawn, *(total_line(line, headings, pairs) for line in foot)),
        alerts=(*report.alerts, *((told,) if told else ())),
        notes=(*part, *report.notes, NOTE.format(day=day)),
    )


def late_told(late: Sequence[Terms]) -> str:
    """Say who is late now and who was, each with its own sum; nothing where nobody was."""
    now = [one for one in late if one.left_fen > 0]
    was = [one for one in late if one.left_fen <= 0]
    said = []
    if now:
        said.append(f"现逾期 {len(now)} 户，至今未还 {grouped(sum(one.left_fen for one in now))}")
    if was:
        short = grouped(sum(one.late_fen for one in was))
        said.append(f"曾逾期、现已了结 {len(was)} 户，到期日差 {short}")
    return "；".join(said)


def columns_of(report: Report, headings: Sequence[str], *, rest: bool) -> tuple[Column, ...]:
    """Return the columns; the eye is spared those that are empty, and what one column sums up."""
    own = [
        replace(column, shown="file")
        if column.heading in FOR_FILES or not any(line.cells[n] for line in report.rows)
        else column
        for n, column in enumerate(report.columns)
    ]
    net = Column(heading=NET_PAID, align="right", money=True, shown="table")
    other = replace(net, heading=REST, shown="table" if rest else "nowhere")
    return (*woven(own, headings, (ASSESSED, net, other)), *TERM_COLUMNS)


def woven(own: Sequence[Thing], headings: Sequence[str], more: Sequence[Thing]) -> list[Thing]:
    """Put 核定 after the year, 实拨 before the classes it sums up, the rest before the balance."""
    at = [headings.index("年度") + 1, headings.index("拨付"), headings.index("余额"), len(own)]
    found = list(own[: at[0]])
    for place, thing in enumerate(more):
        found += [thing, *own[at[place] : at[place + 1]]]
    return found


def kept(row: SettlementRow, terms: Terms, show: str) -> bool:
    """Return whether a row is asked for."""
    if show == "left":
        return row.balance_fen != 0
    return terms.days_late > 0 if show == "late" else True


def merged(row: SettlementRow, codes: Sequence[str]) -> int:
    """Add classes of a row up, each with its sign towards the balance."""
    return sum(SIGNS[code] * row.sums[code] for code in codes)


def figures(pairs: Sequence[tuple[SettlementRow, Terms]]) -> tuple[Cell, ...]:
    """Return what was approved, was paid net, and moved otherwise, of rows together."""
    return (
        sum(one.assessed_fen for _, one in pairs) or None,
        sum(merged(row, PAID) for row, _ in pairs) or None,
        sum(merged(row, MERGED) for row, _ in pairs) or None,
    )


def hospital_line(line: Row, headings: Sequence[str], pair: tuple[SettlementRow, Terms]) -> Row:
    """Lay a hospital's terms beside its figures, in red while it owes beyond the day."""
    _, terms = pair
    red = terms.left_fen > 0 and terms.days_late > 0
    ends = (terms.due, terms.days_late or None, terms.late_fen or None, terms.consequence)
    cells = (*woven(line.cells, headings, figures([pair])), *ends)
    return Row(cells=cells, mark="alert" if red else line.mark, depth=line.depth)


def total_line(
    line: Row, headings: Sequence[str], pairs: Sequence[tuple[SettlementRow, Terms]]
) -> Row:
    """Add up what was approved and what was late, in all or of the year that a line is for."""
    year = str(line.cells[headings.index("年度")] or "")
    own = [pair for pair in pairs if year in ("", str(pair[0].leaf.account.year or ""))]
    ends = (None, None, sum(one.late_fen for _, one in own) or None, "")
    cells = (*woven(line.cells, headings, figures(own)), *ends)
    return Row(cells=cells, mark=line.mark, depth=line.depth)
