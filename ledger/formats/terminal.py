"""The terminal: tables, JSON, CSV and refusals on a stream. The one door to rich.

rich is imported where it is used, so that `prepay --help` does not wait for it.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
from typing import TYPE_CHECKING

from ledger.basis.errors import unclear
from ledger.formats.files import BOM, csv_text, json_text
from ledger.formats.findings import finding_lines
from ledger.formats.table_layout import lay_out

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path
    from typing import TextIO

    from ledger.basis.errors import Finding
    from ledger.formats.report import Report
    from ledger.formats.table_layout import TextLine

FORMATS = ("table", "json", "csv")


def prepare_streams() -> None:
    """Let no character stop a message: what a GBK console cannot show becomes a question mark."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            # A stream that is closed or detached has nothing to say; leave it as it is.
            with contextlib.suppress(OSError, ValueError):
                reconfigure(errors="replace")


def show(report: Report, form: str, out: TextIO) -> None:
    """Put a report on a stream as `table`, `json` or `csv`."""
    assert form in FORMATS, f"{form} is no form of output"
    if form == "json":
        write_file(json_text(report.tree), out)
    elif form == "csv":
        write_file(csv_text(report), out)
    else:
        draw(lay_out(report, width_of(out), rule_of(out)), out)


def show_all(reports: Sequence[Report], form: str, out: TextIO) -> None:
    """Put several reports on a stream: tables one after another, in JSON a list of them.

    A workbook goes into a pipe or a file, never onto a screen: FORMAT_NEEDS_FILE.
    """
    if form == "xlsx":
        if out.isatty() or not hasattr(out, "buffer"):
            raise unclear(
                "FORMAT_NEEDS_FILE", "工作簿不能显示在屏幕上", "加上 --output 文件名.xlsx"
            )
        out.buffer.write(file_bytes(reports, form))
        out.buffer.flush()
        return
    if form == "json" and len(reports) > 1:
        write_file(json_text([report.tree for report in reports]), out)
        return
    for report in reports:
        show(report, form, out)


def save_all(reports: Sequence[Report], form: str, path: Path, fonts: Sequence[Path] = ()) -> Path:
    """Write reports to a file; its ending tells the format, and what is there is written over.

    A PDF looks for a Chinese font in the folders `fonts` first.

    Raises Refused: FILE_KIND for an ending that tells none, or another than `form`;
    FILE_UNWRITABLE, as where Excel has the file open; for a PDF what `print` says.
    """
    ending = path.suffix.lower().removeprefix(".")
    if ending not in ("xlsx", "pdf", "csv", "json") or form not in ("table", ending):
        raise unclear(
            "FILE_KIND", f"看不出 {path.name} 该写成什么格式", "以 .xlsx、.pdf、.csv 或 .json 结尾"
        )
    if ending == "csv" and len(reports) > 1:
        raise unclear(
            "FILE_KIND",
            f"有 {len(reports)} 张表，CSV 只能写一张",
            "改用 .xlsx 或 .pdf，或加条件只查一张",
        )
    content = file_bytes(reports, ending, fonts)
    temporary = path.with_name(f".{path.name}.part")
    try:
        temporary.write_bytes(content)
        temporary.replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise unclear(
            "FILE_UNWRITABLE",
            f"写不了 {path}：{error.strerror}",
            "在 Excel 或阅读器里关掉它，或换一个文件名",
        ) from None
    return path


def file_bytes(reports: Sequence[Report], form: str, fonts: Sequence[Path] = ()) -> bytes:
    """Return the bytes of reports as a file of a format."""
    if form == "pdf":
        from ledger.formats.print import pdf_bytes

        return pdf_bytes(reports, fonts)
    if form == "xlsx":
        from ledger.formats.workbook_report import workbook_bytes

        return workbook_bytes(reports)
    if form == "json":
        trees = [report.tree for report in reports]
        return json_text(trees[0] if len(trees) == 1 else trees).encode("utf-8", "replace")
    return csv_text(reports[0]).encode("utf-8", "replace")


def show_findings(findings: Sequence[Finding], out: TextIO, *, tone: str = "refused") -> None:
    """Print every finding at once; `tone` is `refused`, `warning` or `unsound`."""
    if findings:
        draw(finding_lines(findings, width_of(out), tone), out)


def write_file(text: str, out: TextIO) -> None:
    """Write machine text: UTF-8 bytes wherever bytes can go, whatever the console speaks.

    On a screen the text goes as it is, without the BOM.
    """
    buffer = getattr(out, "buffer", None)
    if out.isatty():
        out.write(text.removeprefix(BOM))
    elif buffer is None:
        out.write(text)
    else:
        out.flush()
        buffer.write(text.encode("utf-8", "replace"))
        buffer.flush()


def width_of(out: TextIO) -> int | None:
    """Return a terminal's width; what is piped has none and is never cut."""
    if not out.isatty():
        return None
    # A Windows console turns the line as soon as its last cell is filled.
    return shutil.get_terminal_size().columns - (os.name == "nt")


def rule_of(out: TextIO) -> str:
    """Choose the mark that rules are drawn with: a GBK console shows `─` two cells wide."""
    encoding = (getattr(out, "encoding", None) or "utf-8").lower()
    return "─" if encoding.startswith("utf") else "-"


def draw(lines: Iterable[TextLine], out: TextIO) -> None:
    """Print lines; in colour only where the stream is a terminal and NO_COLOR is not set."""
    from rich.console import Console
    from rich.text import Text

    console = Console(file=out, highlight=False, markup=False, emoji=False)
    if console.color_system is None:
        out.writelines("".join(span.text for span in line) + "\n" for line in lines)
        return
    for line in lines:
        console.print(Text.assemble(*line), soft_wrap=True)
