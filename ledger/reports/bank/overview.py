"""对账总览: the books beside the bank, 财政 and the hospitals; what is wrong stands first."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from ledger.basis.money import yuan
from ledger.basis.terms import BANKS
from ledger.formats.report import UNIT, WORDS, Column, Report, Row, book_line, money, named_row
from ledger.reconcile.adjustment import KINDS

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date

    from ledger.masters.book import Book
    from ledger.reconcile.adjustment import PendingItem

COLUMNS = MappingProxyType(
    {
        "party": Column(heading="对账对象", wraps=WORDS),
        "on": Column(heading="截至"),
        "booked": money("账面余额"),
        "other": money("对方余额"),
        "gap": money("相差"),
        "explained": money("未达、待回、已说明"),
        "unexplained": money("未查明"),
        "oldest": Column(heading="最早一笔"),
        "days": Column(heading="天数", align="right"),
        "told": Column(heading="情况", wraps=30),
    }
)
ITEM_COLUMNS = MappingProxyType(
    {
        "kind": Column(heading="类别", wraps=WORDS),
        "date": Column(heading="日期"),
        "label": Column(heading="凭证或对账单"),
        "summary": Column(heading="摘要", wraps=20),
        "counterparty": Column(heading="对方", wraps=WORDS),
        "amount": money("金额"),
        "days": Column(heading="天数", align="right"),
        "cause": Column(heading="原因", wraps=20),
    }
)
SHEET_COLUMNS = MappingProxyType(
    {
        "month": Column(heading="月份"),
        "account": Column(heading="账户"),
        "state": Column(heading="余额调节表", wraps=30),
    }
)
NOTES = (
    "相差＝对方余额－账面余额＝未达、待回、已说明的＋未查明的。",
    "银行、财政按记账的月份比；医疗机构按业务日期比，补记的款算在到账那天。",
    "没有回函的医院按“待回”列示，对方余额只是回了函的。",
    "红色：有未查明的差额，或银行、财政有而本账至今没有记的，或有逾期未回、不符的医院。",
)
NO_SHEETS = "还没有导入对账单的账户，结账时不要求余额调节表。"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tied:
    """The books beside one other party on a day: both balances, what explains, what does not.

    `other_fen` is None where the other party has said nothing yet; `oldest` is the day of the
    oldest open fact. `wrong` asks for somebody's attention.
    """

    party: str
    on: date
    book_fen: int
    other_fen: int | None
    explained_fen: int
    unexplained_fen: int
    oldest: date | None
    wrong: bool
    told: str

    @property
    def gap_fen(self) -> int:
        """Return what the other party states beyond our books."""
        return 0 if self.other_fen is None else self.other_fen - self.book_fen


def overview(book: Book, day: date, tied: Sequence[Tied]) -> Report:
    """Draw up how the books agree with everybody else on a day."""
    ordered = sorted(tied, key=lambda one: (not one.wrong, one.other_fen is not None))
    wrong = [one for one in ordered if one.wrong]
    return Report(
        title="对账总览",
        subtitle=(book_line(book), f"截至 {day}", UNIT),
        columns=tuple(COLUMNS.values()),
        rows=tuple(tied_row(one, day) for one in ordered),
        alerts=tuple(f"【待处理】{one.party}：{one.told}" for one in wrong),
        notes=NOTES,
        tree={"book": book.code, "on": day, "parties": [tied_tree(one) for one in ordered]},
    )


def tied_row(one: Tied, day: date) -> Row:
    """Draw one other party."""
    said = one.other_fen is not None
    return named_row(
        COLUMNS,
        {
            "party": one.party,
            "on": one.on,
            "booked": one.book_fen,
            "other": one.other_fen,
            "gap": one.gap_fen if said else None,
            "explained": one.explained_fen if said else None,
            "unexplained": one.unexplained_fen if said else None,
            "oldest": one.oldest,
            "days": (day - one.oldest).days if one.oldest else None,
            "told": one.told,
        },
        mark="alert" if one.wrong else "",
    )


def tied_tree(one: Tied) -> dict[str, object]:
    """Write one other party for programs."""
    return {
        "party": one.party,
        "on": one.on,
        "book": yuan(one.book_fen),
        "other": None if one.other_fen is None else yuan(one.other_fen),
        "explained": yuan(one.explained_fen),
        "unexplained": yuan(one.unexplained_fen),
        "oldest": one.oldest,
        "wrong": one.wrong,
        "told": one.told,
    }


def open_items(
    book: Book,
    account: str,
    on: date,
    day: date,
    items: Sequence[PendingItem],
    unbooked: Collection[str],
) -> Report:
    """List the 未达账项 of an account, the oldest first; `unbooked` ids, which wait, are red."""
    ordered = sorted(items, key=lambda item: (item.date, item.label))
    return Report(
        title=f"{BANKS[account]}未达账项",
        subtitle=(book_line(book), f"对账单截至 {on}", UNIT),
        columns=tuple(ITEM_COLUMNS.values()),
        rows=tuple(item_row(item, day, red=item.id in unbooked) for item in ordered),
        tree={"book": book.code, "account": account, "items": [item.id for item in ordered]},
    )


def item_row(item: PendingItem, day: date, *, red: bool) -> Row:
    """Draw one 未达账项."""
    kind = KINDS[item.kind].partition("：")[2]
    return named_row(
        ITEM_COLUMNS,
        {
            "kind": kind,
            "date": item.date,
            "label": item.label,
            "summary": item.summary,
            "counterparty": item.counterparty,
            "amount": item.net_fen,
            "days": (day - item.date).days,
            "cause": item.cause,
        },
        mark="alert" if red else "",
    )


def sheet_list(book: Book, rows: Sequence[tuple[str, str, str, bool]]) -> Report:
    """List how each account's 余额调节表 stand: month, account, words, and whether it is wrong."""
    return Report(
        title="余额调节表",
        subtitle=(book_line(book),),
        columns=tuple(SHEET_COLUMNS.values()),
        rows=tuple(
            named_row(
                SHEET_COLUMNS,
                {"month": month, "account": BANKS[account], "state": words},
                mark="alert" if wrong else "",
            )
            for month, account, words, wrong in rows
        ),
        notes=() if rows else (NO_SHEETS,),
        tree={
            "book": book.code,
            "sheets": [
                {"period": month, "account": account, "state": words, "wrong": wrong}
                for month, account, words, wrong in rows
            ],
        },
    )
