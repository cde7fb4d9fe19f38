"""The table of parameters of docs/profiles.md, drawn up from the code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.policy.parameters_assessed import AMOUNT, APPLYING, GATE, SCOPE
from ledger.policy.parameters_booked import (
    BOOKKEEPING,
    PAYING,
    RECALLING,
    RETURNING,
    SANCTIONS,
    WRITING_OFF,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ledger.policy.parameter import Parameter

SHAPES = {
    "text": "词",
    "texts": "一列词",
    "flag": "是否",
    "whole": "整数",
    "money": "金额",
    "ratio": "比例",
    "day": "月日",
    "days": "一年里的日子",
    "table": "对照表",
    "rows": "行",
}
PARTS = {
    "范围": SCOPE,
    "基金条件": GATE,
    "申请": APPLYING,
    "金额": AMOUNT,
    "处罚": SANCTIONS,
    "拨付": PAYING,
    "返还和冲抵": RETURNING,
    "收回": RECALLING,
    "核销": WRITING_OFF,
    "账务和公布": BOOKKEEPING,
}


def parameter_table() -> str:
    """Draw the whole table as Markdown."""
    return "\n".join(lines())


def lines() -> Iterator[str]:
    """Give the table line by line, a heading for each part."""
    for part, parameters in PARTS.items():
        yield f"\n**{part}**\n"
        yield "| 参数 | 名称 | 类型 | 可填 | 条目 |"
        yield "|---|---|---|---|---|"
        for name, parameter in parameters.items():
            cells = (f"`{name}`", parameter.title, SHAPES[parameter.shape], fillable(parameter))
            yield f"| {' | '.join(cells)} | {' '.join(parameter.items)} |"


def fillable(parameter: Parameter) -> str:
    """Say which words may be written, or which columns a row has."""
    if parameter.columns:
        return "；".join(
            f"{name}：{'、'.join(column.words) or SHAPES[column.shape]}"
            for name, column in parameter.columns.items()
        )
    return "、".join(f"`{code}` {word}" for code, word in parameter.words.items())
