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
from ledger.store.vouchers.balances import balance_rows, read_accounts
from ledger.store.vouchers.movements import Scope, read_scope
from ledger.store.vouchers.provenance import read_family, read_seal, read_steps
from ledger.store.vouchers.vouchers import Span, read_vouchers
from ledger.workflow.desk import book_of
from ledger.workflow.naming import find_named, hospitals_called

if TYPE_CHECKING:
    import sqlalchemy as sa

    from ledger.formats.report import Report
    from ledger.masters.book import Book
    from ledger.masters.chart import Leaf
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
        leaves = read_accounts(conn, book)
        below = [leaf for code, leaf in leaves.items() if is_under(code, what)]
        known = desk.chart(one.fund).accounts.get(what)
        if below or known:
            named = known.full_name if known else account_name(desk, one, what, below[0])
            return figure_of(desk, conn, one, Scope(account=what), named, period, side)
        own = [leaf for leaf in leaves.values() if leaf.account.hospital == what]
        if own:
            return figure_of(desk, conn, one, Scope(hospital=what), own[0].holder, period, side)
        id_ = find_named(conn, book, what)
        register = None if id_ else find_register(conn, book, what)
        if register is not None:
            return register_of(desk, conn, one, register)
        called = hospitals_called(conn, desk.today(), what) if not id_ else {}
        if len(called) == 1:
            return explain(desk, book, next(iter(called)), period, side)
        if not id_:
            raise refuse(
                "EXPLAIN_UNKNOWN",
                f"{book} 里没有“{what}”：不是科目，不是有往来的医疗机构，也不是凭证号或业务编号",
                "写科目（1101）、医疗机构编码、“2026-03 记-0007”或业务编号；"
                "草稿用 prepay draft list 查看",
            )
        return voucher_of(conn, one, id_)


def figure_of(
    desk: Desk, conn: sa.Connection, book: Book, scope: Scope, name: str, period: str, side: str
) -> Report:
    """Explain one figure of a month."""
    month = month_asked(desk, conn, book, period)
    if side not in FIGURES:
        raise unclear("SIDE_UNREADABLE", f"“{side}”读不懂", f"写成{'、'.join(FIGURES)}")
    chosen = FIGURES[side]
    shown = {"debit": 0, "credit": 0, "balance": 0}
    for row in balance_rows(conn, book, first=month, last=month):
        if in_scope(row.leaf, scope):
            shown["debit"] += row.debit_fen
            shown["credit"] += row.credit_fen
            shown["balance"] += row.closing_fen
    figure = Figure(
        of=scope.account or scope.hospital,
        name=name,
        period=month,
        side=chosen,
        shown_fen=shown[chosen],
    )
    first = "" if chosen == "balance" else month
    sums: dict[str, dict[str, int]] = {}
    for movement in read_scope(conn, book.code, scope, first=first, last=month):
        if chosen in ("balance", movement.side):
            moved = sums.setdefault(movement.id, {"debit": 0, "credit": 0})
            moved[movement.side] += movement.amount_fen
    return explain_figure(book, figure, parts_of(conn, book, sums))


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
