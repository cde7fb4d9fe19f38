"""The main file through which the web view shows a journal: the journal, and our pages to it.

Nothing of ours is written into the exported journals. A file of the server's own includes the
exported one and names the extension, the queries of the side bar and what is folded; it is
gone when the server stops.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from ledger.formats.journals.beancount import MAIN_FILE
from ledger.formats.journals.beancount_names import quote
from ledger.web.pages import PAGES

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from pathlib import Path

PLUGIN = "ledger.audit.journal_door"
EXTENSION = "ledger.web.fava_extension"
OPTION = re.compile(r'^option "[^"]*" ".*"$', re.MULTILINE)
BEGINS = re.compile(r'^(\d{4}-\d{2}-\d{2}) custom "fava-option"', re.MULTILINE)
PREPAYMENT = "account ~ '^A资产:1101-暂付款:01-'"
#: What an accountant asks for most, beside the queries that the journal itself has.
QUERIES = (
    (
        "未返还",
        (
            f"SELECT account, min(date) AS since, sum(position) AS balance WHERE {PREPAYMENT}"
            " GROUP BY account HAVING sum(number) > 0 ORDER BY account"
        ),
    ),
    (
        "按医院余额",
        (
            f"SELECT parent(account) AS hospital, sum(position) AS balance WHERE {PREPAYMENT}"
            " GROUP BY hospital ORDER BY hospital"
        ),
    ),
    (
        "红字凭证",
        (
            "SELECT date, entry_meta('number') AS number, narration, account, meta('dc') AS dc,"
            " position WHERE 'red' IN tags ORDER BY date, number"
        ),
    ),
)
#: Under net assets, income and expense the sub-accounts are folded; a click unfolds them.
FOLDED = ("^E净资产:[^:]+$", "^R收入:[^:]+$", "^X支出:[^:]+$", "^L负债:[^:]+$")
OPTIONS = (("sidebar-show-queries", "9"), *(("collapse-pattern", one) for one in FOLDED))
LOGOUT = ("退出登录", "/logout")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """One journal to show: its book and year, and the exported file."""

    book: str
    year: int
    file: Path


def shelves_of(files: Iterable[Path]) -> tuple[Shelf, ...]:
    """Say of exported files which book and year each is: `620100-employee/2026.beancount`."""
    found = []
    for file in files:
        inside = file.name == MAIN_FILE
        year = file.parent.name if inside else file.stem
        folder = file.parent.parent if inside else file.parent
        number = int(year) if re.fullmatch(r"[0-9]{4}", year) else 0
        found.append(Shelf(book=folder.name.replace("-", "/", 1), year=number, file=file))
    return tuple(found)


def wrapper_text(shelf: Shelf, pages: Collection[str]) -> str:
    """Write the main file that shows a shelf with the pages that there are readers for.

    Its own directives are a day later than the journal's, so that they come after those.
    """
    exported = shelf.file.read_text(encoding="utf-8")
    inside = shelf.file.name == MAIN_FILE
    main = shelf.file if inside else shelf.file.with_suffix("") / MAIN_FILE
    begins = BEGINS.search(main.read_text(encoding="utf-8"))
    day = date.fromisoformat(begins[1]) + timedelta(days=1) if begins else date(1970, 1, 1)
    path = quote(str(shelf.file.resolve()))
    modules = [
        f"{EXTENSION}.everywhere",
        *(f"{EXTENSION}.{page}" for page in PAGES if page in pages),
    ]
    lines = [
        *OPTION.findall(exported),
        *([] if inside else [f"plugin {quote(PLUGIN)} {path}"]),
        f"include {path}",
        *(f'{day} custom "fava-extension" {quote(module)}' for module in modules),
        *(f'{day} custom "fava-option" {quote(name)} {quote(word)}' for name, word in OPTIONS),
        f'{day} custom "fava-sidebar-link" {quote(LOGOUT[0])} {quote(LOGOUT[1])}',
        *(f"{day} query {quote(name)} {quote(text)}" for name, text in QUERIES),
        "",
    ]
    return "\n".join(lines)


def write_wrappers(
    shelves: Iterable[Shelf], folder: Path, pages: Collection[str]
) -> tuple[Path, ...]:
    """Write a main file for each shelf into a folder of the server's own."""
    written = []
    for number, shelf in enumerate(shelves):
        path = folder / f"{number:03d}.beancount"
        path.write_text(wrapper_text(shelf, pages), encoding="utf-8")
        written.append(path)
    return tuple(written)
