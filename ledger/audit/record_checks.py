"""What the program keeps beside the chain: where a book stood, what a close gave out, accounts.

Each excuses: a fact posted before an upgrade is judged by older rules, a file is as it was given
out, a payment went to an account of the hospital's. So each row must be what the log says.
"""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING

from ledger.audit.invariants import Stored, broken
from ledger.basis.terms import ACCOUNT_KINDS
from ledger.store.journals import Given
from ledger.store.upgrades import Stand

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ledger.audit.invariants import Row
    from ledger.basis.errors import Finding


def check_records(stored: Stored) -> Iterator[Finding]:
    """Upgrades and journal files stand as logged; an upgrade names a link that is there."""
    yield from unlogged_stands(stored)
    for stand in stored.stands:
        if not stands_on_link(stored, stand):
            yield broken(
                "UPGRADE_HEAD",
                f"{stored.book.code} 升级到 {stand.revision} 时 {stand.chain_year} 年"
                f"第 {stand.position} 环与链不符",
            )
    yield from unrecorded_files(stored)
    yield from unlogged_accounts(stored)


def unlogged_stands(stored: Stored) -> Iterator[Finding]:
    """Name where only the book or only the log says that it stood at an upgrade."""
    logged = {stand for line in stored.upgrade_lines for stand in logged_stands(line)}
    for stand in sorted(set(stored.stands) ^ logged):
        yield broken(
            "UPGRADE_UNLOGGED",
            f"{stored.book.code} 升级到 {stand.revision} 时 {stand.chain_year} 年"
            f"第 {stand.position} 环的登记与日志不符",
        )


def stands_on_link(stored: Stored, stand: Stand) -> bool:
    """Return whether the link at which a book stood is there, as it was."""
    links = stored.links.get(stand.chain_year, [])
    here = 0 < stand.position <= len(links)
    return (links[stand.position - 1]["link"] if here else "") == stand.head


def unrecorded_files(stored: Stored) -> Iterator[Finding]:
    """Name the journal files that a close gave out and that are not kept as given out."""
    for closed, content in stored.closes:
        for one in closed_files(content):
            if one not in stored.given:
                yield broken(
                    "JOURNAL_UNRECORDED",
                    f"{stored.book.code} {closed} 结账时导出的 {one.name} 没有登记",
                )


#: One version of a hospital's bank account: whose it is, what is said of it, by whom; then its
#: version and moment, which a line of the log may leave out.
AccountSaid = tuple[str, str, str, str, str, str, str]
Numbered = tuple[AccountSaid, int, str]


def unlogged_accounts(stored: Stored) -> Iterator[Finding]:
    """Name the hospitals' bank accounts that nobody registered, and those that are gone.

    They are the office's, not one book's, and every book pays to them.
    """
    held: Counter[Numbered] = Counter(kept_account(row) for row in stored.account_rows)
    said: Counter[Numbered] = Counter()
    for line in stored.account_lines:
        for told in logged_accounts(line):
            said[told if told[1] else unnumbered(held - said, told)] += 1
    for code, ones, where in (
        ("ACCOUNT_UNLOGGED", held - said, "操作日志里没有"),
        ("ACCOUNT_LOST", said - held, "操作日志里有，登记里没有"),
    ):
        for (hospital, number, kind, since, until, paper, by), version, _ in sorted(ones):
            end = f" 至 {until}" if until else ""
            what = f"{number}（{ACCOUNT_KINDS.get(kind, kind)}，{since} 起{end}，{paper}，{by}）"
            yield broken(code, f"医疗机构 {hospital} 第 {version} 次登记的账户 {what}，{where}")


def kept_account(row: Row) -> Numbered:
    """Return a stored version of an account as it is compared."""
    names = ("code", "number", "kind", "valid_from", "until", "paper", "recorded_by")
    hospital, number, kind, since, until, paper, by = (str(row[name]) for name in names)
    said = (hospital, number, kind, since, until, paper, by)
    return said, int(row["version"]), str(row["recorded_at"])


def logged_accounts(line: Row) -> Iterator[Numbered]:
    """Read what a line of the log says was registered; version 0 where it numbers nothing."""
    content = json.loads(line["content"])
    names = ("hospital", "number", "kind", "from", "until", "paper")
    for one in content["accounts"]:
        hospital, number, kind, since, until, paper = (str(one[name]) for name in names)
        said = (hospital, number, kind, since, until, paper, str(line["operator"]))
        yield said, int(one.get("version", 0)), str(content.get("at", ""))


def unnumbered(unsaid: Counter[Numbered], told: Numbered) -> Numbered:
    """Return the stored version that a line means which gives no number; itself where none is."""
    return min((one for one in unsaid if one[0] == told[0]), default=told)


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
