"""医疗机构账户模板: a workbook to fill in for `prepay hospital account import`."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from ledger.basis.terms import ACCOUNT_KINDS
from ledger.intake.list_template import list_workbook
from ledger.intake.new_file import write_new_workbook
from ledger.intake.template import ACCOUNT_WORDS
from ledger.intake.workbook.workbook_fill import FillColumn
from ledger.workflow.setup.hospital_accounts import COLUMNS, OPTIONAL

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

HINTS: Mapping[str, str] = MappingProxyType(
    {
        "hospital": "医疗机构名单里的编码，或全称；设为文本",
        "number": "照银行回单抄写；务必为文本，不然后几位会变成 0",
        "kind": "可不填，默认自有账户；几家共用的，每家一行，都填集中核算",
        "valid_from": "从哪天起是它的账户，如 2026-03-01",
        "until": "可不填；停用的填最后一天，含当日",
        "paper": "凭什么文件登记：文号:日期",
    }
)
SENTENCES = (
    "一行一个账户；带 * 的栏目必填；名单里已有的账户不必再填。停用的，带停用日期再登记一次。",
    "从 Excel 别处拷来的数，请“选择性粘贴—数值”；不要合并格子，不要隐藏行列，不要留公式。",
    "填好后：prepay hospital account import 文件名。",
    "有问题的会退回一份“…-有误.xlsx”，标红之处就是要改的。",
)


def write_account_template(path: Path) -> str:
    """Write the template of a list of hospitals' bank accounts; gives its Chinese name.

    Raises Refused (FILE_KIND, FILE_EXISTS, FILE_UNWRITABLE).
    """
    columns = [
        FillColumn(
            name=name,
            heading=heading,
            sort={"kind": "choice", "valid_from": "date", "until": "date"}.get(name, "text"),
            required=name not in OPTIONAL,
            choices=tuple(ACCOUNT_KINDS.values()) if name == "kind" else (),
            hint=HINTS[name],
        )
        for name, heading in COLUMNS.items()
    ]
    write_new_workbook(path, list_workbook(ACCOUNT_WORDS[1], columns, SENTENCES))
    return ACCOUNT_WORDS[1]
