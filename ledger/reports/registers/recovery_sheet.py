"""恢复码: the sheet that is printed once and put into the safe."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from ledger.formats.report import WORDS, Column, Report, named_row
from ledger.store.engine import reading
from ledger.store.masters import read_books

if TYPE_CHECKING:
    from ledger.workflow.desk import Desk

COLUMNS = MappingProxyType(
    {"item": Column(heading="项目"), "content": Column(heading="内容", wraps=WORDS)}
)
TRIED = "（试算，没有做）"
NOTES = (
    "只印这一次，程序里没有第二份。封好放进保险柜，由单位负责人保管，不要拍照、不要存在电脑里。",
    "持有人不在、又非更换其密钥不可时，由出纳办理：prepay --as 出纳 operator recover 姓名。",
    "用一次即作废，写在本单位的链上。",
    "封存人：________　监封人：________　日期：________",
)


def recovery_sheet(desk: Desk, code: str) -> Report:
    """Draw the sheet up; without a code (a trial) it says so."""
    with reading(desk.engine) as conn:
        areas = dict.fromkeys(book.area_name for book in read_books(conn).values())
    lines = (("恢复码", code or TRIED), ("制作日期", str(desk.today())), ("账套", "、".join(areas)))
    rows = tuple(named_row(COLUMNS, {"item": item, "content": told}) for item, told in lines)
    return Report(
        title="恢复码",
        subtitle=("放进保险柜",),
        columns=tuple(COLUMNS.values()),
        rows=rows,
        notes=NOTES,
        tree={"recovery_code": code, "made": str(desk.today())},
    )
