"""账表 by name: what every report's module says of itself, collected, and what is made of that."""

from __future__ import annotations

from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from ledger.reports.declared import declared_kinds

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ledger.reports.kind import ReportKind, ReportOption


@cache
def report_kinds() -> Mapping[str, ReportKind]:
    """Return every report by name, in the order of the command's list."""
    kinds = sorted(declared_kinds(), key=lambda kind: (kind.listed, kind.name))
    named = {kind.name: kind for kind in kinds}
    assert len(named) == len(kinds), "each report has a name of its own"
    return MappingProxyType(named)


def menu() -> tuple[tuple[str, str], ...]:
    """Return name and title of every report, in the order of the page's menu."""
    kinds = sorted(report_kinds().values(), key=lambda kind: (kind.menu, kind.name))
    return tuple((kind.name, kind.title) for kind in kinds)


def option_help(option: ReportOption) -> str:
    """Say what an option is for: by report, where reports say it; else what it says itself."""
    said: dict[str, list[str]] = {}
    for kind in report_kinds().values():
        words = kind.words.get(option.word, "")
        if words:
            said.setdefault(words, []).append(kind.called or kind.title)
    if not said:
        return option.help
    return "；".join(f"{'、'.join(names)}：{words}" for words, names in said.items()) + "。"
