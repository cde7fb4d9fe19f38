"""Files that the program hands out or hands back: workbooks to fill in, marked copies, prints."""

from __future__ import annotations

import datetime
import io
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

from python_calamine import CalamineWorkbook

from ledger.events.kinds import KINDS
from ledger.reports.registry import report_kinds
from tests.frozen_running import run_command
from tests.workbooks import rewritten, sheet_values, write_sheet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ledger.intake.workbook.workbook_read import Value

BOOK = "620100/employee"
TEMPLATES = (*(kind for kind, event in KINDS.items() if not event.INTERNAL), "hospitals", "events")
#: A book's month to print.
PRINTED = ((BOOK, "2025-12"), ("460000/employee", "2026-03"))
#: Other reads on paper.
PRINTS = (
    "due --on 2025-12-25 --book 620100/employee",
    "voucher show 2025-03@记-0002 2025-06@记-0001 --book 620100/employee",
    "bank adjust --period 2025-12 --book 620100/employee",
    "confirm list --book 620100/employee",
    "assess show --year 2026 --area 620722",
    "policy show --book 620722/employee",
    "explain H62010200056 --period 2025-12 --book 620100/employee",
)


def workbook_text(content: bytes) -> bytes:
    """Write a workbook out as text: what a person sees in its cells, then every part as it is.

    What packs the parts (zlib) may differ from machine to machine; the parts may not.
    """
    lines = []
    with CalamineWorkbook.from_filelike(io.BytesIO(content)) as book:
        for name in book.sheet_names:
            lines.append(f"== {name}")
            rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
            lines += ["\t".join(f"{cell}".replace("\n", "\\n") for cell in row) for row in rows]
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for part in archive.namelist():
            lines.append(f"== {part}")
            lines.append(archive.read(part).decode().replace("><", ">\n<"))
    return "\n".join(lines).encode()


def frozen_templates() -> Iterator[tuple[str, bytes]]:
    """Give every blank workbook as text."""
    for kind in TEMPLATES:
        Path("template.xlsx").unlink(missing_ok=True)
        told = run_command("template", kind, "template.xlsx", "--book", BOOK)
        yield f"template/{kind}.xlsx.txt", told + workbook_text(Path("template.xlsx").read_bytes())
    for kind in ("figures", "payments", "agreed"):
        Path("template.xlsx").unlink()
        told = run_command("assess", "template", kind, "template.xlsx")
        content = Path("template.xlsx").read_bytes()
        yield f"template/assess {kind}.xlsx.txt", told + workbook_text(content)


def frozen_refusals() -> Iterator[tuple[str, bytes]]:
    """Give what comes of a spoilt workbook of every kind: the refusals, and the marked copy."""
    for kind in TEMPLATES:
        Path("spoilt.xlsx").unlink(missing_ok=True)
        run_command("template", kind, "spoilt.xlsx", "--book", BOOK)
        write_sheet(Path("spoilt.xlsx"), spoilt_rows(Path("spoilt.xlsx")), name="业务")
        verb = ("hospital", "import") if kind == "hospitals" else ("record",)
        told = run_command("--as", "陆知遥", *verb, "spoilt.xlsx")
        yield f"refused/{kind}.txt", told + marked_copy()
    run_command("template", "disbursement", "late.xlsx", "--book", BOOK)
    changes: dict[tuple[int, str], Value] = {
        (row, heading): value
        for row, day in enumerate((datetime.date(2025, 3, 5), datetime.date(2026, 4, 1)), 3)
        for heading, value in paid_row(row, day).items()
    }
    rewritten(Path("late.xlsx"), changes)
    for person in ("", "陆知遥", "方以宁", "不认识"):
        told = run_command("--as", person, "record", "late.xlsx")
        yield f"refused/by {person or 'nobody'}.txt", told + marked_copy()
        told = run_command("--as", person, "record", "late.xlsx", "--format", "json", "--dry-run")
        yield f"refused/by {person or 'nobody'}, tried.json", told


def spoilt_rows(path: Path) -> list[list[Value]]:
    """Return a template's rows, then one with nonsense in every column and one almost empty."""
    rows = sheet_values(path)
    head = next(row for row in rows if sum(bool(cell) for cell in row) > 2)
    nonsense: list[Value] = [f"坏{number}" for number in range(len(head))]
    sparse: list[Value] = ["", *([""] * (len(head) - 2)), 1.005]
    return [*rows, nonsense, sparse]


def paid_row(number: int, day: datetime.date) -> dict[str, Value]:
    """Return a disbursement that is well formed and not allowed."""
    return {
        "业务编号": f"拨付-迟-{number}",
        "业务类型": "拨付",
        "统筹区": "620100",
        "险种": "职工",
        "日期": day,
        "医疗机构编码": "H62010200056",
        "预付年度": day.year,
        "金额": 1000.5 + number,
        "付款账户": "支出户",
        "支付指令号": f"支付{number:03d}",
        "支付指令日期": day,
        "银行回单号": f"回单{number:03d}",
        "银行回单日期": day,
    }


def marked_copy() -> bytes:
    """Return the marked copies of this folder as text, and take them away."""
    text = b""
    for path in sorted(Path().glob("*-有误*.xlsx")):
        text += f"\n== {path}\n".encode() + workbook_text(path.read_bytes())
        path.unlink()
    return text


def frozen_prints() -> Iterator[tuple[str, bytes]]:
    """Give the PDF of every report and of some other reads."""
    asked: list[tuple[str, ...]] = [
        ("report", name, "--book", book, "--period", month)
        for book, month in PRINTED
        for name in report_kinds()
    ]
    asked += [tuple(word.replace("@", " ") for word in words.split()) for words in PRINTS]
    for words in asked:
        Path("print.pdf").unlink(missing_ok=True)
        told = run_command(*words, "--output", "print.pdf")
        label = " ".join(words).replace("/", "-")
        path = Path("print.pdf")
        yield f"prints/{label}.pdf", path.read_bytes() if path.exists() else told
