"""移交清册: what is open when somebody hands over: read once, digested, printed and signed."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Any

from ledger.basis.encoding import pairs_digest
from ledger.basis.keys import fingerprint
from ledger.basis.money import grouped
from ledger.basis.period import period_of
from ledger.basis.terms import BANKS, DUTIES, EVENT_KINDS, voucher_number
from ledger.dues.listing import duties
from ledger.store.bank.bank_lines import first_days
from ledger.store.drafts import read_drafts
from ledger.store.masters import read_books, read_hospitals
from ledger.store.signing.office import read_office
from ledger.store.standing.irregular import Until, read_irregular
from ledger.store.vouchers.balances import balance_rows
from ledger.workflow.bank.bank_desk import ACCOUNTS, read_sides
from ledger.workflow.book_states import book_states

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    import sqlalchemy as sa

    from ledger.masters.book import Book
    from ledger.masters.chart import FundChart
    from ledger.workflow.desk import Desk

BALANCE, DRAFT, OUTSTANDING, ANSWER, PAPER, CASE, SECRET = (
    "账户余额",
    "未审核、未记账单据",
    "未达账项",
    "待回函",
    "未补附件",
    "未了结事项",
    "密钥和密码",
)
#: The parts of a 清册 in their order; one in which nothing is open says so.
PARTS = (BALANCE, DRAFT, OUTSTANDING, ANSWER, PAPER, CASE, SECRET)
#: Duties that another part lists one by one.
LISTED_APART = ("draft", "irregular")


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedOver:
    """One line of a 清册: its part, book, day, number, whom it is about, how much, what it is."""

    part: str
    book: str = ""
    day: str = ""
    number: str = ""
    name: str = ""
    amount_fen: int | None = None
    words: str = ""

    def text(self) -> str:
        """Write the line as it is digested."""
        amount = "" if self.amount_fen is None else grouped(self.amount_fen)
        return f"{self.book}|{self.day}|{self.number}|{self.name}|{amount}|{self.words}"


def lists_digest(lines: tuple[HandedOver, ...]) -> str:
    """Digest a 清册: what is signed by whoever hands over, and stands on the print."""
    return pairs_digest("handover-lists", [(line.part, line.text()) for line in lines])


@dataclass(frozen=True, slots=True, kw_only=True)
class BookOn:
    """A book on the day of a 交接, with the names of hospitals by code."""

    conn: sa.Connection
    book: Book
    chart: FundChart
    on: date
    holders: Mapping[str, str]

    def line(self, part: str, **words: Any) -> HandedOver:
        """Write a line of this book."""
        return HandedOver(part=part, book=self.book.name, **words)

    def holder(self, code: str) -> str:
        """Name a hospital."""
        return self.holders.get(code, code)


def read_handover(desk: Desk, conn: sa.Connection, name: str, on: date) -> tuple[HandedOver, ...]:
    """Read what is open in every book, and the keys of whoever hands over, on a day."""
    books = list(read_books(conn).values())
    holders = {code: one.name for code, one in read_hospitals(conn, on).items()}
    states = [
        BookOn(conn=conn, book=book, chart=desk.chart(book.fund), on=on, holders=holders)
        for book in books
    ]
    lines = [
        *chain.from_iterable(map(book_lines, states)),
        *due_lines(desk, conn, books, on),
        *secret_lines(conn, name),
    ]
    return tuple(sorted(lines, key=lambda line: PARTS.index(line.part)))


def book_lines(at: BookOn) -> Iterator[HandedOver]:
    """Read what one book has open."""
    yield from balance_lines(at)
    yield from draft_lines(at)
    yield from outstanding_lines(at)
    yield from paper_lines(at)


def balance_lines(at: BookOn) -> Iterator[HandedOver]:
    """Tell the balance of each account, as the subsidiary leaves below it add up."""
    month = period_of(at.on)
    sums: dict[str, int] = {}
    for row in balance_rows(at.conn, at.book, first=month, last=month):
        base = row.leaf.account.base
        sums[base] = sums.get(base, 0) + row.closing_fen
    for base, fen in sorted(sums.items()):
        words = {"name": at.chart.full_name(base), "words": side_of(fen)}
        yield at.line(BALANCE, number=base, amount_fen=abs(fen), **words)


def side_of(fen: int) -> str:
    """Say on which side a balance in debit-positive fen stands."""
    if fen == 0:
        return "平"
    return "借" if fen > 0 else "贷"


def draft_lines(at: BookOn) -> Iterator[HandedOver]:
    """Tell each draft that nobody has posted."""
    for draft in read_drafts(at.conn, at.book.code):
        state = f"{draft.approved_by} 已审核，待记账" if draft.approved_by else "待审核"
        yield at.line(
            DRAFT,
            day=draft.booked.isoformat(),
            number=draft.event.key,
            name=at.holder(draft.event.hospital),
            amount_fen=draft.event.shown_fen or None,
            words=f"{EVENT_KINDS[draft.event.KIND]}，{draft.prepared_by} 制单，{state}",
        )


def outstanding_lines(at: BookOn) -> Iterator[HandedOver]:
    """Tell what is on one side only of each bank account that has statements."""
    known = first_days(at.conn, at.book.code)
    for account in ACCOUNTS:
        if account in known:
            yield from account_lines(at, account)


def account_lines(at: BookOn, account: str) -> Iterator[HandedOver]:
    """Tell what is on one side only of one bank account."""
    sides = read_sides(at.conn, at.book.code, account)
    for line in sides.open_lines():
        yield at.line(
            OUTSTANDING,
            day=line.date.isoformat(),
            number=f"{account} 对账单 {line.number}",
            name=line.counterparty,
            amount_fen=line.net_fen,
            words=f"{BANKS[account]}：对账单已有，账上未有",
        )
    for unit in sides.open_units():
        yield at.line(
            OUTSTANDING,
            day=unit.shown.date.isoformat(),
            number=f"{unit.shown.period} {voucher_number(unit.shown.period, unit.shown.number)}",
            name=at.holder(unit.shown.hospital),
            amount_fen=unit.net_fen,
            words=f"{BANKS[account]}：账上已有，对账单未有",
        )


def paper_lines(at: BookOn) -> Iterator[HandedOver]:
    """Tell each special case whose papers or procedure still have to follow."""
    for case in read_irregular(at.conn, at.book.code, Until(booked=at.on, cured=at.on)):
        if case.stands:
            yield at.line(
                PAPER,
                day=case.date.isoformat(),
                number=case.voucher,
                name=case.holder,
                amount_fen=case.amount_fen,
                words=f"特殊情况尚未处理：{case.reason}",
            )


def due_lines(desk: Desk, conn: sa.Connection, books: list[Book], on: date) -> Iterator[HandedOver]:
    """Tell every duty that is open: recalls, cases, sanctions, sheets, months not closed."""
    names = {book.code: book.name for book in books}
    for duty in duties(book_states(desk, conn, books, on)):
        if duty.kind in LISTED_APART:
            continue
        yield HandedOver(
            part=ANSWER if duty.kind == "confirmation" else CASE,
            book=names.get(duty.book, duty.book),
            day=duty.due.isoformat() if duty.due else "",
            number=DUTIES[duty.kind],
            name=duty.holder,
            amount_fen=duty.amount_fen,
            words=duty.what,
        )


def secret_lines(conn: sa.Connection, name: str) -> Iterator[HandedOver]:
    """Tell the keys of whoever hands over: they end with the roles, and no password goes along."""
    for key in read_office(conn).keys.get(name, ()):
        yield HandedOver(
            part=SECRET,
            number=f"第 {key.version} 版",
            name=name,
            words=f"指纹 {fingerprint(key.public)}；岗位终止，不再签名，密码不移交",
        )
