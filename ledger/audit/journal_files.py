"""The journals on disk: each is as the program gave it out, and what a close gave out stays.

What a close or an export wrote is known by its digest (`journal_file`). A month sealed before
that was kept is read back from its text, and every entry compared with the database. A book
whose folder is not there was never exported here; a year that is gone from its folder was.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ledger.audit.invariants import broken
from ledger.formats.journals.beancount import JOURNAL_FILE, MAIN_FILE, digest_of
from ledger.store.journals import final_with

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping
    from pathlib import Path

    from ledger.basis.errors import Finding
    from ledger.masters.book import Book
    from ledger.store.journals import Given

INCLUDE = re.compile(r'^include "([^"\n]+)"', re.MULTILINE)
#: What a main file may hold beside options and includes: nothing that moves money.
OUTLINE = ("Open", "Commodity", "Custom", "Query")


@dataclass(frozen=True, slots=True, kw_only=True)
class DiskYear:
    """A year's journals on disk, and what is known of them.

    `folder` is the book's; `given` what the program gave out, `sealed` the periods that are
    closed; `fresh` writes the year's texts anew, and is asked only for what was closed before
    digests were kept.
    """

    book: Book
    year: int
    folder: Path
    given: Collection[Given]
    sealed: Collection[str]
    fresh: Callable[[], Mapping[str, str]]

    def accepted(self, name: str) -> set[str]:
        """Return the digests under which a file is known: its close's, once it is final."""
        final = final_with(self.book, name)
        period = final if final in self.sealed else ""
        return {one.digest for one in self.given if (one.name, one.period) == (name, period)}

    def finals(self) -> list[str]:
        """Name the files that stay as they are: those given out by a close, and older ones."""
        named = self.named()
        kept = {final_with(self.book, name) for name in named if self.accepted(name)}
        if set(self.closed()) - kept:
            named |= set(self.fresh())
        return sorted(name for name in named if final_with(self.book, name) in self.sealed)

    def named(self) -> set[str]:
        """Name the files of the year's folder that were given out."""
        start = f"{self.year}/"
        return {one.name for one in self.given if one.name.startswith(start)}

    def closed(self) -> list[str]:
        """List the closes after which a file of this year stays as it is."""
        months = [f"{self.year}-{month:02d}" for month in range(1, 13)]
        before = final_with(self.book, f"{self.year}/00.beancount")
        return [period for period in (before, *months) if period in self.sealed]


def check_disk_year(disk: DiskYear) -> Iterator[Finding]:
    """Compare a year's journals on disk with what was given out."""
    folder = disk.folder / str(disk.year)
    finals = disk.finals()
    if not folder.is_dir():
        if finals or disk.named():
            yield lost(disk, f"{disk.year} 年的文件夹")
    elif not (folder / MAIN_FILE).is_file():
        yield lost(disk, f"{disk.year}/{MAIN_FILE}")
    else:
        yield from check_there(disk, finals)
        for path in journals_there(disk, folder):
            name = path.relative_to(disk.folder).as_posix()
            yield from check_file(disk, name, path.read_bytes())


def journals_there(disk: DiskYear, folder: Path) -> list[Path]:
    """List a year's journals that are on disk, and last the file that leads into them."""
    files = [file for file in sorted(folder.iterdir()) if JOURNAL_FILE.fullmatch(file.name)]
    return [path for path in (*files, disk.folder / door_of(disk)) if path.is_file()]


def door_of(disk: DiskYear) -> str:
    """Name the file beside the year's folder that leads into it."""
    return f"{disk.year}.beancount"


def check_there(disk: DiskYear, finals: list[str]) -> Iterator[Finding]:
    """Every file that is final or included is there, and the main file includes it."""
    start = f"{disk.year}/"
    main = disk.folder / start / MAIN_FILE
    included = {start + file for file in INCLUDE.findall(main.read_text("utf-8", "replace"))}
    for name in sorted({*finals, *included}):
        if not (disk.folder / name).is_file():
            yield lost(disk, name)
        elif name not in included:
            yield changed(disk, f"{start}{MAIN_FILE}", f"没有引用 {name}")
    door = door_of(disk)
    if disk.accepted(door) and not (disk.folder / door).is_file():
        yield lost(disk, door)


def check_file(disk: DiskYear, name: str, content: bytes) -> Iterator[Finding]:
    """Compare one file with what was given out under its name."""
    accepted = disk.accepted(name)
    if digest_of(content) in accepted:
        return
    if accepted:
        yield changed(disk, name, "与导出时不同")
    elif final_with(disk.book, name) in disk.sealed:
        if not says(content, disk.fresh().get(name, "")):
            yield changed(disk, name, "与数据库不符")
    elif name.endswith(f"/{MAIN_FILE}") and not outlined(content):
        yield changed(disk, name, "里有不该有的内容")


def says(content: bytes, expected: str) -> bool:
    """Return whether a month's file says what is expected, in whatever spelling."""
    return content == expected.encode() or told(content.decode("utf-8", "replace")) == told(
        expected
    )


def outlined(content: bytes) -> bool:
    """Return whether a main file reads, and holds nothing that moves money."""
    entries = parsed(content.decode("utf-8", "replace"))
    return entries is not None and all(type(entry).__name__ in OUTLINE for entry in entries)


def told(text: str) -> list[tuple[object, ...]] | None:
    """Return what a month's file says, entry by entry; None where it cannot be read.

    Links are left out: an earlier version put one on a voucher when it was corrected later.
    """
    entries = parsed(text)
    if entries is None:
        return None
    return sorted((told_entry(entry) for entry in entries), key=repr)


def told_entry(entry: object) -> tuple[object, ...]:
    """Tell one entry: its day, texts, tags, metadata, and its postings with amount and side."""
    kind = type(entry).__name__
    meta = words_of_meta(getattr(entry, "meta", None))
    if kind == "Transaction":
        postings = tuple(
            (posting.account, str(posting.units), words_of_meta(posting.meta))
            for posting in entry.postings  # type: ignore[attr-defined]
        )
        words = tuple(str(getattr(entry, name)) for name in ("date", "flag", "payee", "narration"))
        return (kind, *words, tuple(sorted(entry.tags)), meta, postings)  # type: ignore[attr-defined]
    values = [str(value) for value in getattr(entry, "values", None) or ()]
    return (kind, str(getattr(entry, "date", "")), str(getattr(entry, "type", "")), *values, meta)


def words_of_meta(meta: Mapping[str, object] | None) -> tuple[tuple[str, str], ...]:
    """List metadata without where it stands in the file."""
    return tuple(
        sorted((key, str(value)) for key, value in (meta or {}).items() if key not in PLACES)
    )


#: Where an entry stands in its file: no part of what it says.
PLACES = ("filename", "lineno")


def parsed(text: str) -> list[object] | None:
    """Let Beancount's own parser read a text; None where it finds it faulty."""
    from beancount.parser import parser

    entries, errors, _ = parser.parse_string(text)
    return None if errors else list(entries)


def lost(disk: DiskYear, what: str) -> Finding:
    """Word that a file which was given out is not there any more."""
    return by_export(broken("JOURNAL_LOST", f"{disk.book.code} 的导出账本不全，不在了：{what}"))


def changed(disk: DiskYear, name: str, why: str) -> Finding:
    """Word that a file is not as it was given out."""
    return by_export(broken("JOURNAL_CHANGED", f"{disk.book.code} 的导出账本被改动：{name} {why}"))


def by_export(finding: Finding) -> Finding:
    """Say what puts an exported file right: the books themselves are in the database."""
    return replace(
        finding,
        remedy="查明谁动了导出的文件；其余各项相符的，账簿本身没有改动，"
        "重新导出即可：prepay export beancount",
    )
