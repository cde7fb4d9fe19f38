"""查询: any figure back to its vouchers, any voucher back to its file, papers and people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.basis.errors import refuse, unclear
from ledger.basis.terms import SIDES
from ledger.masters.chart import is_under
from ledger.reports.asking import month_asked
from ledger.reports.books.ledger_accounts import account_name
from ledger.reports.registers.register_origin import register_of
from ledger.reports.vouchers.explain import Figure, Part, explain_figure
from ledger.reports.vouchers.voucher_origin import voucher_origin
from ledger.store.engine import reading
from ledger.store.standing.irregular import with_cases
from ledger.store.standing.registers import find_register
from ledger.store.vouchers.balances import balance_rows, read_accounts, read_accounts_under
from ledger.store.vouchers.movements import Scope, read_scope
from ledger.store.vouchers.provenance import read_family, read_seal, read_steps
from ledger.store.vouchers.vouchers import Span, read_vouchers
from ledger.workflow.desk import book_of
from ledger.workflow.naming import find_named, hospitals_called

if TYPE_CHECKING:
    import sqlalchemy as sa

    from ledger.basis.errors import Refused
    from ledger.formats.report import Report
    from ledger.masters.book import Book
    from ledger.masters.chart import Leaf
    from ledger.voucher.shown import BalanceRow
    from ledger.workflow.desk import Desk

FIGURES = {**{term: code for code, term in SIDES.items()}, "余额": "balance"}


def explain(desk: Desk, book: str, what: str, period: str, side: str) -> Report:
    """Explain an account's or a hospital's figure of a month, one voucher or one 登记事项.

    `what` is an account of any level, a hospital, a voucher (`2026-03 记-0007`) or a business
    key, and is looked for in this order.
    """
    what = what.strip()
    with reading(desk.engine) as conn:
        one = book_of(conn, book)
        scope, name = scope_named(desk, conn, one, what)
        if scope is not None:
            return figure_of(desk, conn, one, scope, name, period, side)
        id_ = find_named(conn, book, what)
        if id_:
            return voucher_of(conn, one, id_)
        register = find_register(conn, book, what)
        if register is not None:
            return register_of(desk, conn, one, register)
        called = hospitals_called(conn, desk.today(), what)
    if len(called) != 1:
        raise nothing_named(book, what)
    return explain(desk, book, next(iter(called)), period, side)


def scope_named(desk: Desk, conn: sa.Connection, book: Book, what: str) -> tuple[Scope | None, str]:
    """Find the account or hospital that words mean, with its name; None where they mean neither."""
    known = desk.chart(book.fund).accounts.get(what)
    if known:
        return Scope(account=what), known.full_name
    if below := list(read_accounts_under(conn, book.code, what).values()):
        return Scope(account=what), account_name(desk, book, what, below[0])
    own = list(read_accounts(conn, book.code, hospitals=[what]).values())
    return (Scope(hospital=what), own[0].holder) if own else (None, "")


def nothing_named(book: str, what: str) -> Refused:
    """Say that nothing in a book is called so."""
    return refuse(
        "EXPLAIN_UNKNOWN",
        f"{book} 里没有“{what}”：不是科目，不是有往来的医疗机构，也不是凭证号或业务编号",
        "写科目（1101）、医疗机构编码、“2026-03 记-0007”或业务编号；草稿用 prepay draft list 查看",
    )


def figure_of(
    desk: Desk, conn: sa.Connection, book: Book, scope: Scope, name: str, period: str, side: str
) -> Report:
    """Explain one figure of a month."""
    month = month_asked(desk, conn, book, period)
    if side not in FIGURES:
        raise unclear("SIDE_UNREADABLE", f"“{side}”读不懂", f"写成{'、'.join(FIGURES)}")
    chosen = FIGURES[side]
    figure = Figure(
        of=scope.account or scope.hospital,
        name=name,
        period=month,
        side=chosen,
        shown_fen=shown_fen(conn, book, scope, month, chosen),
    )
    first = "" if chosen == "balance" else month
    sums: dict[str, dict[str, int]] = {}
    for movement in read_scope(conn, book.code, scope, first=first, last=month):
        if chosen in ("balance", movement.side):
            moved = sums.setdefault(movement.id, {"debit": 0, "credit": 0})
            moved[movement.side] += movement.amount_fen
    return explain_figure(book, figure, parts_of(conn, book, sums))


def shown_fen(conn: sa.Connection, book: Book, scope: Scope, month: str, side: str) -> int:
    """Add up what the 科目余额表 of a month shows of a figure."""
    rows = balance_rows(conn, book, first=month, last=month)
    return sum(row_fen(row, side) for row in rows if in_scope(row.leaf, scope))


def row_fen(row: BalanceRow, side: str) -> int:
    """Return one side of a leaf's month, or its balance."""
    return {"debit": row.debit_fen, "credit": row.credit_fen, "balance": row.closing_fen}[side]


def in_scope(leaf: Leaf, scope: Scope) -> bool:
    """Return whether a leaf belongs to the figure."""
    if scope.hospital:
        return leaf.account.hospital == scope.hospital
    return is_under(leaf.account.code, scope.account)


def parts_of(conn: sa.Connection, book: Book, sums: dict[str, dict[str, int]]) -> tuple[Part, ...]:
    """Read the vouchers behind a figure, whole, in book order."""
    if not sums:
        return ()
    steps = read_steps(conn, book.code, sums)
    return tuple(
        Part(
            voucher=voucher,
            debit_fen=sums[voucher.id]["debit"],
            credit_fen=sums[voucher.id]["credit"],
            steps=steps[voucher.id],
        )
        for voucher in with_cases(
            conn, book.code, read_vouchers(conn, book.code, Span(ids=tuple(sums)))
        )
    )


def voucher_of(conn: sa.Connection, book: Book, id_: str) -> Report:
    """Explain one voucher."""
    pairs = read_family(conn, book.code, id_)
    ids = {id_, *(row[name] for row in pairs for name in ("voucher", "corrects"))}
    family = read_vouchers(conn, book.code, Span(ids=tuple(sorted(ids))))
    (voucher,) = with_cases(conn, book.code, [one for one in family if one.id == id_])
    return voucher_origin(
        book,
        voucher,
        steps=read_steps(conn, book.code, [id_])[id_],
        family=family if len(family) > 1 else (),
        seal=read_seal(conn, book.code, voucher.period),
    )
