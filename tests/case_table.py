"""Reads the worked cases of docs/cases: headings, a few marked lines, and plain pipe tables.

Whatever is not of the agreed form is an error with its file and line, so that a case cannot
be skipped by a slip of the pen.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent.parent / "docs" / "cases"
HEADINGS = ("日期", "事项", "机构", "金额", "条件", "结果")
CAST_HEADINGS = ("名称", "编码", "性质", "级别", "收治住院", "属地经办机构", "医共体", "说明")
ID = re.compile(r"[A-Z]{1,2}-?\d{1,2}", re.ASCII)
BOOKS = re.compile(
    r"统筹区：(?P<area>\d{6}) (?P<name>\S+?)；方案：(?P<profile>[a-z-]+)"
    r"(；账由谁记：(?P<owner>[a-z]+))?；起始：(?P<start>\d{4}-\d{2})"
)
PRELUDE = "前提："
MARKS = ("条款：", "统筹区：", PRELUDE, "运行：", "说明：")
#: What the line `运行：` says where a case also runs on PostgreSQL.
BOTH = "SQLite 和 PostgreSQL"


class CaseFault(Exception):
    """A case that is not written in the agreed form."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row of a case: when, what, who, how much, on what terms, and what must happen."""

    file: str
    line: int
    day: str
    what: str
    who: str
    amount: str
    terms: dict[str, str]
    results: tuple[str, ...]
    text: str

    def __str__(self) -> str:
        """Show the row as it stands in the file."""
        return f"{self.file}:{self.line}  {self.text}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Books:
    """The pooling area that a case is played in; `owner` only where the profile asks for it."""

    area: str
    name: str
    profile: str
    owner: str
    start: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One worked case: the items it is named for, its title, the clause, and its rows.

    `prelude` is what has happened before (前提), in order.
    """

    ids: tuple[str, ...]
    title: str
    clause: str
    books: Books
    prelude: tuple[Row, ...]
    rows: tuple[Row, ...]
    both_engines: bool
    file: str
    line: int

    @property
    def name(self) -> str:
        """Name the case by its items."""
        return "+".join(self.ids)

    @property
    def anchor(self) -> str:
        """Give the fragment by which a Markdown page links to the heading."""
        kept = re.sub(r"[^\w\- ]", "", f"{' '.join(self.ids)} {self.title}".lower())
        return kept.replace(" ", "-")


@dataclass(slots=True)
class Section:
    """A heading with what stands under it, while a file is read."""

    heading: str
    line: int
    marks: dict[str, str]
    rows: list[Row]
    started: bool = False


def read_cases() -> list[Case]:
    """Read every case of every file, in the order of the files' names."""
    cases: list[Case] = []
    for path in sorted(FOLDER.glob("*.md")):
        if path.name != "README.md":
            cases += read_case_file(path.name, path.read_text("utf-8"))
    return cases


def read_case_file(name: str, text: str) -> list[Case]:
    """Read one file: its books, its preludes, its cases."""
    sections = sections_of(name, text)
    books = books_of(name, sections[0])
    preludes = {
        section.heading.removeprefix(PRELUDE): section
        for section in sections
        if section.heading.startswith(PRELUDE)
    }
    return [
        case_of(name, section, books, preludes)
        for section in sections[1:]
        if not section.heading.startswith(PRELUDE)
    ]


def sections_of(name: str, text: str) -> list[Section]:
    """Split a file at its headings; the first section is what stands before the first `##`."""
    sections = [Section("", 0, {}, [])]
    for number, line in enumerate(text.splitlines(), 1):
        section = sections[-1]
        if line.startswith("## "):
            sections.append(Section(line.removeprefix("## ").strip(), number, {}, []))
        elif line.startswith("|"):
            take_table_line(name, number, line, section)
        elif mark := next((mark for mark in MARKS if line.startswith(mark)), ""):
            if mark in section.marks:
                raise CaseFault(f"{name}:{number} “{mark}”写了两次")
            section.marks[mark] = line if mark == "统筹区：" else line.removeprefix(mark).strip()
        elif line.strip() and section.heading:
            raise CaseFault(f"{name}:{number} 案例里只写表格和 {'、'.join(MARKS)}：{line}")
    return sections


def take_table_line(name: str, number: int, line: str, section: Section) -> None:
    """Take one line of a table: the headings, the rule under them, or a row."""
    cells = cells_of(name, number, line)
    if set("".join(cells)) <= set("-:"):
        return
    if len(cells) != len(HEADINGS):
        raise CaseFault(f"{name}:{number} 应有 {len(HEADINGS)} 栏，这里有 {len(cells)} 栏：{line}")
    if cells == HEADINGS:
        section.started = True
        return
    if not section.started:
        raise CaseFault(f"{name}:{number} 表格的第一行应是 {' | '.join(HEADINGS)}")
    day, what, who, amount, terms, results = cells
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", day):
        raise CaseFault(f"{name}:{number} 日期写成 2026-03-31：{line}")
    if not results:
        raise CaseFault(f"{name}:{number} 没有写结果：{line}")
    section.rows.append(
        Row(
            file=name,
            line=number,
            day=day,
            what=what,
            who=who,
            amount=amount,
            terms=terms_of(name, number, terms),
            results=tuple(part.strip() for part in results.split("<br>")),
            text=line.strip(),
        )
    )


def cells_of(name: str, number: int, line: str) -> tuple[str, ...]:
    """Split a line of a table into its cells."""
    if not line.rstrip().endswith("|"):
        raise CaseFault(f"{name}:{number} 表格的一行没有写完：{line}")
    return tuple(cell.strip() for cell in line.strip().strip("|").split("|"))


def terms_of(name: str, number: int, text: str) -> dict[str, str]:
    """Read the terms of a row: `词：值；词：值`."""
    terms: dict[str, str] = {}
    for part in filter(None, text.split("；")):
        word, colon, value = part.partition("：")
        if not colon or not value.strip() or word in terms:
            raise CaseFault(f"{name}:{number} 条件写成“词：值；词：值”，每个词一次：{part}")
        terms[word.strip()] = value.strip()
    return terms


def books_of(name: str, section: Section) -> Books:
    """Read the pooling area that a file, or a case of its own, is played in."""
    found = BOOKS.fullmatch(section.marks.get("统筹区：", ""))
    if found is None:
        raise CaseFault(f"{name} 缺一行：统筹区：620100 兰州市；方案：gansu；起始：2026-01")
    return Books(**found.groupdict(""))


def case_of(name: str, section: Section, books: Books, preludes: dict[str, Section]) -> Case:
    """Make a case of its section: what comes before it, and its own rows."""
    ids, title = ids_of(name, section)
    before: list[Row] = []
    for prelude in filter(None, section.marks.get(PRELUDE, "").split("、")):
        if prelude not in preludes:
            raise CaseFault(f"{name}:{section.line} 没有名为“{prelude}”的前提")
        before += preludes[prelude].rows
    run = section.marks.get("运行：", "")
    if run not in ("", BOTH):
        raise CaseFault(f"{name}:{section.line} “运行：”只写“{BOTH}”")
    if not section.rows or not section.marks.get("条款："):
        raise CaseFault(f"{name}:{section.line} 案例要有“条款：”和至少一行")
    return Case(
        ids=ids,
        title=title,
        clause=section.marks["条款："],
        books=books_of(name, section) if "统筹区：" in section.marks else books,
        prelude=tuple(row for row in before if row.day <= section.rows[0].day),
        rows=tuple(in_turn(before, section.rows)),
        both_engines=bool(run),
        file=name,
        line=section.line,
    )


def in_turn(before: list[Row], own: list[Row]) -> list[Row]:
    """Put what comes before a case but happens later among its own rows, each on its day."""
    rows = list(own)
    for late in (row for row in before if row.day > own[0].day):
        at = next((n for n, row in enumerate(rows) if row.day > late.day), len(rows))
        rows.insert(at, late)
    return rows


def ids_of(name: str, section: Section) -> tuple[tuple[str, ...], str]:
    """Read a case's heading: its items, then its title."""
    words = section.heading.split()
    ids = []
    while words and ID.fullmatch(words[0]):
        ids.append(words.pop(0))
    if not ids or not words:
        raise CaseFault(f"{name}:{section.line} 标题写成“## G-10 标题”：{section.heading}")
    return tuple(ids), " ".join(words)


def read_cast() -> list[dict[str, str]]:
    """Read the hospitals that play in the cases, from the table in docs/cases/README.md."""
    lines = (FOLDER / "README.md").read_text("utf-8").splitlines()
    tables = [cells_of("README.md", n, line) for n, line in enumerate(lines, 1) if line[:1] == "|"]
    start = tables.index(CAST_HEADINGS)
    rows = [cells for cells in tables[start + 2 :] if len(cells) == len(CAST_HEADINGS)]
    return [dict(zip(CAST_HEADINGS, cells, strict=True)) for cells in rows]
