"""结账 for the web view: how far, the seals, one period's sheet, and whether all still proves."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from ledger.basis.errors import LedgerError
from ledger.basis.period import year_of
from ledger.formats.report import Column, Report, book_line, moment, money, named_row, period_name
from ledger.masters.stand_in import is_stood
from ledger.reports.closing.close_status import close_statuses
from ledger.reports.closing.closing_sheet import closing_sheet, seal_shown
from ledger.reports.closing.verification import verification
from ledger.reports.vouchers.voucher_sheet import person
from ledger.store.engine import reading
from ledger.store.proof.proof import read_seals
from ledger.store.signing.people import read_stand_ins
from ledger.voucher.sealing import seal_digest
from ledger.web.pages import PageDrawn, choice
from ledger.workflow.close.close_month import numbers_of, standing_at
from ledger.workflow.close.people_remarks import people_remarks
from ledger.workflow.close.verify import verify
from ledger.workflow.desk import book_of

if TYPE_CHECKING:
    from datetime import datetime

    import sqlalchemy as sa

    from ledger.formats.report import Row
    from ledger.masters.book import Book
    from ledger.web.pages import Field, Wanted
    from ledger.workflow.close.verify import Verified
    from ledger.workflow.desk import Desk

PROVING_COLUMNS = MappingProxyType(
    {
        "what": Column(heading="情况"),
    }
)

SEAL_COLUMNS = MappingProxyType(
    {
        "period": Column(heading="期间"),
        "vouchers": Column(heading="凭证", align="right"),
        "events": Column(heading="业务事项", align="right"),
        "debit": money("借方发生额"),
        "credit": money("贷方发生额"),
        "closed_by": Column(heading="结账人"),
        "closed_at": Column(heading="结账时间"),
        "digest": Column(heading="封存码"),
        "joined": Column(heading="前后衔接"),
    }
)


@dataclass(slots=True)
class Proving:
    """One verification of a book: since when it runs, and what it found once it is done."""

    since: datetime
    results: list[Verified] | None = None
    failed: str = ""
    done: datetime | None = None


@dataclass(slots=True, kw_only=True)
class Verifier:
    """Runs `verify` beside the pages, a book at a time: it may take longer than a page."""

    desk: Desk
    _books: dict[str, Proving] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _turn: threading.Lock = field(default_factory=threading.Lock)

    def start(self, book: str) -> None:
        """Begin to verify a book, unless that is under way."""
        with self._lock:
            found = self._books.get(book)
            if found is not None and found.done is None:
                return
            proving = Proving(since=self.desk.clock.now())
            self._books[book] = proving
        threading.Thread(target=self._run, args=(book, proving), daemon=True).start()

    def of(self, book: str) -> Proving | None:
        """Return the last verification of a book, done or under way."""
        with self._lock:
            return self._books.get(book)

    def is_busy(self, book: str) -> bool:
        """Return whether a verification of a book is under way."""
        found = self.of(book)
        return found is not None and found.done is None

    def _run(self, book: str, proving: Proving) -> None:
        with self._turn:
            try:
                proving.results = verify(self.desk, book=book)
            except LedgerError as error:
                proving.failed = str(error)
            finally:
                proving.done = self.desk.clock.now()


def closing_page(desk: Desk, verifier: Verifier, wanted: Wanted) -> PageDrawn:
    """Show how far the book is closed, its seals, and the sheet of one period."""
    if wanted.words.get("verify") == "yes":
        verifier.start(wanted.book)
    with reading(desk.engine) as conn:
        book = book_of(conn, wanted.book)
        seals = read_seals(conn, book.code)
        own = [seal for seal in seals if year_of(seal["period"]) == wanted.year]
        period = period_field(own, wanted.words.get("period", ""))
        sheets = sheets_of(conn, book, own, period.value)
    proving = verifier.of(wanted.book)
    reports = [
        *close_statuses(desk, wanted.book),
        *([proved(book, proving)] if proving else []),
        seal_list(book, wanted.year, own, before_of(seals, own)),
        *sheets,
    ]
    return PageDrawn(
        reports=tuple(reports),
        fields=(period,) if own else (),
        links=(("现在验证", {"verify": "yes"}),),
        waiting=verifier.is_busy(wanted.book),
    )


def period_field(seals: list[dict[str, Any]], word: str) -> Field:
    """Let a person choose a closed period, the newest first."""
    options = [(seal["period"], period_name(seal["period"])) for seal in reversed(seals)]
    return choice("period", "封面", word, options)


def before_of(seals: list[dict[str, Any]], own: list[dict[str, Any]]) -> str:
    """Return the digest of the last seal before the year's own."""
    earlier = [seal["digest"] for seal in seals if own and seal["period"] < own[0]["period"]]
    return earlier[-1] if earlier else ""


def proved(book: Book, proving: Proving) -> Report:
    """Show what the last verification found, or that it is under way."""
    if proving.results is None or proving.done is None:
        return not_proved(book, proving)
    report = verification(proving.results)
    findings = [finding for result in proving.results for finding in result.findings]
    return replace(
        report,
        subtitle=(*report.subtitle, f"{proving.done:%Y-%m-%d %H:%M:%S} 验证完毕"),
        alerts=tuple(finding.message for finding in findings),
    )


def not_proved(book: Book, proving: Proving) -> Report:
    """Say that a verification is under way, or could not be finished."""
    told = proving.failed or f"正在验证（{proving.since:%H:%M:%S} 开始），这一页会自己更新。"
    mark = "alert" if proving.failed else ""
    return Report(
        title="验证",
        subtitle=(book_line(book),),
        columns=tuple(PROVING_COLUMNS.values()),
        rows=(named_row(PROVING_COLUMNS, {"what": told}, mark=mark),),
        tree={"sound": None},
    )


def seal_list(book: Book, year: int, seals: list[dict[str, Any]], previous: str) -> Report:
    """List a year's seals; each must follow from its own figures and from the seal before."""
    rows = []
    for seal in seals:
        rows.append(seal_row(seal, previous))
        previous = seal["digest"]
    return Report(
        title=f"{year}年封存码",
        subtitle=(book_line(book),),
        columns=tuple(SEAL_COLUMNS.values()),
        rows=tuple(rows),
        notes=() if rows else ("本年还没有结账的月份。",),
        tree={"book": book.code, "year": year, "seals": [seal["digest"] for seal in seals]},
    )


def seal_row(seal: dict[str, Any], previous: str) -> Row:
    """Draw one seal, in red where it does not follow from its figures or from the one before."""
    whole = seal["digest"] == seal_digest(seal) and seal["previous"] == previous
    return named_row(
        SEAL_COLUMNS,
        {
            "period": period_name(seal["period"]),
            "vouchers": seal["vouchers"],
            "events": seal["events"],
            "debit": seal["debit_fen"],
            "credit": seal["credit_fen"],
            "closed_by": person(seal["closed_by"]),
            "closed_at": moment(seal["closed_at"]),
            "digest": seal["digest"],
            "joined": "相符" if whole else "不符",
        },
        mark="" if whole else "alert",
    )


def sheets_of(
    conn: sa.Connection, book: Book, seals: list[dict[str, Any]], period: str
) -> list[Report]:
    """Draw the sheet of the period that is asked for, if it is closed."""
    return [sheet_of(conn, book, seal) for seal in seals if seal["period"] == period]


def sheet_of(conn: sa.Connection, book: Book, seal: dict[str, Any]) -> Report:
    """Draw the 结账封面 of a sealed period anew, from the seal as it is stored."""
    numbers = numbers_of(conn, book.code, seal["period"])
    standing = standing_at(conn, book.code, seal["period"])
    shown = seal_shown(seal, numbers, standing)
    remarks = people_remarks(conn, book.code, seal["period"])
    stood = is_stood(read_stand_ins(conn), seal["closed_by"], "chief", seal["closed_at"])
    return closing_sheet(book, replace(shown, remarks=remarks, stood=stood))
