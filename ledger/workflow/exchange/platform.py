"""国家医保信息平台: the 预付金 module's business, out of these books and into them (海南·八(一)).

Which heading of the platform is which word of ours stands in a mapping (`platform.csv`) that an
office may change: the module's own interface is not published. Out goes what stands, by
prepayment year; in comes a file of events like any other, so that nothing is booked twice.
"""

from __future__ import annotations

import csv
import functools
import io
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ledger.basis.errors import Refused, unclear
from ledger.basis.terms import EVENT_KINDS, PAPER_TYPES
from ledger.events.base import event_words
from ledger.events.kinds import KINDS, spelled
from ledger.events.words import Unclear, as_code
from ledger.formats.exchange_file import exchange_bytes
from ledger.intake.files import RawFile, decode, read_file, unreadable
from ledger.intake.raw_row import RawRow
from ledger.store.engine import reading
from ledger.store.masters import read_books
from ledger.store.standing.platform import read_recall_years, read_standing_events
from ledger.workflow.assess.run import area_books

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Mapping, Sequence

    import sqlalchemy as sa

    from ledger.basis.errors import Finding
    from ledger.events.base import Event
    from ledger.masters.book import Book
    from ledger.workflow.desk import Desk

OWN = Path(__file__).with_name("platform.csv")
#: The sections of a mapping: headings, kinds of business, funds.
COLUMNS, STAGES, FUNDS = "栏目", "环节", "险种"
#: What every file must be able to say.
NEEDED = ("key", "kind", "date", "area", "fund")


@dataclass(frozen=True, slots=True, kw_only=True)
class WordMap:
    """Which word of the platform is which of ours, by section; both ways."""

    columns: Mapping[str, str]
    stages: Mapping[str, str]
    funds: Mapping[str, str]

    def headings(self) -> dict[str, str]:
        """Return our name of every heading of the platform."""
        return turned(self.columns)


def turned(words: Mapping[str, str]) -> dict[str, str]:
    """Turn a mapping round: which word of ours is which of theirs."""
    return {theirs: ours for ours, theirs in words.items()}


def read_mapping(path: Path | None = None) -> WordMap:
    """Read a mapping; raises Refused with every line that cannot be read."""
    given = path or OWN
    if not given.is_file():
        raise unclear(
            "FILE_MISSING", f"没有找到对照表 {given.name}", "先生成：prepay platform mapping"
        )
    sections: dict[str, dict[str, str]] = {COLUMNS: {}, STAGES: {}, FUNDS: {}}
    findings = []
    for number, cells in enumerate(csv.reader(io.StringIO(decode(given))), 1):
        if number > 1 and any(cells):
            findings += take_line(sections, number, cells)
    findings += lacking_columns(sections[COLUMNS])
    if findings:
        raise Refused(findings)
    return WordMap(columns=sections[COLUMNS], stages=sections[STAGES], funds=sections[FUNDS])


def lacking_columns(columns: Container[str]) -> list[Finding]:
    """Refuse a mapping that lacks what every file must be able to say."""
    missing = [name for name in NEEDED if name not in columns]
    if not missing:
        return []
    return [unreadable(0, f"对照表缺少栏目 {'、'.join(missing)}", "照样表补上")]


def take_line(
    sections: Mapping[str, dict[str, str]], number: int, cells: Sequence[str]
) -> list[Finding]:
    """Take one line of a mapping into its section; say what is wrong with one that does not fit."""
    section, ours, theirs = (*(cell.strip() for cell in cells), "", "", "")[:3]
    table = sections.get(section)
    if table is None:
        return [unreadable(number, f"类别“{section}”不认识", "填 栏目、环节 或 险种")]
    if ours not in ours_known(section) or not theirs:
        what = f"“{ours}”不是本系统的{section}，或没有写平台的名称"
        return [unreadable(number, what, "照样表改")]
    if theirs in table.values():
        return [unreadable(number, f"平台的“{theirs}”写了两次", "一个名称只对一个")]
    table[ours] = theirs
    return []


@functools.cache
def ours_known(section: str) -> frozenset[str]:
    """Name the words of ours that a section of a mapping may have."""
    if section == COLUMNS:
        return frozenset(words_known())
    return frozenset(EVENT_KINDS if section == STAGES else ("employee", "resident"))


def words_known() -> set[str]:
    """Name every word that an event may carry in a file."""
    names = {spec.name for kind in KINDS for spec in spelled(kind).values()}
    return names | set(NEEDED)


def export_platform(
    desk: Desk, path: Path, *, year: int, area: str = "", mapping: Path | None = None
) -> int:
    """Write a prepayment year of an area for the platform; gives the number of rows."""
    if path.suffix.lower() != ".xlsx":
        raise unclear("FILE_KIND", f"导出的是 .xlsx 文件，不是 {path.name}", "文件名以 .xlsx 结尾")
    words = read_mapping(mapping)
    with reading(desk.engine) as conn:
        events = standing_events(desk, conn, area_books(conn, area), words, [year])
    rows = [row_of(event, words) for event in events]
    used = {*NEEDED, *chain.from_iterable(rows)}
    shown = {name: heading for name, heading in words.columns.items() if name in used}
    cells = [laid_out(row, shown) for row in rows]
    path.write_bytes(exchange_bytes(f"{year}年度预付金", list(shown.values()), cells))
    return len(rows)


def laid_out(row: Mapping[str, str], names: Iterable[str]) -> list[str]:
    """Lay a row out by its columns."""
    return [row.get(name, "") for name in names]


def standing_events(
    desk: Desk, conn: sa.Connection, books: Iterable[Book], words: WordMap, years: Iterable[int]
) -> list[Event]:
    """Read what stands in books of some prepayment years, of the kinds that the platform knows."""
    stages = tuple(words.stages)
    asked = [(book, year) for book in books for year in years]
    return [
        event
        for book, year in asked
        for event in read_standing_events(conn, book.code, stages, year, desk.chart(book.fund))
    ]


def row_of(event: Event, mapping: WordMap) -> dict[str, str]:
    """Write an event in the platform's words."""
    area, _, fund = event.book.partition("/")
    words = {name: told(name, value) for name, value in event_words(event).items()}
    words |= {
        "key": event.key,
        "kind": mapping.stages[event.KIND],
        "area": area,
        "fund": mapping.funds.get(fund, fund),
    }
    return {name: text for name, text in words.items() if name in mapping.columns}


def told(name: str, value: object) -> str:
    """Write one word as a cell: papers and lists as a file of events has them."""
    if not isinstance(value, list):
        return str(value)
    tell = ITEMS_TOLD.get(name, str)
    return "; ".join(tell(item) for item in value)


def paper_told(paper: Mapping[str, str]) -> str:
    """Write a paper as `类型:编号:日期[:金额[:张数]]`."""
    sheets = paper.get("sheets", "1")
    parts = [PAPER_TYPES[paper["type"]], paper["number"], paper["date"]]
    if paper.get("amount") or sheets != "1":
        parts.append(paper.get("amount", ""))
    if sheets != "1":
        parts.append(sheets)
    return ":".join(parts)


def line_told(line: Mapping[str, str]) -> str:
    """Write a line of a settlement as `待遇:金额`."""
    return f"{line['benefit']}:{line['gross']}"


#: How the items of a list are written in a cell.
ITEMS_TOLD: Mapping[str, Callable[[Any], str]] = {"papers": paper_told, "lines": line_told}


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A file of the platform's as events: what is to be recorded, and what is not.

    `worked_out` counts rows of what the program itself works out (额度核定); `standing` those that
    say exactly what stands here already, corrections counted.
    """

    file: RawFile
    worked_out: int
    standing: int


def read_platform(desk: Desk, path: Path, *, mapping: Path | None = None) -> Taken:
    """Read the platform's file as a file of events; raises Refused where it cannot be read."""
    words = read_mapping(mapping)
    file = read_file(path, words.headings())
    kinds, funds = turned(words.stages), turned(words.funds)
    rows = [row_in(row, kinds, funds) for row in file.rows]
    known = standing_rows(desk, rows, words)
    fresh = [row for row in rows if not is_worked_out(row)]
    kept = [row for row in fresh if as_read(row.words) not in known]
    return Taken(
        file=replace(file, rows=tuple(kept)),
        worked_out=len(rows) - len(fresh),
        standing=len(fresh) - len(kept),
    )


def row_in(row: RawRow, kinds: Mapping[str, str], funds: Mapping[str, str]) -> RawRow:
    """Put a row's kind and fund into our words; what is not known stays, to be refused by name."""
    kind, fund = (str(row.words.get(name) or "").strip() for name in ("kind", "fund"))
    words = {**row.words, "kind": kinds.get(kind, kind), "fund": funds.get(fund, fund)}
    return RawRow(number=row.number, words=words)


def is_worked_out(row: RawRow) -> bool:
    """Tell a row of what only the program itself works out."""
    kind = KINDS.get(str(row.words["kind"]))
    return kind is not None and kind.INTERNAL


def standing_rows(
    desk: Desk, rows: Sequence[RawRow], mapping: WordMap
) -> set[frozenset[tuple[str, object]]]:
    """Read what stands here of the years that a file speaks of, as the file's rows are read."""
    by_book: dict[str, list[Mapping[str, object]]] = {}
    for row in rows:
        area = word_read(str(row.words["kind"]), "area", row.words.get("area"))
        by_book.setdefault(f"{area}/{row.words['fund']}", []).append(row.words)
    standing = set()
    with reading(desk.engine) as conn:
        books = read_books(conn)
        for code in sorted(by_book.keys() & books.keys()):
            years = years_spoken_of(conn, code, by_book[code])
            for event in standing_events(desk, conn, [books[code]], mapping, years):
                words = {**row_of(event, mapping), "kind": event.KIND, "fund": books[code].fund}
                standing.add(as_read(words))
    return standing


def years_spoken_of(
    conn: sa.Connection, book: str, rows: Sequence[Mapping[str, object]]
) -> list[int]:
    """Name the prepayment years that rows of a book speak of; a lifting, by its recall."""
    lifted = [str(words.get("recall") or "").strip() for words in rows]
    years = {year_told(words) for words in rows} - {0}
    return sorted(years | read_recall_years(conn, book, lifted))


def year_told(words: Mapping[str, object]) -> int:
    """Tell the prepayment year of a row, or the year of its day; 0 where neither can be read."""
    year, day = (word_read(str(words["kind"]), name, words.get(name)) for name in ("year", "date"))
    if isinstance(year, int):
        return year
    return day.year if isinstance(day, date) else 0


def as_read(words: Mapping[str, object]) -> frozenset[tuple[str, object]]:
    """Read a row's cells, so that two rows can be told equal however they are written."""
    kind = str(words["kind"])
    read = {name: word_read(kind, name, word) for name, word in words.items()}
    return frozenset((name, word) for name, word in read.items() if word not in ("", ()))


def word_read(kind: str, name: str, word: object) -> object:
    """Read a cell as its kind of event reads it; as it is written where that cannot be."""
    text = "" if word is None else str(word).strip()
    if not text:
        return ""
    try:
        return reader_of(kind, name)(word)
    except Unclear:
        return text


def reader_of(kind: str, name: str) -> Callable[[object], object]:
    """Return what reads a word of a kind; a code where the kind has no such word."""
    for spec in spelled(kind).values() if kind in KINDS else ():
        if spec.name == name:
            return spec.read
    return as_code


def write_mapping(path: Path) -> None:
    """Write the mapping that the program ships, to be changed; never over a file that is there."""
    if path.exists():
        raise unclear("FILE_EXISTS", f"文件 {path.name} 已经存在", "换一个文件名")
    path.write_text(OWN.read_text("utf-8"), encoding="utf-8-sig", newline="")
