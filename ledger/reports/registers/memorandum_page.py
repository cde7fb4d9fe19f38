"""备查簿·一家医院: its whole story, from the application to what came back after the write-off.

Every paper and every voucher in order of the day; what successors (承接) did with its debt since
stands there too, so that the page ends where the money ended.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.basis.money import grouped, yuan
from ledger.basis.terms import OWNERSHIPS
from ledger.formats.report import UNIT, WORDS, Column, Report, Row, book_line, joined, money
from ledger.reports.registers.memorandum import SIGNATURES, kind_name, line_tree

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ledger.dues.debts import Debts
    from ledger.dues.values import BookState
    from ledger.masters.hospital import Hospital
    from ledger.reports.registers.memorandum import MemoLine

COLUMNS = (
    Column(heading="日期"),
    Column(heading="事项"),
    Column(heading="年度", align="right"),
    money("金额"),
    money("当日未收回"),
    Column(heading="内容", wraps=24),
    Column(heading="文书", wraps=WORDS),
    Column(heading="凭证"),
    Column(heading="后续", wraps=WORDS),
)
NOTE = "“当日未收回”是这家机构（连同承接其债务的单位）各年度预付金当日终了的余额，按业务发生日。"


def memorandum_page(
    state: BookState,
    hospital: Hospital,
    lines: Sequence[MemoLine],
    debts: Mapping[int, Debts],
) -> Report:
    """Draw up a hospital's page up to a day."""
    ordered = sorted(lines, key=lambda line: (line.date, line.order))
    left = left_on(hospital.code, debts, state)
    return Report(
        title=f"备查簿：{hospital.name}",
        subtitle=(
            book_line(state.book),
            joined(
                (
                    hospital.code,
                    hospital.credit_code,
                    OWNERSHIPS[hospital.ownership],
                    hospital.level,
                ),
                "　",
            ),
            f"截至 {state.on}",
            UNIT,
        ),
        columns=COLUMNS,
        rows=tuple(story_row(line, hospital, debts, state) for line in ordered),
        signatures=SIGNATURES,
        notes=(f"截至 {state.on} 未收回 {grouped(left)}。", NOTE),
        tree={
            "book": state.book.code,
            "hospital": hospital.code,
            "name": hospital.name,
            "as_of": state.on,
            "outstanding": yuan(left),
            "lines": [
                line_tree(number, line, state)
                | {"outstanding": yuan(held(hospital.code, debts, line))}
                for number, line in enumerate(ordered, 1)
            ],
        },
    )


def story_row(
    line: MemoLine, hospital: Hospital, debts: Mapping[int, Debts], state: BookState
) -> Row:
    """Draw one line of the story; what another unit did is told with its name."""
    other = line.hospital not in ("", hospital.code)
    cells = (
        line.date,
        joined((kind_name(line), state.name(line.hospital) if other else ""), "·"),
        str(line.year or ""),
        line.amount_fen or None,
        held(hospital.code, debts, line),
        line.words,
        line.papers,
        line.where,
        line.since,
    )
    return Row(cells=cells)


def held(hospital: str, debts: Mapping[int, Debts], line: MemoLine) -> int:
    """Return what is out of a hospital's debts at the end of a line's day."""
    return sum(sum(one.followed(hospital, line.date).values()) for one in debts.values())


def left_on(hospital: str, debts: Mapping[int, Debts], state: BookState) -> int:
    """Return what is out of a hospital's debts on the day asked for."""
    return sum(sum(one.followed(hospital, state.on).values()) for one in debts.values())
