"""对账的清单: statement lines and how each stands, proposals, and what our books have alone."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from ledger.basis.money import grouped, yuan
from ledger.basis.terms import BANKS, EVENT_KINDS, OUTSIDE_CLASSES
from ledger.formats.report import UNIT, Column, Report, Row, book_line, joined, money, named_row
from ledger.reconcile.marks import STATES

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from ledger.formats.report import Cell
    from ledger.masters.book import Book
    from ledger.reconcile.lines import BankLine
    from ledger.reconcile.marks import Mark
    from ledger.reconcile.units import Unit

PROPOSAL_COLUMNS = MappingProxyType(
    {
        "match": Column(heading="编号", align="right"),
        "state": Column(heading="状态"),
        "lines": Column(heading="对账单行", wraps=8),
        "voucher": Column(heading="凭证", wraps=14),
        "date": Column(heading="日期"),
        "net": money("净额"),
        "reason": Column(heading="理由", wraps=18),
    }
)
UNIT_COLUMNS = MappingProxyType(
    {
        "voucher": Column(heading="凭证号"),
        "date": Column(heading="业务日期"),
        "kind": Column(heading="业务"),
        "hospital": Column(heading="医疗机构"),
        "summary": Column(heading="摘要", wraps=16),
        "in": money("收入"),
        "out": money("支出"),
    }
)
RUN_COLUMNS = MappingProxyType(
    {
        "account": Column(heading="账户"),
        "lines": Column(heading="待勾对行", align="right"),
        "matched": Column(heading="已勾对行", align="right"),
        "by_rule": Column(heading="其中按规则", wraps=20),
        "proposed": Column(heading="待确认", align="right"),
        "lines_open": Column(heading="剩余行", align="right"),
        "vouchers_open": Column(heading="剩余凭证", align="right"),
    }
)

OPEN = "未勾对"
#: What every list of statement lines begins with.
LINE_COLUMNS = MappingProxyType(
    {
        "number": Column(heading="行", align="right"),
        "date": Column(heading="日期"),
        "in": money("收入"),
        "out": money("支出"),
        "balance": money("余额"),
        "counterparty": Column(heading="对方", wraps=12),
        "summary": Column(heading="摘要", wraps=12),
    }
)
STANDING_COLUMNS = MappingProxyType(
    {
        **LINE_COLUMNS,
        "serial": Column(heading="流水号", shown="file"),
        "counterparty_account": Column(heading="对方账号", shown="file"),
        "state": Column(heading="状态"),
        "match": Column(heading="编号", align="right", blank=None),
        "reason": Column(heading="理由", wraps=18),
        "origin": Column(heading="来源", shown="file"),
    }
)
STALE = "勾对后账上有变"


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingMark:
    """A mark that waits for a person, with its lines and our facts."""

    mark: Mark
    lines: tuple[BankLine, ...]
    units: tuple[Unit, ...]

    @property
    def net_fen(self) -> int:
        """Return what its lines moved, in or out."""
        return sum(line.net_fen for line in self.lines)


def line_list(
    book: Book,
    account: str,
    lines: Sequence[BankLine],
    marks: Mapping[str, Mark],
    changed: Collection[int] = (),
) -> Report:
    """List statement lines; `marks` has, by line, what was last said of it.

    `changed` are the numbers of matches whose sides no longer agree.
    """
    standing = [(line, marks.get(line.id)) for line in lines]
    still = [line for line, mark in standing if not is_done(mark, changed)]
    net = sum(line.net_fen for line in still)
    return Report(
        title=f"{account} {BANKS[account]}对账单",
        subtitle=(
            book_line(book),
            f"共 {len(lines)} 行，其中未了 {len(still)} 行，净额 {grouped(net)}",
            UNIT,
        ),
        columns=tuple(STANDING_COLUMNS.values()),
        rows=tuple(line_row(line, mark, changed) for line, mark in standing),
        tree={
            "book": book.code,
            "account": account,
            "lines": [line_tree(line, mark) for line, mark in standing],
        },
    )


def is_done(mark: Mark | None, changed: Collection[int]) -> bool:
    """Return whether a line is settled: a mark is in force, and what it matched has not changed."""
    return mark is not None and mark.in_force and mark.number not in changed


def line_row(line: BankLine, mark: Mark | None, changed: Collection[int]) -> Row:
    """Write one line."""
    return named_row(
        STANDING_COLUMNS,
        {
            **line_cells(line),
            "serial": line.serial or line.receipt,
            "counterparty_account": line.counterparty_account,
            "origin": line.origin,
            **mark_cells(mark, changed),
        },
        mark="" if is_done(mark, changed) else "alert",
    )


def line_cells(line: BankLine) -> dict[str, Cell]:
    """Write what every list of statement lines begins with."""
    return {
        "number": line.number,
        "date": line.date,
        line.side: line.amount_fen,
        "balance": line.balance_fen,
        "counterparty": line.counterparty,
        "summary": line.summary,
    }


def mark_cells(mark: Mark | None, changed: Collection[int]) -> dict[str, Cell]:
    """Write how a line stands: which match it is in, and why."""
    if mark is None:
        return {"state": OPEN}
    state = STALE if mark.number in changed else STATES[mark.state]
    return {"state": state, "match": mark.number, "reason": reason_of(mark)}


def reason_of(mark: Mark) -> str:
    """Say why a line is matched or set apart, and who confirmed it."""
    said = mark.said("confirmed") or mark.said("approved")
    who = f"{said.by} {'审核' if mark.kind == 'outside' else '确认'}" if said else ""
    class_ = OUTSIDE_CLASSES[mark.rule] if mark.kind == "outside" else ""
    return joined((class_, mark.why, who))


def line_tree(line: BankLine, mark: Mark | None) -> dict[str, object]:
    """Write one line for programs."""
    return {
        "number": line.number,
        "date": line.date,
        "side": line.side,
        "amount": yuan(line.amount_fen),
        "balance": yuan(line.balance_fen),
        "counterparty": line.counterparty,
        "counterparty_account": line.counterparty_account,
        "summary": line.summary,
        "serial": line.serial or None,
        "receipt": line.receipt or None,
        "origin": line.origin,
        **mark_tree(mark),
    }


def mark_tree(mark: Mark | None) -> dict[str, object]:
    """Write for programs how a line stands."""
    if mark is None:
        return {"state": "open", "match": None, "rule": None, "reason": None}
    return {
        "state": mark.state,
        "match": mark.number,
        "rule": mark.rule,
        "reason": reason_of(mark),
    }


def proposal_list(
    book: Book,
    account: str,
    marks: Sequence[Mark],
    lines: Mapping[str, BankLine],
    units: Mapping[str, Unit],
) -> Report:
    """List what waits for a person: proposals to confirm, lines set apart to approve."""
    told = [waiting_of(mark, lines, units) for mark in marks]
    return Report(
        title=f"{account} {BANKS[account]}待确认",
        subtitle=(book_line(book), f"共 {len(told)} 号", UNIT),
        columns=tuple(PROPOSAL_COLUMNS.values()),
        rows=tuple(waiting_row(one) for one in told),
        tree={
            "book": book.code,
            "account": account,
            "proposals": [waiting_tree(one) for one in told],
        },
    )


def waiting_of(mark: Mark, lines: Mapping[str, BankLine], units: Mapping[str, Unit]) -> WaitingMark:
    """Put what waits together from what of it is still there."""
    return WaitingMark(
        mark=mark,
        lines=tuple(lines[id_] for id_ in mark.lines if id_ in lines),
        units=tuple(units[id_] for id_ in mark.units if id_ in units),
    )


def waiting_row(waiting: WaitingMark) -> Row:
    """Draw what waits."""
    mark, lines = waiting.mark, waiting.lines
    return named_row(
        PROPOSAL_COLUMNS,
        {
            "match": mark.number,
            "state": STATES[mark.state],
            "lines": "、".join(str(line.number) for line in lines),
            "voucher": "、".join(unit.shown.label for unit in waiting.units) or "（账上没有）",
            "date": lines[0].date if lines else None,
            "net": waiting.net_fen,
            "reason": reason_of(mark),
        },
    )


def waiting_tree(waiting: WaitingMark) -> dict[str, object]:
    """Write what waits for programs."""
    mark = waiting.mark
    return {
        "number": mark.number,
        "state": mark.state,
        "lines": [line.number for line in waiting.lines],
        "vouchers": [unit.shown.label for unit in waiting.units],
        "amount": yuan(waiting.net_fen),
        "rule": mark.rule,
        "reason": mark.why,
    }


def unit_list(book: Book, account: str, units: Sequence[Unit]) -> Report:
    """List what our books have and no statement line answers."""
    return Report(
        title=f"{account} {BANKS[account]}账上未勾对",
        subtitle=(book_line(book), f"共 {len(units)} 笔", UNIT),
        columns=tuple(UNIT_COLUMNS.values()),
        rows=tuple(unit_row(unit) for unit in units),
        tree={
            "book": book.code,
            "account": account,
            "vouchers": [
                {
                    "voucher": unit.shown.label,
                    "key": unit.shown.key,
                    "date": unit.shown.date,
                    "amount": yuan(unit.net_fen),
                }
                for unit in units
            ],
        },
    )


def unit_row(unit: Unit) -> Row:
    """Draw what our books have: what it moved, in or out."""
    side = "in" if unit.net_fen > 0 else "out"
    return named_row(
        UNIT_COLUMNS,
        {
            "voucher": unit.shown.label,
            "date": unit.shown.date,
            "kind": EVENT_KINDS[unit.shown.kind],
            "hospital": unit.shown.hospital,
            "summary": unit.shown.summary,
            side: abs(unit.net_fen),
        },
    )


def runs_report(rows: Sequence[tuple[str, Mapping[str, int], Mapping[str, int]]]) -> Report:
    """Return what a run of matching did, account by account."""
    return Report(
        title="勾对结果",
        subtitle=(),
        columns=tuple(RUN_COLUMNS.values()),
        rows=tuple(
            named_row(
                RUN_COLUMNS,
                {
                    "account": account,
                    "lines": counts["lines"],
                    "matched": counts["matched"],
                    "by_rule": "，".join(f"{RULES[rule]} {n}" for rule, n in rules.items()),
                    "proposed": counts["proposed"],
                    "lines_open": counts["lines_open"],
                    "vouchers_open": counts["vouchers_open"],
                },
            )
            for account, counts, rules in rows
        ),
        tree={
            "runs": [
                {"account": account, **counts, "rules": dict(rules)}
                for account, counts, rules in rows
            ]
        },
    )


#: The rules of matching, as they are told.
RULES = {
    "receipt": "回单号",
    "day": "同日同额同户",
    "batch": "批次合计",
    "window": "金额、日期窗口和对方",
    "one-to-many": "一行对几笔",
    "many-to-one": "几行对一笔",
    "bounced": "一付一退",
    "near": "金额和日期",
    "far": "金额和对方，相隔较久",
}
