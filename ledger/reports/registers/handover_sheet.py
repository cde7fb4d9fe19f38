"""会计工作移交清册: what is handed over, by whom, to whom, before whom; signed on paper."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from ledger.basis.money import yuan
from ledger.formats.report import CODES, UNIT, WORDS, Column, Report, money, named_row
from ledger.workflow.office.handover_lists import PARTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ledger.formats.report import Row
    from ledger.workflow.office.handover import Handover
    from ledger.workflow.office.handover_lists import HandedOver

COLUMNS = MappingProxyType(
    {
        "part": Column(heading="类别"),
        "book": Column(heading="账套", wraps=CODES),
        "day": Column(heading="日期"),
        "number": Column(heading="编号", wraps=14),
        "name": Column(heading="对象", wraps=WORDS),
        "amount": money("金额"),
        "words": Column(heading="情况", wraps=24),
    }
)
NOTES = (
    "一式三份：移交人、接替人各一份，存档一份（《会计基础工作规范》第二十五至三十五条）。",
    "移交人的岗位自确认时起终止；接替人继续使用移交的账簿，不另立新账。",
)


def handover_sheet(drawn: Handover) -> Report:
    """Draw the 清册 up; a part in which nothing is open says 无."""
    return Report(
        title="会计工作移交清册",
        subtitle=(
            f"移交人：{drawn.name}　接替人：{drawn.to}　监交人：{drawn.witness}",
            f"移交日期：{drawn.day}",
            f"清册校验码：{drawn.digest}",
            UNIT,
        ),
        columns=tuple(COLUMNS.values()),
        rows=tuple(handover_rows(drawn)),
        notes=NOTES,
        signatures=(f"移交人 {drawn.name}", f"接替人 {drawn.to}", f"监交人 {drawn.witness}"),
        tree={
            "from": drawn.name,
            "to": drawn.to,
            "witness": drawn.witness,
            "day": drawn.day,
            "digest": drawn.digest,
            "lines": [line_tree(line) for line in drawn.lines],
        },
    )


def handover_rows(drawn: Handover) -> Iterator[Row]:
    """Draw the lines part by part."""
    for part in PARTS:
        lines = [line for line in drawn.lines if line.part == part]
        yield from map(handed_row, lines)
        if not lines:
            yield named_row(COLUMNS, {"part": part, "words": "无"})


def handed_row(line: HandedOver) -> Row:
    """Draw one line."""
    return named_row(
        COLUMNS,
        {
            "part": line.part,
            "book": line.book,
            "day": line.day,
            "number": line.number,
            "name": line.name,
            "amount": line.amount_fen,
            "words": line.words,
        },
    )


def line_tree(line: HandedOver) -> dict[str, object]:
    """Write one line for programs."""
    return {
        "part": line.part,
        "book": line.book or None,
        "day": line.day or None,
        "number": line.number or None,
        "name": line.name or None,
        "amount": None if line.amount_fen is None else yuan(line.amount_fen),
        "words": line.words,
    }
