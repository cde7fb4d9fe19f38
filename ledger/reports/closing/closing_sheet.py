"""结账封面: what a closed month's seal holds, to print, to sign, and to check the books by.

The seal's digest on signed paper is what exposes a chain whose tail was cut off.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from ledger.basis.money import grouped
from ledger.basis.terms import BANKS, voucher_number
from ledger.formats.report import (
    UNIT,
    WORDS,
    Column,
    Report,
    Row,
    book_line,
    moment,
    money_tree,
    named_row,
    period_name,
)
from ledger.masters.stand_in import called
from ledger.policy.irregular import CasesStanding
from ledger.reports.registers.irregular import alerts_of, standing_tree
from ledger.reports.vouchers.voucher_sheet import person

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ledger.masters.book import Book
    from ledger.workflow.close.close_month import Closed

NONE_STANDING = CasesStanding(count=0, amount_fen=0)
COLUMNS = MappingProxyType(
    {
        "item": Column(heading="项目"),
        "content": Column(heading="内容", wraps=WORDS),
    }
)
SIGNATURES = "制表：________　审核：________　会计主管：________　日期：________"


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckShown:
    """A check that the close passed: its name in Chinese, and the figure it rests on."""

    name: str
    figure: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SealShown:
    """A period's seal (封存) as the closing sheet shows it.

    `number_first` and `number_last` are 0 in a month without vouchers; `events` counts the
    links of the period, with legs or without; `position` and `head` are where the year's
    chain stands; `previous` is the digest of the seal before, empty for the first; `standing`
    are the special cases (特殊情况) that stood at the period's end; `reconciled` says of each
    bank account how its 余额调节表 stands, and whether it is missing; `remarks` is what 对账 has
    left; `office` with which keys people sign; `stood` whether it was closed by 代理.
    """

    book: str
    period: str
    number_first: int
    number_last: int
    vouchers: int
    events: int
    debit_fen: int
    credit_fen: int
    trial_balance_digest: str
    position: int
    head: str
    previous: str
    seal: str
    closed_by: str
    closed_at: str
    checks: tuple[CheckShown, ...]
    standing: CasesStanding = NONE_STANDING
    remarks: tuple[tuple[str, str], ...] = ()
    reconciled: tuple[tuple[str, str, bool], ...] = ()
    office: tuple[tuple[str, str], ...] = ()
    stood: bool = False


def closing_sheets(closed: Iterable[Closed]) -> list[Report]:
    """Draw up the 结账封面 of whatever was closed."""
    return [closing_sheet(item.book, seal_closed(item)) for item in closed]


def seal_closed(closed: Closed) -> SealShown:
    """Return the seal of what was closed just now, with all that the close has to tell."""
    return replace(
        seal_shown(closed.seal, closed.numbers, closed.standing),
        checks=tuple(CheckShown(name=check.name, figure=check.figure) for check in closed.checks),
        remarks=closed.remarks,
        reconciled=tuple((one.account, one.words, one.open) for one in closed.reconciled),
        office=closed.office,
        stood=closed.stood,
    )


def seal_shown(
    seal: Mapping[str, Any], numbers: tuple[int, int], standing: CasesStanding
) -> SealShown:
    """Return a seal as it is stored; `numbers` are the period's first and last."""
    return SealShown(
        book=seal["book"],
        period=seal["period"],
        number_first=numbers[0],
        number_last=numbers[1],
        vouchers=seal["vouchers"],
        events=seal["events"],
        debit_fen=seal["debit_fen"],
        credit_fen=seal["credit_fen"],
        trial_balance_digest=seal["balances_digest"],
        position=seal["position"],
        head=seal["head"],
        previous=seal["previous"],
        seal=seal["digest"],
        closed_by=seal["closed_by"],
        closed_at=seal["closed_at"],
        checks=(),
        standing=standing,
    )


def closing_sheet(book: Book, seal: SealShown) -> Report:
    """Draw up the 结账封面 of a period."""
    assert seal.book == book.code, "a sheet shows its own book's seal"
    rows = [named_row(COLUMNS, {"item": item, "content": told}) for item, told in seal_lines(seal)]
    rows.extend(
        named_row(
            COLUMNS,
            {
                "item": f"检查{number}：{check.name}",
                "content": f"通过　{check.figure}".rstrip("　"),
            },
        )
        for number, check in enumerate(seal.checks, 1)
    )
    return Report(
        title="结账封面",
        subtitle=(book_line(book), f"期间：{period_name(seal.period)}", UNIT),
        columns=tuple(COLUMNS.values()),
        rows=(
            *rows,
            *reconciled_rows(seal),
            standing_row(seal),
            *remark_rows(seal),
            *office_rows(seal),
            named_row(COLUMNS, {"item": "本期封存码", "content": seal.seal}, mark="total"),
        ),
        alerts=alerts_of(seal.standing),
        notes=("本期已结账，不得再增、改、删。请核对封存码与系统一致后打印签章。", SIGNATURES),
        tree=seal_tree(seal),
    )


def standing_row(seal: SealShown) -> Row:
    """Say how many special cases stood at the period's end, in red where there are any."""
    count, fen = seal.standing.count, seal.standing.amount_fen
    words = f"{count} 笔尚未处理，合计 {grouped(fen)}" if count else "无"
    return named_row(COLUMNS, {"item": "特殊情况", "content": words}, mark="alert" if count else "")


def remark_rows(seal: SealShown) -> tuple[Row, ...]:
    """Say in red what 对账 has left: letters that wait, what others say otherwise."""
    return tuple(
        named_row(COLUMNS, {"item": name, "content": text}, mark="alert")
        for name, text in seal.remarks
    )


def office_rows(seal: SealShown) -> list[Row]:
    """Give the fingerprints of the keys, by which a stranger knows whose signatures they are."""
    return [named_row(COLUMNS, {"item": item, "content": told}) for item, told in seal.office]


def reconciled_rows(seal: SealShown) -> list[Row]:
    """Say of each bank account how its 余额调节表 stands; a missing one is said aloud."""
    return [
        named_row(
            COLUMNS,
            {"item": f"{account} {BANKS[account]}余额调节表", "content": words},
            mark="alert" if missing else "",
        )
        for account, words, missing in seal.reconciled
    ]


def seal_lines(seal: SealShown) -> tuple[tuple[str, str], ...]:
    """Write what the seal holds, a line each."""
    return (
        ("凭证号", number_range(seal)),
        ("凭证张数", f"{seal.vouchers} 张"),
        ("业务事项", f"{seal.events} 件（含不记账事项）"),
        ("借方发生额", grouped(seal.debit_fen)),
        ("贷方发生额", grouped(seal.credit_fen)),
        ("结账人", called(person(seal.closed_by), stood=seal.stood)),
        ("结账时间", moment(seal.closed_at)),
        ("链上位置", f"第 {seal.position} 环"),
        ("链头", seal.head),
        ("余额表校验值", seal.trial_balance_digest),
        ("上期封存码", seal.previous or "无（首期）"),
    )


def number_range(seal: SealShown) -> str:
    """Write the first and the last number, which leave no gap between them."""
    if not seal.vouchers:
        return "本期无凭证"
    first = voucher_number(seal.period, seal.number_first)
    last = voucher_number(seal.period, seal.number_last)
    return f"{first} 至 {last}，连续无缺号"


def seal_tree(seal: SealShown) -> dict[str, object]:
    """Write a seal for programs."""
    return {
        "book": seal.book,
        "period": seal.period,
        "number_first": seal.number_first,
        "number_last": seal.number_last,
        "vouchers": seal.vouchers,
        "events": seal.events,
        **money_tree(debit=seal.debit_fen, credit=seal.credit_fen),
        "trial_balance_digest": seal.trial_balance_digest,
        "position": seal.position,
        "head": seal.head,
        "previous": seal.previous or None,
        "seal": seal.seal,
        "closed_by": seal.closed_by,
        "closed_at": seal.closed_at,
        "checks": [{"name": check.name, "figure": check.figure} for check in seal.checks],
        "reconciled": [
            {"account": account, "words": words, "missing": missing}
            for account, words, missing in seal.reconciled
        ],
        "irregular": standing_tree(seal.standing),
        "remarks": [{"name": name, "text": text} for name, text in seal.remarks],
        **office_tree(seal),
    }


def office_tree(seal: SealShown) -> dict[str, object]:
    """Write with which keys people sign for programs; nothing where they do not."""
    lines = [{"name": name, "text": text} for name, text in seal.office]
    return {"office": lines} if lines else {}
