"""The desk that a verb is carried out at: database, clock, ids, who is acting."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from ledger.basis.clock import Clock, stamp
from ledger.basis.errors import LedgerError, PartlyRefused, Refused, refuse, unclear
from ledger.basis.terms import ACTIONS
from ledger.masters.chart_file import load_chart
from ledger.masters.operator import Operator, duty_findings
from ledger.store.engine import acts_of, reading, writing
from ledger.store.masters import read_books, read_operators
from ledger.store.writer import log

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date

    import sqlalchemy as sa

    from ledger.basis.errors import Finding
    from ledger.basis.identity import Identity
    from ledger.masters.book import Book
    from ledger.masters.chart import FundChart

OFFICE = "-"
#: What a verb comes to in one book.
Outcome = TypeVar("Outcome")


@dataclass(slots=True, kw_only=True)
class Desk:
    """Who acts, on which database, at what time; ids are drawn here."""

    engine: sa.Engine
    clock: Clock
    identity: Identity
    operator: str = ""
    _charts: dict[str, FundChart] = field(default_factory=dict)

    def chart(self, fund: str) -> FundChart:
        """Give the chart of a fund; the file is read once."""
        if not self._charts:
            self._charts.update(load_chart())
        return self._charts[fund]

    def now(self) -> str:
        """Give the present moment as it is stored."""
        return stamp(self.clock.now())

    def today(self) -> date:
        """Give the present day."""
        return self.clock.now().date()

    def folder(self) -> Path:
        """Give the folder beside the database, for papers and journals."""
        name = self.engine.url.database if self.engine.dialect.name == "sqlite" else None
        return Path(name).resolve().parent if name else Path.cwd()


def acting(desk: Desk, conn: sa.Connection, role: str, what: str) -> Operator:
    """Give who is acting; raises Refused where nobody is named or the role is missing."""
    if not desk.operator:
        raise unclear(
            "OPERATOR_MISSING",
            f"没有说明由谁{what}",
            "用 --as 姓名，或设置环境变量 PREPAY_OPERATOR",
        )
    operators = read_operators(conn)
    if desk.operator not in operators:
        raise refuse(
            "OPERATOR_UNKNOWN",
            f"没有名为“{desk.operator}”的操作员",
            "核对姓名；新操作员由管理员登记：prepay operator add 姓名 --role 岗位",
        )
    operator = operators[desk.operator]
    if findings := duty_findings(operator, role, what):
        raise Refused(findings)
    return operator


def book_of(conn: sa.Connection, code: str) -> Book:
    """Find a book; raises Refused where it has not been opened."""
    books = read_books(conn)
    if code not in books:
        known = "、".join(books) or "无"
        raise refuse(
            "BOOK_UNKNOWN",
            f"没有账套 {code}；现有：{known}",
            "核对统筹区和险种；新账套用 prepay init 建立",
        )
    return books[code]


def check_book(engine: sa.Engine, code: str) -> None:
    """Refuse a book that has not been opened, where one is named."""
    if code:
        with reading(engine) as conn:
            book_of(conn, code)


def each_book(codes: Iterable[str], act: Callable[[str], Outcome]) -> list[Outcome]:
    """Let a verb act on one book after the other: one that is refused stops no other.

    Raises Refused where all are refused; PartlyRefused, with what was done, where some are.
    """
    done: list[Outcome] = []
    findings: list[Finding] = []
    books: list[str] = []
    for code in codes:
        try:
            done.append(act(code))
        except Refused as refused:
            findings += refused.findings
            books.append(code)
    if findings and done:
        raise PartlyRefused(findings, books=books, done=done)
    if findings:
        raise Refused(findings)
    return done


def note(
    desk: Desk, conn: sa.Connection, book: str, action: str, subject: str, content: object
) -> None:
    """Add a line to the operation log, in the transaction of the verb."""
    acts_of(desk.engine).open.append(told_act(book, action, subject, content))
    log(
        conn,
        book=book,
        id_=desk.identity.new(),
        at=desk.now(),
        operator=desk.operator or "-",
        action=action,
        subject=subject,
        content=content,
    )


def told_act(book: str, action: str, subject: str, content: object) -> str:
    """Say in a line what was done, for when the machine fails behind it."""
    where = "" if book == OFFICE else f"{book} "
    digest = content.get("digest", "") if isinstance(content, dict) else ""
    return f"{ACTIONS.get(action, action)} {where}{subject}" + (
        f"（封存码 {digest}）" if digest else ""
    )


@contextmanager
def refusals_logged(desk: Desk, action: str, subject: str, book: str = OFFICE) -> Iterator[None]:
    """Let a verb run; where it is refused, log the refusal by itself and pass it on.

    The verb's own transaction has rolled back by then, so nothing but the log changes.
    """
    try:
        yield
    except LedgerError as error:
        codes = sorted({finding.code for finding in getattr(error, "findings", ())})
        with writing(desk.engine, ()) as conn:
            note(
                desk,
                conn,
                book,
                "refused",
                subject,
                {"action": action, "codes": codes, "message": str(error)[:2000]},
            )
        raise
