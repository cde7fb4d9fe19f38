"""备查簿·一家医院: its whole story, from the application to what came back after the write-off.

Every paper and every voucher in order of the day; what successors (承接) did with its debt since
stands there too, so that the page ends where the money ended.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from ledger.basis.errors import refuse
from ledger.basis.money import grouped, yuan
from ledger.basis.terms import OWNERSHIPS
from ledger.dues.debts import debts_of
from ledger.formats.report import (
    UNIT,
    WORDS,
    Column,
    Report,
    Row,
    book_line,
    joined,
    money,
    named_row,
)
from ledger.reports.registers.memo_lines import (
    SIGNATURES,
    kind_name,
    line_tree,
    lines_of,
    registered,
)
from ledger.store.masters import read_hospitals
from ledger.store.relations.events import read_withdrawals
from ledger.store.standing.assess import read_heirs, read_moved
from ledger.store.standing.memorandum import read_touching
from ledger.store.vouchers.balances import read_accounts
from ledger.workflow.book_states import book_states

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    import sqlalchemy as sa

    from ledger.dues.debts import Debts
    from ledger.dues.values import BookState
    from ledger.events.base import Event
    from ledger.masters.book import Book
    from ledger.masters.chart import Leaf
    from ledger.masters.hospital import Hospital
    from ledger.reports.registers.memo_lines import MemoLine
    from ledger.voucher.shown import RegisterEntry, Voucher
    from ledger.workflow.desk import Desk

COLUMNS = MappingProxyType(
    {
        "date": Column(heading="日期"),
        "what": Column(heading="事项"),
        "year": Column(heading="年度", align="right"),
        "amount": money("金额"),
        "held": money("当日未收回"),
        "words": Column(heading="内容", wraps=24),
        "papers": Column(heading="文书", wraps=WORDS),
        "voucher": Column(heading="凭证"),
        "since": Column(heading="后续", wraps=WORDS),
    }
)
NOTE = "“当日未收回”是这家机构（连同承接其债务的单位）各年度预付金当日终了的余额，按业务发生日。"


def hospital_pages(
    desk: Desk, conn: sa.Connection, book: Book, on: date, code: str, year: int
) -> list[Report]:
    """Draw up a hospital's page, of all prepayment years or one; none where nothing is known.

    Its title is the hospital's name. What moved the hospital and those that may have taken its
    debts over is read, and no more.
    """
    heirs = read_heirs(conn, book.code, code)
    (state,) = book_states(desk, conn, [book], on, history=True, hospitals=heirs)
    listed = read_hospitals(conn, state.on, {code})
    leaves = tuple(read_accounts(conn, book.code, hospitals=heirs).values())
    debts = hospital_debts(desk, conn, book, leaves, code, year)
    accounts = debt_accounts(leaves, code, debts)
    touching = read_touching(conn, book.code, code, accounts, state.on)
    vouchers = [v for v in touching if year in (0, v.year) and concerns(v, code, debts)]
    entries = hospital_entries(conn, state, code, year)
    if not vouchers and not entries:
        return []
    if code not in listed:
        raise refuse(
            "HOSPITAL_UNKNOWN", f"医疗机构 {code} 不在名单内", "核对编码：prepay hospital list"
        )
    lines = lines_of(state, vouchers, entries, read_withdrawals(conn, book.code))
    return [memorandum_page(state, listed[code], lines, debts)]


def hospital_debts(
    desk: Desk,
    conn: sa.Connection,
    book: Book,
    leaves: Iterable[Leaf],
    code: str,
    year: int,
) -> dict[int, Debts]:
    """Follow the debts of each prepayment year for which a hospital has an account."""
    base = desk.chart(book.fund).roles["prepayment"]
    heirs = {leaf.account.hospital for leaf in leaves}
    years = {leaf.account.year for leaf in leaves if leaf.account.hospital == code}
    return {
        held: debts_of(read_moved(conn, book.code, base=base, year=held, hospitals=heirs))
        for held in sorted(years)
        if year in (0, held)
    }


def debt_accounts(leaves: Iterable[Leaf], code: str, debts: Mapping[int, Debts]) -> set[str]:
    """Return the accounts of a hospital and of those that took its debts over."""
    holders = {year: set(followed.line(code)) for year, followed in debts.items()}
    return {
        leaf.account.code
        for leaf in leaves
        if leaf.account.hospital in holders.get(leaf.account.year, ())
    }


def hospital_entries(
    conn: sa.Connection, state: BookState, code: str, year: int
) -> list[tuple[RegisterEntry, Event]]:
    """Read a hospital's 登记事项; what is of no year belongs to every one."""
    return [
        (entry, event)
        for entry, event in registered(conn, state.book.code, state.on, (), code)
        if (year in (0, entry.year) or not entry.year)
    ]


def concerns(voucher: Voucher, code: str, debts: Mapping[int, Debts]) -> bool:
    """Tell a voucher of the hospital, or one of a successor since it took over."""
    if voucher.hospital == code:
        return True
    followed = debts.get(voucher.year)
    if followed is None:
        return False
    since = followed.taken_on(code, voucher.hospital)
    own = any(line.account.split(".")[-2:-1] == [code] for line in voucher.lines)
    return own or (since is not None and voucher.date >= since)


def memorandum_page(
    state: BookState,
    hospital: Hospital,
    lines: Sequence[MemoLine],
    debts: Mapping[int, Debts],
) -> Report:
    """Draw up a hospital's page up to a day."""
    ordered = sorted(lines, key=lambda line: (line.date, line.order))
    left = left_on(hospital.code, debts, state.on)
    return Report(
        title=hospital.name,
        subtitle=(
            book_line(state.book),
            joined(
                (
                    hospital.code,
                    hospital.credit_code,
                    OWNERSHIPS[hospital.ownership],
                    hospital.level,
                ),
                "　",
            ),
            f"截至 {state.on}",
            UNIT,
        ),
        columns=tuple(COLUMNS.values()),
        rows=tuple(story_row(line, hospital, debts, state) for line in ordered),
        signatures=SIGNATURES,
        notes=(f"截至 {state.on} 未收回 {grouped(left)}。", NOTE),
        tree={
            "book": state.book.code,
            "hospital": hospital.code,
            "name": hospital.name,
            "as_of": state.on,
            "outstanding": yuan(left),
            "lines": [
                line_tree(number, line, state)
                | {"outstanding": yuan(held(hospital.code, debts, line))}
                for number, line in enumerate(ordered, 1)
            ],
        },
    )


def story_row(
    line: MemoLine, hospital: Hospital, debts: Mapping[int, Debts], state: BookState
) -> Row:
    """Draw one line of the story; what another unit did is told with its name."""
    other = line.hospital not in ("", hospital.code)
    return named_row(
        COLUMNS,
        {
            "date": line.date,
            "what": joined((kind_name(line), state.name(line.hospital) if other else ""), "·"),
            "year": str(line.year or ""),
            "amount": line.amount_fen or None,
            "held": held(hospital.code, debts, line),
            "words": line.words,
            "papers": line.papers,
            "voucher": line.where,
            "since": line.since,
        },
    )


def held(hospital: str, debts: Mapping[int, Debts], line: MemoLine) -> int:
    """Return what is out of a hospital's debts at the end of a line's day."""
    return left_on(hospital, debts, line.date)


def left_on(hospital: str, debts: Mapping[int, Debts], day: date) -> int:
    """Return what is out of a hospital's debts at the end of a day."""
    return sum(sum(followed.followed(hospital, day).values()) for followed in debts.values())
