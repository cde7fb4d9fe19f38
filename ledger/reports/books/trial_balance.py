"""科目余额表: every leaf with its opening, 发生额 and closing, under the accounts above it."""

from __future__ import annotations

from collections import Counter
from types import MappingProxyType
from typing import TYPE_CHECKING

from ledger.basis.money import grouped
from ledger.basis.period import period_of
from ledger.basis.terms import SIDES
from ledger.formats.report import (
    CODES,
    UNIT,
    Cell,
    Column,
    Report,
    Row,
    balance_cells,
    book_line,
    money,
    money_tree,
    named_row,
    period_name,
)
from ledger.reports.asking import by_book
from ledger.reports.kind import ReportKind
from ledger.store.vouchers.balances import balance_rows
from ledger.store.vouchers.movements import balances_on

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ledger.masters.book import Book
    from ledger.masters.chart import FundChart
    from ledger.reports.asking import Inquiry
    from ledger.voucher.shown import BalanceRow

#: The eye and Excel have a 方向 each.
COLUMNS = MappingProxyType(
    {
        "account": Column(heading="科目编码", wraps=CODES, spare=True),
        "name": Column(heading="科目名称", wraps=16, indented=True, shown="table"),
        "full_name": Column(heading="科目全称", shown="file"),
        "leaf": Column(heading="末级", shown="file"),
        "opening_side": Column(heading="期初方向", align="center", shown="file"),
        "opening_side_seen": Column(heading="方向", align="center", shown="table"),
        "opening": money("期初余额"),
        "debit": money("借方发生额"),
        "credit": money("贷方发生额"),
        "closing_side": Column(heading="期末方向", align="center", shown="file"),
        "closing_side_seen": Column(heading="方向", align="center", shown="table"),
        "closing": money("期末余额"),
    }
)
#: An account's opening (debit-positive), 借方 and 贷方发生额, in fen.
Figures = tuple[int, int, int]


def trial_balances(inquiry: Inquiry) -> list[Report]:
    """科目余额表 of a month; of a day the month's 发生额 booked by then, and that day's balance."""
    book, day = inquiry.book, inquiry.day
    if day is None:
        month = inquiry.month
        rows = balance_rows(inquiry.conn, book, first=month, last=month)
    else:
        month = period_of(day)
        rows = balances_on(inquiry.conn, book, day)
    return [trial_balance(book, month, rows, inquiry.desk.chart(book.fund))]


REPORT = ReportKind(
    name="trial-balance",
    title="科目余额表",
    draw=by_book(trial_balances),
    overview=True,
    listed=1,
    help_at=(1, 1),
    menu=1,
)


def trial_balance(book: Book, period: str, rows: Sequence[BalanceRow], chart: FundChart) -> Report:
    """Draw up the 科目余额表 of a month: all levels for people, leaves only for programs.

    Leaves that show nothing but zeros are left out of the table; the tree keeps them.
    """
    ordered = sorted(rows, key=lambda row: row.leaf.account.code.split("."))
    shown = [row for row in ordered if has_figures(row)]
    alerts, proof = balance_proof(shown)
    return Report(
        title=REPORT.title,
        subtitle=(book_line(book), f"期间：{period_name(period)}", UNIT),
        columns=tuple(COLUMNS.values()),
        rows=(*account_rows(shown, chart), *total_rows(shown)),
        alerts=alerts,
        notes=proof,
        tree={
            "book": book.code,
            "period": period,
            "accounts": [leaf_tree(row) for row in ordered],
            **money_tree(
                debit=sum(row.debit_fen for row in ordered),
                credit=sum(row.credit_fen for row in ordered),
            ),
        },
    )


def has_figures(row: BalanceRow) -> bool:
    """Return whether a leaf shows anything but zeros."""
    return bool(row.opening_fen or row.debit_fen or row.credit_fen)


def leaf_tree(row: BalanceRow) -> dict[str, object]:
    """Write one leaf as the contract has it."""
    account = row.leaf.account
    return {
        "code": account.code,
        "name": row.leaf.name,
        "hospital": account.hospital or None,
        "year": account.year or None,
        **money_tree(
            opening=row.opening_fen,
            debit=row.debit_fen,
            credit=row.credit_fen,
            closing=row.closing_fen,
        ),
    }


def account_rows(rows: Sequence[BalanceRow], chart: FundChart) -> list[Row]:
    """Return the leaves in order, each account of the chart above its first leaf with its sums.

    A hospital gets a line of its own only where it holds the money of several years.
    """
    parts = parts_of_accounts(rows)
    titled = {code for code, below in parts.items() if code in chart.accounts or len(below) > 1}
    drawn: list[Row] = []
    done: set[str] = set()
    for row in rows:
        above = [code for code in parents_of(row.leaf.account.code) if code in titled]
        for depth, code in enumerate(above):
            if code not in done:
                names = parent_names(code, parts[code][0], chart)
                drawn.append(account_row(code, names, added(parts[code]), depth=depth, leaf=False))
        done.update(above)
        names = (leaf_name(row, chart), row.leaf.name)
        code = row.leaf.account.code
        drawn.append(account_row(code, names, added([row]), depth=len(above), leaf=True))
    return drawn


def parts_of_accounts(rows: Sequence[BalanceRow]) -> dict[str, list[BalanceRow]]:
    """Return the leaves below each account."""
    parts: dict[str, list[BalanceRow]] = {}
    for row in rows:
        for parent in parents_of(row.leaf.account.code):
            parts.setdefault(parent, []).append(row)
    return parts


def parents_of(code: str) -> list[str]:
    """List the codes above a code, from the first level down."""
    segments = code.split(".")
    return [".".join(segments[:count]) for count in range(1, len(segments))]


def added(rows: Iterable[BalanceRow]) -> Figures:
    """Add leaves up."""
    figures = ((row.opening_fen, row.debit_fen, row.credit_fen) for row in rows)
    openings, debits, credits_ = zip(*figures, strict=True)
    return sum(openings), sum(debits), sum(credits_)


def parent_names(code: str, first: BalanceRow, chart: FundChart) -> tuple[str, str]:
    """Name an account above leaves, in short and in full; `first` is one leaf below it."""
    if code in chart.accounts:
        return chart.accounts[code].name, chart.accounts[code].full_name
    base, holder = first.leaf.account.base, first.leaf.holder
    return holder, chart.full_name(base, holder=holder)


def leaf_name(row: BalanceRow, chart: FundChart) -> str:
    """Name a leaf below its parents: the account's own name, or its holder and year."""
    account = row.leaf.account
    if account.code == account.base:
        return chart.accounts[account.base].name
    return f"{row.leaf.holder} {account.year}年" if account.year else row.leaf.holder


def account_row(
    code: str, names: tuple[str, str], figures: Figures, *, depth: int, leaf: bool
) -> Row:
    """Draw one account."""
    opening, debit, credit = figures
    return named_row(
        COLUMNS,
        {
            "account": code,
            "name": names[0],
            "full_name": names[1],
            "leaf": "是" if leaf else "否",
            **balance_columns("opening", *balance_cells(opening)),
            "debit": debit,
            "credit": credit,
            **balance_columns("closing", *balance_cells(opening + debit - credit)),
        },
        mark="" if leaf else "heading",
        depth=depth,
    )


def balance_columns(time: str, side: str, fen: int) -> dict[str, Cell]:
    """Lay a balance over its columns."""
    return {f"{time}_side": side, f"{time}_side_seen": side, time: fen}


def total_rows(rows: Sequence[BalanceRow]) -> list[Row]:
    """Add up the debit balances and the credit balances: 借方合计 must equal 贷方合计."""
    sums: Counter[str] = Counter()
    for row in rows:
        for time, fen in (("opening", row.opening_fen), ("closing", row.closing_fen)):
            sums[f"{time} {'debit' if fen > 0 else 'credit'}"] += abs(fen)
        sums["debit"] += row.debit_fen
        sums["credit"] += row.credit_fen
    return [side_row(sums, "debit", mark="total"), side_row(sums, "credit", mark="subtotal")]


def side_row(sums: Mapping[str, int], side: str, *, mark: str) -> Row:
    """Draw the sums of one side."""
    word = SIDES[side]
    name = f"{word}方合计"
    return named_row(
        COLUMNS,
        {
            "name": name,
            "full_name": name,
            **balance_columns("opening", word, sums[f"opening {side}"]),
            side: sums[side],
            **balance_columns("closing", word, sums[f"closing {side}"]),
        },
        mark=mark,
    )


def balance_proof(rows: Sequence[BalanceRow]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Say whether the three equations hold: the alerts where one does not, else the note."""
    differences = (
        ("期初余额", sum(row.opening_fen for row in rows)),
        ("本期发生额", sum(row.debit_fen - row.credit_fen for row in rows)),
        ("期末余额", sum(row.closing_fen for row in rows)),
    )
    alerts = tuple(
        f"试算不平：{name}借方减贷方差 {grouped(fen)} 元" for name, fen in differences if fen
    )
    proof = "试算平衡：期初余额借＝贷，本期发生额借＝贷，期末余额借＝贷。"
    return alerts, () if alerts else (proof,)
