"""The door to a year's journals for Fava and bean-check where prepay is installed: 2026.beancount.

It includes `2026/main.beancount` and names the plugin that proves the chain while Beancount
loads. The journals themselves name no plugin: a plugin is code, and whoever has nothing but
Beancount opens the main file and sees no error about a module that is not there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.formats.journals.beancount import MAIN_FILE, carried_in_date, render, replace_file
from ledger.formats.journals.beancount_head import OPTIONS, title_of
from ledger.formats.journals.beancount_names import comment, quote, root_options
from ledger.basis.encoding import digest
from ledger.voucher.chain import FORMAT, genesis

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from ledger.voucher.shown import YearLedger

PLUGIN = "ledger.audit.journal_plugin"

#: What one account brings in from the year before: code, name, fen, day.
Opening = tuple[str, str, int, str]


def openings_digest(openings: Iterable[Opening]) -> str:
    """Digest the 年初余额 of a journal, in order of code; they stand in no link."""
    fields = [FORMAT, "journal-openings"]
    for code, name, fen, day in sorted(openings):
        fields += (code, name, str(fen), day)
    return digest(fields)


def statement(ledger: YearLedger) -> str:
    """State what the plugin is to find: book, year, links, the last link, 年初余额's digest."""
    links = [(voucher.position, voucher.link) for voucher in ledger.vouchers]
    links += [(entry.position, entry.link) for entry in ledger.registers]
    position, head = max(links, default=(0, genesis(ledger.book.code, ledger.year)))
    day = str(carried_in_date(ledger))
    openings = [
        (code, ledger.leaves[code].name, fen, day) for code, fen in ledger.openings.items() if fen
    ]
    carried = openings_digest(openings)
    return f"{ledger.book.code} {ledger.year} {position} {head} {carried}"


def checked_text(ledger: YearLedger, main_file: str) -> str:
    """Write the file that includes a main file and has its chain proved.

    Options count only in the file that Beancount is asked to load, so they stand here too.
    """
    lines = [
        comment(f"{title_of(ledger)}：载入时逐环验证凭证链，需已安装 prepay。"),
        comment(f"没有安装 prepay 的电脑请直接打开 {main_file}，账目相同。"),
        "",
        f"option {quote('title')} {quote(title_of(ledger))}",
        root_options(),
        *(f"option {quote(name)} {quote(value)}" for name, value in OPTIONS),
        "",
        f"plugin {quote(PLUGIN)} {quote(statement(ledger))}",
        f"include {quote(main_file)}",
        "",
    ]
    return "\n".join(lines)


def checked_path(folder: Path) -> Path:
    """Name the file beside a year's folder: `2026.beancount`."""
    return folder.with_name(f"{folder.name}.beancount")


def published(ledger: YearLedger) -> dict[str, str]:
    """Return every text that a year's export writes, by its name below the book's folder."""
    year = str(ledger.year)
    texts = {f"{year}/{name}": text for name, text in render(ledger).items()}
    texts[f"{year}.beancount"] = checked_text(ledger, f"{year}/{MAIN_FILE}")
    return texts


def write_checked(ledger: YearLedger, folder: Path) -> tuple[Path, ...]:
    """Bring the file beside a year's folder up to date; gives it where it was written."""
    path = checked_path(folder)
    content = checked_text(ledger, f"{folder.name}/{MAIN_FILE}").encode()
    if path.is_file() and path.read_bytes() == content:
        return ()
    replace_file(path, content)
    return (path,)
