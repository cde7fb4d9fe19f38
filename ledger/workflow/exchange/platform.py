"""国家医保信息平台: the 预付金 module's business, out of these books and into them (海南·八(一)).

Which heading of the platform is which word of ours stands in a mapping (`platform.csv`) that an
office may change: the module's own interface is not published. Out goes what stands, by
prepayment year; in comes a file of events like any other, so that nothing is booked twice.
"""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

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
from ledger.store.platform import read_recall_years, read_standing_events
from ledger.workflow.assess.run import area_books

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ledger.events.base import Event
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
        return {theirs: ours for ours, theirs in self.columns.items()}


def read_mapping(path: Path | None = None) -> WordMap:
    """Read a mapping; raises Refused with every line that cannot be read."""
    given = path or OWN
    if not given.is_file():
        raise unclear(
            "FILE_MISSING", f"没有找到对照表 {given.name}", "先生成：prepay platform mapping"
        )
    sections: dict[str, dict[str, str]] = {COLUMNS: {}, STAGES: {}, FUNDS: {}}
    known = {COLUMNS: words_known(), STAGES: set(EVENT_KINDS), FUNDS: {"employee", "resident"}}
    findings = []
    for number, cells in enumerate(csv.reader(io.StringIO(decode(given))), 1):
        if number == 1 or not any(cells):
            continue
        section, ours, theirs = (*(cell.strip() for cell in cells), "", "", "")[:3]
        table = sections.get(section)
        if table is None:
            findings.append(unreadable(number, f"类别“{section}”不认识", "填 栏目、环节 或 险种"))
        elif ours not in known[section] or not theirs:
            findings.append(
                unreadable(number, f"“{ours}”不是本系统的{section}，或没有写平台的名称", "照样表改")
            )
        elif theirs in table.values():
            findings.append(unreadable(number, f"平台的“{theirs}”写了两次", "一个名称只对一个"))
        else:
            table[ours] = theirs
    if missing := [name for name in NEEDED if name not in sections[COLUMNS]]:
        findings.append(unreadable(0, f"对照表缺少栏目 {'、'.join(missing)}", "照样表补上"))
    if findings:
        raise Refused(findings)
    return WordMap(columns=sections[COLUMNS], stages=sections[STAGES], funds=sections[FUNDS])


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
    found = read_mapping(mapping)
    with reading(desk.engine) as conn:
        events = [
            event
            for book in area_books(conn, area)
            for event in read_standing_events(
                conn, book.code, tuple(found.stages), year, desk.chart(book.fund)
            )
        ]
    rows = [row_of(event, found) for event in events]
    used = {name for row in rows for name in row}
    shown = [name for name in found.columns if name in used or name in NEEDED]
    path.write_bytes(
        exchange_bytes(
            f"{year}年度预付金",
            [found.columns[name] for name in shown],
            [[row.get(name, "") for name in shown] for row in rows],
        )
    )
    return len(rows)


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
    if name == "papers" and isinstance(value, list):
        return "; ".join(paper_told(paper) for paper in value)
    if name == "lines" and isinstance(value, list):
        return "; ".join(f"{line['benefit']}:{line['gross']}" for line in value)
    if isinstance(value, list):
        return "; ".join(str(item) for item in value)
    return str(value)


def paper_told(paper: Mapping[str, str]) -> str:
    """Write a paper as `类型:编号:日期[:金额[:张数]]`."""
    sheets = paper.get("sheets", "1")
    parts = [PAPER_TYPES[paper["type"]], paper["number"], paper["date"]]
    if paper.get("amount") or sheets != "1":
        parts.append(paper.get("amount", ""))
    if sheets != "1":
        parts.append(sheets)
    return ":".join(parts)


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
    found = read_mapping(mapping)
    file = read_file(path, found.headings())
    kinds = {theirs: ours for ours, theirs in found.stages.items()}
    funds = {theirs: ours for ours, theirs in found.funds.items()}
    rows = [row_in(row, kinds, funds) for row in file.rows]
    known = standing_rows(desk, rows, found)
    fresh = [row for row in rows if not is_worked_out(row)]
    kept = [row for row in fresh if as_read(row.words) not in known]
    return Taken(
        file=RawFile(
            name=file.name,
            folder=file.folder,
            rows=tuple(kept),
            findings=file.findings,
            sheet=file.sheet,
        ),
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
        code = f"{word_read(str(row.words['kind']), 'area', row.words.get('area'))}"
        by_book.setdefault(f"{code}/{row.words['fund']}", []).append(row.words)
    found = set()
    with reading(desk.engine) as conn:
        books = read_books(conn)
        for code in sorted(by_book.keys() & books.keys()):
            fund = books[code].fund
            lifted = [str(words.get("recall") or "").strip() for words in by_book[code]]
            years = {year for words in by_book[code] if (year := year_told(words))}
            years |= read_recall_years(conn, code, lifted)
            for year in sorted(years):
                for event in read_standing_events(
                    conn, code, tuple(mapping.stages), year, desk.chart(fund)
                ):
                    words = {**row_of(event, mapping), "kind": event.KIND, "fund": fund}
                    found.add(as_read(words))
    return found


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
    specs = spelled(kind).values() if kind in KINDS else ()
    readers = [spec.read for spec in specs if spec.name == name]
    text = "" if word is None else str(word).strip()
    try:
        return (readers[0] if readers else as_code)(word) if text else ""
    except Unclear:
        return text


def write_mapping(path: Path) -> None:
    """Write the mapping that the program ships, to be changed; never over a file that is there."""
    if path.exists():
        raise unclear("FILE_EXISTS", f"文件 {path.name} 已经存在", "换一个文件名")
    path.write_text(OWN.read_text("utf-8"), encoding="utf-8-sig", newline="")
