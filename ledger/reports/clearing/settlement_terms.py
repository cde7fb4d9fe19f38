"""年度清算: the 清算表 with what was approved, when it was due, how late it came, what follows.

Lateness is judged by the day of the fact, as 核定 judges it a year later
(`store/standing/assess.py`), so that this page and next year's calculation never tell two stories.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from ledger.basis.money import grouped
from ledger.formats.report import Cell, Column, Report, Row, joined, money, named_row
from ledger.projections.settlement import SIGNS, SettlementRow

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date


#: What a person may ask to see of the rows.
SHOWN = (("all", "全部"), ("left", "未还清的"), ("late", "逾期的"))
#: What the eye sees in one column each, and a file in all of its classes.
NET_PAID, REST = "实拨", "其他增减"
PAID = ("disbursement", "payment_return")
MERGED = ("identified", "succession_in", "succession_out", "other")
FOR_FILES = ("hospital", *PAID, *MERGED)
TERM_COLUMNS = MappingProxyType(
    {
        "due": Column(heading="到期日", blank=None),
        "days_late": Column(heading="逾期(天)", align="right", blank=None),
        "late": Column(heading="到期日差额", align="right", money=True, shown="file", blank=None),
        "consequence": Column(heading="后果"),
    }
)
ASSESSED = money("核定")
#: The columns ahead of which 核定 and the two sums stand.
AHEAD = MappingProxyType({"opening": "assessed", "disbursement": "net_paid", "balance": "rest"})
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
    columns: Mapping[str, Column],
    rows: Sequence[SettlementRow],
    terms: Mapping[str, Terms],
    *,
    show: str,
    day: date,
) -> Report:
    """Return the 清算表 with its further columns; `show` keeps the rows that are asked for.

    `columns` are its own, by name. The totals stay those of the whole book, and say so where not
    all rows are shown.
    """
    pairs = [(row, terms.get(row.leaf.account.code, NO_TERMS)) for row in rows]
    lines = [(row, dict(zip(columns, row.cells, strict=True))) for row in report.rows]
    body, foot = lines[: len(rows)], lines[len(rows) :]
    rest = any(merged(row, MERGED) for row in rows)
    wider = wider_columns(seen_columns(columns, [cells for _, cells in lines]), rest=rest)
    drawn = [
        hospital_line(wider, line, pair)
        for line, pair in zip(body, pairs, strict=True)
        if kept(*pair, show)
    ]
    return replace(
        report,
        columns=tuple(wider.values()),
        rows=(*drawn, *(total_line(wider, line, pairs) for line in foot)),
        alerts=(*report.alerts, *late_alerts([one for _, one in pairs])),
        notes=(*part_notes(show, len(drawn)), *report.notes, NOTE.format(day=day)),
    )


def part_notes(show: str, count: int) -> tuple[str, ...]:
    """Say how many rows are shown where not all are."""
    if show == "all":
        return ()
    return (f"只列出{dict(SHOWN)[show]} {count} 行；合计是全部的。",)


def late_alerts(terms: Sequence[Terms]) -> tuple[str, ...]:
    """Say who is late now and who was; nothing where nobody was."""
    told = late_told([one for one in terms if one.late_fen])
    return (told,) if told else ()


def late_told(late: Sequence[Terms]) -> str:
    """Say who is late now and who was, each with its own sum; nothing where nobody was."""
    now = [one.left_fen for one in late if one.left_fen > 0]
    was = [one.late_fen for one in late if one.left_fen <= 0]
    still = f"现逾期 {len(now)} 户，至今未还 {grouped(sum(now))}" if now else ""
    over = f"曾逾期、现已了结 {len(was)} 户，到期日差 {grouped(sum(was))}" if was else ""
    return joined((still, over))


def seen_columns(
    columns: Mapping[str, Column], lines: Sequence[Mapping[str, Cell]]
) -> dict[str, Column]:
    """Spare the eye the columns that are empty, and those that one column sums up."""
    filled = {name for line in lines for name, cell in line.items() if cell}
    return {
        name: column if name in filled and name not in FOR_FILES else replace(column, shown="file")
        for name, column in columns.items()
    }


def wider_columns(columns: Mapping[str, Column], *, rest: bool) -> dict[str, Column]:
    """Put 核定 after the year, 实拨 before the classes it sums up, the rest before the balance."""
    net = Column(heading=NET_PAID, align="right", money=True, shown="table", blank=None)
    other = replace(net, heading=REST, shown="table" if rest else "nowhere")
    more = {"assessed": ASSESSED, "net_paid": net, "rest": other}
    wider: dict[str, Column] = {}
    for name, column in columns.items():
        if name in AHEAD:
            wider[AHEAD[name]] = more[AHEAD[name]]
        wider[name] = column
    return {**wider, **TERM_COLUMNS}


def kept(row: SettlementRow, terms: Terms, show: str) -> bool:
    """Return whether a row is asked for."""
    if show == "left":
        return row.balance_fen != 0
    return terms.days_late > 0 if show == "late" else True


def merged(row: SettlementRow, codes: Sequence[str]) -> int:
    """Add classes of a row up, each with its sign towards the balance."""
    return sum(SIGNS[code] * row.sums[code] for code in codes)


def term_figures(pairs: Sequence[tuple[SettlementRow, Terms]]) -> dict[str, Cell]:
    """Return what was approved, paid net, moved otherwise and was late, of rows together."""
    return {
        "assessed": sum(terms.assessed_fen for _, terms in pairs) or None,
        "net_paid": sum(merged(row, PAID) for row, _ in pairs) or None,
        "rest": sum(merged(row, MERGED) for row, _ in pairs) or None,
        "late": sum(terms.late_fen for _, terms in pairs) or None,
    }


def hospital_line(
    columns: Mapping[str, Column],
    line: tuple[Row, Mapping[str, Cell]],
    pair: tuple[SettlementRow, Terms],
) -> Row:
    """Lay a hospital's terms beside its figures, in red while it owes beyond the day."""
    row, cells = line
    _, terms = pair
    red = terms.left_fen > 0 and terms.days_late > 0
    return named_row(
        columns,
        {
            **cells,
            **term_figures([pair]),
            "due": terms.due,
            "days_late": terms.days_late or None,
            "consequence": terms.consequence,
        },
        mark="alert" if red else row.mark,
        depth=row.depth,
    )


def total_line(
    columns: Mapping[str, Column],
    line: tuple[Row, Mapping[str, Cell]],
    pairs: Sequence[tuple[SettlementRow, Terms]],
) -> Row:
    """Add up what was approved and what was late, in all or of the year that a line is for."""
    row, cells = line
    year = str(cells["year"] or "")
    own = [pair for pair in pairs if year in ("", str(pair[0].leaf.account.year or ""))]
    return named_row(columns, {**cells, **term_figures(own)}, mark=row.mark, depth=row.depth)
