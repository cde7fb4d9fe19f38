"""核定数据模板: a workbook to fill in for each list that 核定 is worked out from."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from ledger.basis.errors import unclear
from ledger.basis.terms import FUNDS, PAYERS, SERVICES
from ledger.intake.assess_words import AGREED, FIGURES, MONEY, PAYMENTS, ListKind
from ledger.intake.list_template import list_workbook
from ledger.intake.new_file import write_new_workbook
from ledger.intake.workbook.workbook_fill import FillColumn

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

TEMPLATES: Mapping[str, ListKind] = MappingProxyType(
    {"figures": FIGURES, "payments": PAYMENTS, "agreed": AGREED}
)
CHOICES: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {"fund": FUNDS, "service": SERVICES, "payer": PAYERS}
)
HINTS: Mapping[str, str] = MappingProxyType(
    {
        "area": "六位区划代码，如 620100",
        "year": "数字所属的年度（预付年度的上一年），如 2025",
        "balance": "该年末累计结余，元；职工医保只填统筹基金",
        "income": "该年基金收入，元",
        "expenditure": "该年基金支出，元",
        "forecast_income": "下一年按12个月滚动测算的预计收入，元",
        "forecast_expenditure": "下一年按12个月滚动测算的预计支出，元",
        "hospital": "医疗机构名单里的编码；设为文本，不要用公式",
        "month": "费用所属月份，如 2025-03；设为文本",
        "service": "住院 或 门诊",
        "payer": "由谁支付；居民医保只有基本医保统筹基金",
        "amount": "该月支付额，元，可以为 0",
        "agreed": "与财政部门商定的金额，元；不予预付的填 0",
    }
)
FOOT: Mapping[str, str] = MappingProxyType(
    {
        "figures": "填好后：prepay assess import 文件名。",
        "payments": "填好后：prepay assess import 文件名。再次导入，相同的行以新的为准。",
        "agreed": "填好后：prepay assess run --year 年度 --agreed 文件名 --document 文号:日期。",
    }
)


def write_list_template(word: str, path: Path) -> str:
    """Write the template of a list; gives its Chinese name.

    Raises Refused (TEMPLATE_UNKNOWN, FILE_KIND, FILE_EXISTS): a file that is there may hold
    somebody's work.
    """
    named = {**TEMPLATES, **{kind.name: kind for kind in TEMPLATES.values()}}
    if word not in named:
        known = "、".join(f"{kind.name}（{code}）" for code, kind in TEMPLATES.items())
        raise unclear("TEMPLATE_UNKNOWN", f"没有“{word}”的模板", f"可填：{known}")
    write_new_workbook(path, list_template_bytes(named[word]))
    return named[word].name


def list_template_bytes(kind: ListKind) -> bytes:
    """Draw the template of a list: headings with drop-downs and checks, and the guide."""
    columns = [fill_column(kind, name) for name in kind.columns]
    code = next(code for code, one in TEMPLATES.items() if one is kind)
    sentences = (
        "一行一个数；带 * 的栏目必填；金额只填数，元，最多两位小数。",
        "从 Excel 别处拷来的数，请“选择性粘贴—数值”；不要合并格子，不要隐藏行列，不要留公式。",
        f"{FOOT[code]}有问题的会退回一份“…-有误.xlsx”，标红之处就是要改的。",
    )
    return list_workbook(kind.name, columns, sentences)


def fill_column(kind: ListKind, name: str) -> FillColumn:
    """Return one column to fill in; amounts carry no check, since they may be zero."""
    choices = tuple(CHOICES.get(name, {}).values())
    sort = "choice" if choices else "year" if name == "year" else "text"
    hint = HINTS.get(name, "从下拉选单里选")
    return FillColumn(
        name=name,
        heading=kind.columns[name],
        sort="" if name in (*MONEY, "agreed") else sort,
        required=name not in kind.optional,
        choices=choices,
        hint=hint,
    )
