"""What each report's module says of itself, read from its text: to list reports, none is loaded.

Their modules read the database, and loading what that needs takes longer than the list.
"""

from __future__ import annotations

import ast
import re
from functools import partial
from importlib import import_module
from importlib.abc import InspectLoader
from importlib.util import find_spec
from pkgutil import walk_packages
from typing import TYPE_CHECKING, Any

from ledger import reports
from ledger.reports.kind import ReportKind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from ledger.formats.report import Report
    from ledger.reports.kind import ReportAsked
    from ledger.workflow.desk import Desk

#: How a module says that it is a report. Every word but `draw` is a plain value.
SAYS = re.compile(r"^REPORT = ReportKind\(\n.*?^\)$", re.MULTILINE | re.DOTALL)


def declared_kinds() -> Iterator[ReportKind]:
    """Find what every module of this room says of itself that says `REPORT = ReportKind(…)`."""
    for module in walk_packages(reports.__path__, f"{reports.__name__}."):
        said = SAYS.search(text_of_module(module.name))
        if said:
            yield kind_said(module.name, said[0])


def text_of_module(name: str) -> str:
    """Read a module's text, without loading it."""
    spec = find_spec(name)
    assert spec is not None
    assert isinstance(spec.loader, InspectLoader)
    return spec.loader.get_source(name) or ""


def kind_said(module: str, text: str) -> ReportKind:
    """Read what a module says; it is loaded when its report is drawn, not before."""
    (statement,) = ast.parse(text).body
    assert isinstance(statement, ast.Assign)
    assert isinstance(statement.value, ast.Call)
    words: dict[str, Any] = {
        word.arg: ast.literal_eval(word.value)
        for word in statement.value.keywords
        if word.arg is not None and word.arg != "draw"
    }
    return ReportKind(draw=partial(drawn_in, module), **words)


def drawn_in(module: str, desk: Desk, asked: ReportAsked, day: date | None) -> list[Report]:
    """Draw the report of a module."""
    kind = import_module(module).REPORT
    assert isinstance(kind, ReportKind)
    return kind.draw(desk, asked, day)
