"""The terminal: tables, JSON, CSV and refusals on a stream. The one door to rich.

rich is imported where it is used, so that `prepay --help` does not wait for it.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
from typing import TYPE_CHECKING

from ledger.views.files import BOM, csv_text, json_text
from ledger.views.findings import finding_lines
from ledger.views.table_layout import lay_out

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import TextIO

    from ledger.basis.errors import Finding
    from ledger.views.reports import Report
    from ledger.views.table_layout import TextLine

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
    """Put several reports on a stream: tables one after another, in JSON a list of them."""
    if form == "json" and len(reports) > 1:
        write_file(json_text([report.tree for report in reports]), out)
        return
    for report in reports:
        show(report, form, out)


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
    """Give a terminal's width; what is piped has none and is never cut."""
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
