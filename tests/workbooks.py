"""Workbooks to test with: filled in as a person would, or built part by part as an enemy would."""

from __future__ import annotations

import datetime
import io
import zipfile
from typing import TYPE_CHECKING

import xlsxwriter
from python_calamine import CalamineWorkbook

from ledger.intake.template_file import write_template

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from ledger.intake.workbook.workbook_read import Value

CONTENT_TYPES = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/></Types>"""
SPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def sheet_values(path: Path, sheet: int = 0) -> list[list[Value]]:
    """Read a sheet's values as a person sees them."""
    with CalamineWorkbook.from_path(path) as book:
        return book.get_sheet_by_index(sheet).to_python(skip_empty_area=False)


def write_sheet(
    path: Path,
    rows: Sequence[Sequence[Value]],
    *,
    name: str = "拨付",
    touch: Callable[[xlsxwriter.Workbook, xlsxwriter.worksheet.Worksheet], None] | None = None,
) -> Path:
    """Write rows as Excel would keep them; `touch` may spoil the sheet afterwards."""
    with xlsxwriter.Workbook(path, {"strings_to_formulas": False}) as book:
        sheet = book.add_worksheet(name)
        day = book.add_format({"num_format": "yyyy/m/d"})
        for r, row in enumerate(rows):
            for c, value in enumerate(row):
                if isinstance(value, bool):
                    sheet.write_boolean(r, c, value)
                elif isinstance(value, str):
                    if value:
                        sheet.write_string(r, c, value)
                elif isinstance(value, int | float):
                    sheet.write_number(r, c, value)
                else:
                    assert isinstance(value, datetime.date)
                    sheet.write_datetime(r, c, value, day)
        if touch is not None:
            touch(book, sheet)
    return path


def rewritten(path: Path, changes: Mapping[tuple[int, str], Value]) -> Path:
    """Change cells of a workbook's first sheet, named by Excel's row and by heading; save it."""
    values = sheet_values(path)
    known = ("业务编号", "对账函编号")
    head = next(row for row in values if any(str(cell).startswith(known) for cell in row))
    headings = [str(cell).rstrip("*") for cell in head]
    for (row, heading), value in changes.items():
        while len(values) < row:
            values.append([""] * len(headings))
        values[row - 1][headings.index(heading)] = value
    return write_sheet(path, values)


def filled_row(number: int) -> dict[str, Value]:
    """Give what a person fills in for one disbursement, on a day of March."""
    return {
        "业务编号": f"拨付2026-{number:03d}",
        "业务类型": "拨付",
        "统筹区": "620100",
        "险种": "职工",
        "日期": datetime.date(2026, 3, number),
        "医疗机构编码": "H62010000001",
        "预付年度": 2026,
        "金额": 1000.5 + number,
        "付款账户": "支出户",
        "支付指令号": f"支付{number:03d}",
        "支付指令日期": datetime.date(2026, 3, number),
        "银行回单号": f"回单{number:03d}",
        "银行回单日期": datetime.date(2026, 3, number),
    }


def twenty(path: Path) -> dict[tuple[int, str], Value]:
    """Fill twenty rows in, from row 3 on: the example stays in row 2."""
    write_template("拨付", path)
    return {
        (number + 2, heading): value
        for number in range(1, 21)
        for heading, value in filled_row(number).items()
    }


def parts(
    body: str = "",
    *,
    before: str = "",
    after: str = "",
    strings: str = "",
    sheets: str = '<sheet name="拨付" sheetId="1" r:id="rId1"/>',
    relations: str = "",
) -> dict[str, bytes]:
    """Write the parts of a workbook whose sheet has the given rows of XML."""
    texts = {
        "[Content_Types].xml": CONTENT_TYPES,
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="rId1" '
        f'Type="{RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{SPACE}" xmlns:r="{RELATIONS}">'
        f"<sheets>{sheets}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}">'
        f'<Relationship Id="rId1" Type="{RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="rId9" Type="{RELATIONS}/sharedStrings" Target="sharedStrings.xml"/>'
        f"{relations}</Relationships>",
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{SPACE}">{before}'
        f"<sheetData>{body}</sheetData>{after}</worksheet>",
        "xl/sharedStrings.xml": f'<sst xmlns="{SPACE}">{strings}</sst>',
    }
    return {name: text.encode() for name, text in texts.items()}


def packed(contents: Mapping[str, bytes], path: Path) -> Path:
    """Pack parts into a file."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in contents.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    path.write_bytes(out.getvalue())
    return path


def text_cell(place: str, text: str) -> str:
    """Write a cell of text."""
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


def text_row(number: int, *texts: str) -> str:
    """Write a row of text from column A on."""
    cells = "".join(text_cell(f"{chr(65 + n)}{number}", text) for n, text in enumerate(texts))
    return f'<row r="{number}">{cells}</row>'
