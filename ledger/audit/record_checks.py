"""What the program keeps beside the chain: where a book stood at an upgrade, what a close gave out.

Both excuse: a fact posted before an upgrade is judged by older rules, a file is as it was given
out. So each row must be what the log says, and name the link that the chain has there.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from ledger.audit.invariants import Stored, broken
from ledger.store.journals import Given
from ledger.store.upgrades import Stand

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ledger.audit.invariants import Row
    from ledger.basis.errors import Finding


def check_records(stored: Stored) -> Iterator[Finding]:
    """Upgrades and journal files stand as logged; an upgrade names a link that is there."""
    book = stored.book.code
    logged = {stand for line in stored.upgrade_lines for stand in logged_stands(line)}
    for stand in sorted(set(stored.stands) ^ logged):
        yield broken(
            "UPGRADE_UNLOGGED",
            f"{book} 升级到 {stand.revision} 时 {stand.chain_year} 年第 {stand.position} 环的登记"
            "与日志不符",
        )
    for stand in stored.stands:
        links = stored.links.get(stand.chain_year, [])
        here = 0 < stand.position <= len(links)
        link = links[stand.position - 1]["link"] if here else ""
        if link != stand.head:
            yield broken(
                "UPGRADE_HEAD",
                f"{book} 升级到 {stand.revision} 时 {stand.chain_year} 年第 {stand.position} 环"
                "与链不符",
            )
    for closed, content in stored.closes:
        for one in closed_files(content):
            if one not in stored.given:
                yield broken(
                    "JOURNAL_UNRECORDED", f"{book} {closed} 结账时导出的 {one.name} 没有登记"
                )


def logged_stands(line: Row) -> list[Stand]:
    """Read where a book stood from a line of the log: at its opening, or at an upgrade."""
    said = json.loads(line["content"])
    if "revision" not in said:
        return []
    return [
        Stand(said["revision"], said["release"], int(year), int(position), head)
        for year, position, head in said["stood"]
    ]


def closed_files(content: str) -> list[Given]:
    """Read from the log which journal files a close gave out for good."""
    return [Given(*one) for one in json.loads(content).get("journals", ())]
