"""P4 and P6: reading and exporting with little and with much history behind."""

from __future__ import annotations

import shutil
from datetime import date
from typing import TYPE_CHECKING

from benchmarks.measure import Figure, Goal, Timed, in_turns, milliseconds, seconds
from benchmarks.stage import LATE, Stage, disbursements, extended, open_office, permit
from ledger.formats.journals.beancount import write
from ledger.reports.due.due_list import due_report
from ledger.store.engine import reading, writing
from ledger.store.masters import read_books
from ledger.store.tables.schema import seal
from ledger.store.vouchers.balances import balance_rows, read_months_of
from ledger.store.writer import write_openings, write_seal
from ledger.workflow.close.export import export_all, year_ledger
from tests.office import EMPLOYEE, Office

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.office import Row

READING, TEXT = Goal(bound=1.2, least=False), Goal(bound=0.5, least=True)
DAY = 50


def measure(stage: Stage, *, yearly: int, years: int, hospitals: int, rounds: int) -> list[Figure]:
    """Measure P4 with one year and with many years behind, and P6 on the small book."""
    short, long_ = (LongBook(stage, yearly, many, hospitals) for many in (1, years))
    figures = []
    readings: dict[str, Callable[[LongBook], Callable[[], float]]] = {
        "科目余额表": lambda book: lambda: seconds(book.trial_balance),
        "一户余额": lambda book: lambda: seconds(book.one_balance),
        "到期清单": lambda book: lambda: seconds(book.due),
    }
    for name, way in readings.items():
        for book in (short, long_):
            way(book)()
        few, many = in_turns(rounds * 5, way(short), way(long_))
        figures.append(
            Figure(
                id="P4",
                work=f"{name}，账内 {long_.count:,} 张凭证（{years} 年），{stage.engine}",
                ours=milliseconds(many.median),
                yardstick=f"{short.count:,} 张（1 年） {milliseconds(few.median)}",
                ratio=many.median / few.median,
                goal=READING,
            )
        )
    figures += export(short, rounds)
    for book in (short, long_):
        book.close()
    return figures


class LongBook:
    """A book with years of disbursements and returns, every year but the last carried forward."""

    def __init__(self, stage: Stage, yearly: int, years: int, hospitals: int) -> None:
        """Post the years; each but the last ends as the year's close ends it."""
        self.stage = stage
        self.year = 2016
        self.url, self.office = open_office(stage, hospitals=hospitals, start=f"{self.year}-01")
        for number in range(years):
            self.year = 2016 + number
            self.office.on(f"{self.year}-12-28")
            if number:
                permit(self.office, self.year, hospitals=hospitals)
            self.office.post(*disbursements(yearly // 2, hospitals=hospitals, year=self.year))
            self.office.post(*returns(yearly // 2, hospitals, self.year))
            if number < years - 1:
                carry_forward(self.office, self.year)
        self.count = yearly * years + 2

    def trial_balance(self) -> None:
        """Read the whole trial balance of the last December."""
        period = f"{self.year}-12"
        with reading(self.office.desk.engine) as conn:
            balance_rows(conn, read_books(conn)[EMPLOYEE], first=period, last=period)

    def one_balance(self) -> None:
        """Read the balance of one leaf."""
        code = f"1101.01.H{1:011d}.{self.year}"
        with reading(self.office.desk.engine) as conn:
            leaves = read_months_of(conn, read_books(conn)[EMPLOYEE], [code])
            leaves.balance(code, f"{self.year}-12")

    def due(self) -> None:
        """Read what is due on the day after the deadline of the last year."""
        due_report(self.office.desk, EMPLOYEE, f"{self.year}-12-26")

    def close(self) -> None:
        """Let the database go."""
        self.office.desk.engine.dispose()
        self.stage.drop(self.url)


def returns(count: int, hospitals: int, year: int) -> list[Row]:
    """Write rows of repayments that take the disbursements of a year back in December."""
    return [
        {
            "kind": "repayment",
            "area": row["area"],
            "fund": row["fund"],
            "key": f"B{row['key']}",
            "date": f"{year}-12-{1 + number % 28:02d}",
            "hospital": row["hospital"],
            "year": row["year"],
            "amount": row["amount"],
            "to": "1004",
            "payer_account": f"6222{number % hospitals:08d}",
            "papers": [{"type": "bank-receipt", "number": f"B-{row['key']}", "date": row["date"]}],
        }
        for number, row in enumerate(disbursements(count, hospitals=hospitals, year=year))
    ]


def carry_forward(office: Office, year: int) -> None:
    """Leave what twelve closes and the year's close leave: seals and openings.

    The second engine is left out: it loads the year twelve times and is not what P4 is about.
    """
    engine = office.desk.engine
    with writing(engine, [EMPLOYEE]) as conn:
        book = read_books(conn)[EMPLOYEE]
        rows = balance_rows(conn, book, first=f"{year}-12", last=f"{year}-12")
        balances = {row.leaf.account.code: row.closing_fen for row in rows}
        write_openings(conn, EMPLOYEE, year + 1, balances)
        for month in range(1, 14):
            row = {
                column.name: 0 if column.type.python_type is int else "" for column in seal.columns
            }
            said = {"book": EMPLOYEE, "period": f"{year}-{month:02d}", "closed_by": "主管丁"}
            write_seal(conn, {**row, **said})


def papers_of(row: Row, day: str) -> list[object]:
    """Write a late payment's papers: its own, and the document that lets it be late."""
    own = row["papers"]
    assert isinstance(own, list)
    return [*own[:2], extended(str(row["key"]), day)]


def export(book: LongBook, rounds: int) -> list[Figure]:
    """Measure P6: the export after a day's posting, and a full one beside writing its text."""
    root = book.stage.folder / "journals"
    desk, year = book.office.desk, book.year
    export_all(desk, root, EMPLOYEE)
    rows = disbursements(DAY, hospitals=DAY, year=year, name="day")
    day = date(year, 12, 28).isoformat()
    late = [{**row, "date": day, "reason": LATE} for row in rows]
    book.office.post(*({**row, "papers": papers_of(row, day)} for row in late))
    touched: list[object] = []
    taken = seconds(lambda: touched.extend(export_all(desk, root, EMPLOYEE)))
    with reading(desk.engine) as conn:
        ledger, _ = year_ledger(desk, conn, read_books(conn)[EMPLOYEE], year)

    def whole() -> float:
        shutil.rmtree(root)
        return seconds(lambda: export_all(desk, root, EMPLOYEE))

    def text() -> float:
        shutil.rmtree(root)
        return seconds(lambda: write(ledger, root))

    full, alone = in_turns(rounds, whole, text)
    shutil.rmtree(root)
    names = "、".join(sorted(path.name for path in touched))  # type: ignore[attr-defined]
    engine = book.stage.engine
    return [
        Figure(
            id="P6",
            work=f"全部导出 {book.count + DAY:,} 张凭证，{engine}",
            ours=milliseconds(full.median),
            yardstick=f"只写文本 {milliseconds(alone.median)}",
            ratio=alone.median / full.median,
            goal=TEXT,
        ),
        Figure(
            id="P6",
            work=f"记一天（{DAY} 笔）之后导出，{engine}",
            ours=milliseconds(Timed(rounds=(taken,)).median),
            yardstick="只应改写当月",
            ratio=None,
            goal=None,
            note=f"改写的文件：{names}",
        ),
    ]
