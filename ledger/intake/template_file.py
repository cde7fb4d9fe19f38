"""模板文件: an empty workbook to fill in, with one example row that is never read."""

from __future__ import annotations

import functools
import io
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING

from ledger.basis.errors import unclear
from ledger.basis.terms import EVENT_KINDS, FUNDS, RECALL_TRIGGERS, code_of
from ledger.events.confirmations import alternative_check
from ledger.formats.workbook_style import new_book
from ledger.intake.intake import ENTERED
from ledger.intake.new_file import write_new_workbook
from ledger.intake.template import ACCOUNT_WORDS, EVENTS, HOSPITALS, columns_of, kind_asked
from ledger.intake.workbook.workbook_fill import write_guide, write_headings, write_value

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from ledger.intake.workbook.workbook_fill import FillColumn
    from ledger.intake.workbook.workbook_read import Value

EXAMPLE = "示例"
REASONS = MappingProxyType(
    {
        "repayment": "到期返还",
        "settlement-offset": RECALL_TRIGGERS["agreement-ended"],
        "recall-lift": "情形已消除",
        "cure": "超额部分已返还",
        "withdrawal": "登记有误",
        "acknowledgement": "当时岗位设置有误，已纠正",
    }
)
GREY = {"font_color": "#7F7F7F", "italic": True, "bg_color": "#F2F2F2"}
NAMES = {HOSPITALS: "医疗机构", EVENTS: "业务"}
GUIDE = (
    "一行一笔业务；带 * 的栏目必填；灰色斜体的示例行不会录入，可以留着，也可以删去。",
    "从 Excel 别处拷来的数，请“选择性粘贴—数值”；不要合并格子，不要隐藏行列，不要留公式。",
    "账号、编码、回单号都是文本；金额只填数。每种附件填它的编号和日期，另有张数的加一栏“…张数”。",
    "填好后：prepay record 文件名。有问题的会退回一份“…-有误.xlsx”，标红之处就是要改的。",
)


def write_template(word: str, path: Path, *, book: str = "") -> str:
    """Write the template that a word asks for; gives its Chinese name.

    Raises Refused (TEMPLATE_UNKNOWN, FILE_KIND, FILE_EXISTS): a file that is there may hold
    somebody's work.
    """
    asked = kind_asked(word)
    if asked is None:
        kinds = "、".join(f"{EVENT_KINDS[kind.KIND]}（{kind.KIND}）" for kind in ENTERED)
        raise unclear(
            "TEMPLATE_UNKNOWN",
            f"没有“{word}”的模板",
            f"可填：医疗机构（{HOSPITALS}）、{ACCOUNT_WORDS[1]}（{ACCOUNT_WORDS[0]}）、业务（{EVENTS}，各种业务混填）、{kinds}",
        )
    write_new_workbook(path, template_bytes(asked, book))
    return NAMES.get(asked) or EVENT_KINDS[asked]


def template_bytes(asked: str, book: str = "") -> bytes:
    """Draw a template; `book` puts its own 统筹区 and 险种 into the example row."""
    columns = columns_of(asked)
    example = dict(example_of(asked))
    area, _, fund = book.partition("/")
    if area and "area" in example:
        example |= {"area": area, "fund": FUNDS.get(fund, "")}
    name = NAMES.get(asked) or EVENT_KINDS[asked]
    out = io.BytesIO()
    with new_book(out) as made:
        sheet = made.workbook.add_worksheet(name)
        write_headings(made, sheet, columns)
        for n, column in enumerate(columns):
            value = example.get(column.name, "")
            write_value(made, sheet, (1, n), value, column.sort, GREY)
        write_guide(made, columns, guide_of(asked), f"{name}：{GUIDE_TITLE}")
    return out.getvalue()


GUIDE_TITLE = "填写说明"


def guide_of(asked: str) -> tuple[str, ...]:
    """Return the sentences of the guide."""
    if asked != HOSPITALS:
        return GUIDE
    return tuple(
        line.replace("一笔业务", "一家机构").replace("prepay record", "prepay hospital import")
        for line in GUIDE
        if "附件" not in line
    )


def is_example(words: Mapping[str, object]) -> bool:
    """Return whether a row is marked as the example."""
    return str(words.get("key") or words.get("code") or "").strip().startswith(EXAMPLE)


def is_untouched(words: Mapping[str, object], asked: str) -> bool:
    """Return whether a marked row says nothing that the example does not say."""
    example = {
        name: f"{value:.0f}" if isinstance(value, float) else str(value)
        for name, value in example_of(asked).items()
    }
    free = ("area", "fund")
    return all(
        name in free or not str(word).strip() or str(word) == example.get(name)
        for name, word in words.items()
    )


def asked_by(words: Mapping[str, object]) -> tuple[str, ...]:
    """Return which templates a marked row may have come from."""
    if "code" in words:
        return (HOSPITALS,)
    kind = code_of(EVENT_KINDS, str(words.get("kind", "")))
    entered = {one.KIND for one in ENTERED}
    return (kind, EVENTS) if kind in entered and kind is not None else (EVENTS,)


#: A month's figures of a whole fund, in 元.
EXAMPLE_FIGURES: Mapping[str, float] = MappingProxyType(
    {
        "balance": 6000000000.0,
        "income": 500000000.0,
        "expenditure": 450000000.0,
        "budget": 2800000000.0,
        "assets": 6200000000.0,
    }
)


@functools.cache
def example_of(asked: str) -> Mapping[str, Value]:
    """Return the example row of a template, never read as one."""
    kind = "disbursement" if asked == EVENTS else asked
    known: dict[str, Value] = {
        "key": f"{EXAMPLE}（本行不录入）",
        "kind": EVENT_KINDS.get(kind, ""),
        "area": "620100",
        "code": EXAMPLE,
        "name": "示例医院（本行不录入）",
        "level": "三级甲等",
        "hospital": "H62010000001",
        "successor": "H62010000002",
        "date": date(2026, 3, 10),
        "year": 2026,
        "amount": 1200000.0,
        "settlement": 1500000.0,
        "payee_account": "6222020200112233445",
        "payer_account": "6222020200112233445",
        "counterparty": "示例医院",
        "lower_area": "620702",
        "disbursement": "拨付2026-001",
        "reason": REASONS.get(kind, "年度清算"),
        "factor": "1.5",
        "notified_on": date(2026, 3, 10),
        "recall": "收回2026-001",
        "letter": "对账函-20261231-H62010000001",
        "event": "担保2026-001" if kind == "withdrawal" else "拨付2026-001",
        "court": "示例人民法院",
        "number": "（2026）示例民初1号",
        "administrator": "示例律师事务所",
        "month": "2026-02",
        "listed": 12,
        "concerned": 1,
        "channel": "医保局门户网站",
        **EXAMPLE_FIGURES,
        "balances": alternative_check.EXAMPLE,
    }
    values = {column.name: example_value(column, known) for column in columns_of(asked)}
    given = {name: value for name, value in values.items() if value is not None}
    return MappingProxyType(given)


def example_value(column: FillColumn, known: Mapping[str, Value]) -> Value | None:
    """Return what an example row says in a column; None where it stays empty."""
    if column.name in known:
        return known[column.name]
    if column.choices and (column.required or column.name == "benefit"):
        return column.choices[0]
    if not column.name.startswith("papers.") or column.sort == "money":
        return None
    return date(2026, 3, 10) if column.sort == "date" else f"示例{column.heading}001"
