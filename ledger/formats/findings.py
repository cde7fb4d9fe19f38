"""Refusals in words: every finding with where, what, why (依据) and what to do (办法)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.formats.table_layout import BOLD, BOLD_RED, StyledText
from ledger.formats.wide_text import fold, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ledger.basis.errors import Finding
    from ledger.formats.table_layout import TextLine

HEADINGS = {
    "refused": "被拒绝：共 {count} 处，账簿没有任何改动。",
    "warning": "提醒：共 {count} 处，请核对；不影响办理。",
    "unsound": "账簿不能自证：共 {count} 处。",
    "stopped": "没有办完：",
}
STYLES = {"refused": BOLD_RED, "warning": BOLD, "unsound": BOLD_RED, "stopped": BOLD_RED}


#: What a refusal of permission ends with: what has already happened can always be told.
DOOR = "银行确已划转、改不回来的，写明原因，按特殊情况（irregular）录入，由会计主管审核。"


def finding_lines(findings: Sequence[Finding], width: int | None, tone: str) -> Iterator[TextLine]:
    """Return the lines of a refusal; findings that say the same stand together with all places."""
    yield (StyledText(HEADINGS[tone].format(count=len(findings)), STYLES[tone]),)
    for number, group in enumerate(said_alike(findings), 1):
        yield ()
        yield from group_lines(number, group, width)
    if any(finding.permission for finding in findings):
        yield ()
        yield from labelled("", DOOR, "", width)


def said_alike(findings: Iterable[Finding]) -> list[list[Finding]]:
    """Put the findings that say the same together, in the order in which they were first said."""
    groups: dict[tuple[str, str, str, str], list[Finding]] = {}
    for finding in findings:
        same = (finding.code, finding.message, finding.clause, finding.remedy)
        groups.setdefault(same, []).append(finding)
    return list(groups.values())


def group_lines(number: int, group: Sequence[Finding], width: int | None) -> Iterator[TextLine]:
    """Return the lines of findings that say the same, with all their places."""
    said = group[0]
    yield from labelled(f"{number}. ", said.message, f" [{said.code}]", width)
    places = [place for place in map(place_of, group) if place]
    if places:
        yield from labelled("   位置：", "；".join(places), "", width)
    if said.clause:
        yield from labelled("   依据：", said.clause, "", width)
    yield from labelled("   办法：", said.remedy, "", width)


def place_of(finding: Finding) -> str:
    """Say where a finding lies: row, field, business key."""
    row = f"第 {finding.row} 行" if finding.row is not None else ""
    key = f"业务编号 {finding.key}" if finding.key else ""
    return " · ".join(part for part in (row, finding.field, key) if part)


def labelled(label: str, text: str, code: str, width: int | None) -> Iterator[TextLine]:
    """Return a labelled sentence, its later lines hanging under its first."""
    hang = 3
    text = plain(text + code)
    folded = [label + text] if width is None else fold(label + text, max(width - hang, 20))
    for number, line in enumerate(folded):
        yield (StyledText(line if number == 0 else " " * hang + line, ""),)
