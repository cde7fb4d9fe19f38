"""对账的清单: statement lines and how each stands, proposals, and what our books have alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.basis.money import grouped, yuan
from ledger.basis.terms import BANKS, EVENT_KINDS, OUTSIDE_CLASSES
from ledger.formats.report import UNIT, Column, Report, Row, book_line, joined, money
from ledger.reconcile.marks import STATES

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from ledger.formats.report import Cell
    from ledger.masters.book import Book
    from ledger.reconcile.lines import BankLine
    from ledger.reconcile.marks import Mark
    from ledger.reconcile.units import Unit

OPEN = "未勾对"
#: What every list of statement lines begins with.
LINE_COLUMNS = (
    Column(heading="行", align="right"),
    Column(heading="日期"),
    money("收入"),
    money("支出"),
    money("余额"),
    Column(heading="对方", wraps=12),
    Column(heading="摘要", wraps=12),
)
STALE = "勾对后账上有变"


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
    still = [
        line
        for line, mark in standing
        if mark is None or not mark.in_force or mark.number in changed
    ]
    net = sum(line.net_fen for line in still)
    return Report(
        title=f"{account} {BANKS[account]}对账单",
        subtitle=(
            book_line(book),
            f"共 {len(lines)} 行，其中未了 {len(still)} 行，净额 {grouped(net)}",
            UNIT,
        ),
        columns=(
            *LINE_COLUMNS,
            Column(heading="流水号", shown="file"),
            Column(heading="对方账号", shown="file"),
            Column(heading="状态"),
            Column(heading="编号", align="right"),
            Column(heading="理由", wraps=18),
            Column(heading="来源", shown="file"),
        ),
        rows=tuple(line_row(line, mark, changed) for line, mark in standing),
        tree={
            "book": book.code,
            "account": account,
            "lines": [line_tree(line, mark) for line, mark in standing],
        },
    )


def line_row(line: BankLine, mark: Mark | None, changed: Collection[int]) -> Row:
    """Write one line."""
    stale = mark is not None and mark.number in changed
    state = STALE if stale else STATES[mark.state] if mark else OPEN
    return Row(
        cells=(
            *line_cells(line),
            line.serial or line.receipt,
            line.counterparty_account,
            state,
            mark.number if mark else None,
            reason_of(mark) if mark else "",
            line.origin,
        ),
        mark="" if mark and mark.in_force and not stale else "alert",
    )


def line_cells(line: BankLine) -> tuple[Cell, ...]:
    """Write what every list of statement lines begins with."""
    sides = (line.amount_fen, None) if line.side == "in" else (None, line.amount_fen)
    return (line.number, line.date, *sides, line.balance_fen, line.counterparty, line.summary)


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
        "state": mark.state if mark else "open",
        "match": mark.number if mark else None,
        "rule": mark.rule if mark else None,
        "reason": reason_of(mark) if mark else None,
    }


def proposal_list(
    book: Book,
    account: str,
    marks: Sequence[Mark],
    lines: Mapping[str, BankLine],
    units: Mapping[str, Unit],
) -> Report:
    """List what waits for a person: proposals to confirm, lines set apart to approve."""
    told = [proposal(mark, lines, units) for mark in marks]
    return Report(
        title=f"{account} {BANKS[account]}待确认",
        subtitle=(book_line(book), f"共 {len(told)} 号", UNIT),
        columns=(
            Column(heading="编号", align="right"),
            Column(heading="状态"),
            Column(heading="对账单行", wraps=8),
            Column(heading="凭证", wraps=14),
            Column(heading="日期"),
            money("净额"),
            Column(heading="理由", wraps=18),
        ),
        rows=tuple(row for row, _ in told),
        tree={"book": book.code, "account": account, "proposals": [tree for _, tree in told]},
    )


def proposal(
    mark: Mark, lines: Mapping[str, BankLine], units: Mapping[str, Unit]
) -> tuple[Row, dict[str, object]]:
    """Write what waits, for people and for programs."""
    own = [lines[id_] for id_ in mark.lines if id_ in lines]
    ours = [units[id_] for id_ in mark.units if id_ in units]
    net = sum(line.net_fen for line in own)
    row = Row(
        cells=(
            mark.number,
            STATES[mark.state],
            "、".join(str(line.number) for line in own),
            "、".join(unit.shown.label for unit in ours) or "（账上没有）",
            own[0].date if own else None,
            net,
            reason_of(mark),
        )
    )
    tree: dict[str, object] = {
        "number": mark.number,
        "state": mark.state,
        "lines": [line.number for line in own],
        "vouchers": [unit.shown.label for unit in ours],
        "amount": yuan(net),
        "rule": mark.rule,
        "reason": mark.why,
    }
    return row, tree


def unit_list(book: Book, account: str, units: Sequence[Unit]) -> Report:
    """List what our books have and no statement line answers."""
    return Report(
        title=f"{account} {BANKS[account]}账上未勾对",
        subtitle=(book_line(book), f"共 {len(units)} 笔", UNIT),
        columns=(
            Column(heading="凭证号"),
            Column(heading="业务日期"),
            Column(heading="业务"),
            Column(heading="医疗机构"),
            Column(heading="摘要", wraps=16),
            money("收入"),
            money("支出"),
        ),
        rows=tuple(
            Row(
                cells=(
                    unit.shown.label,
                    unit.shown.date,
                    EVENT_KINDS[unit.shown.kind],
                    unit.shown.hospital,
                    unit.shown.summary,
                    *((unit.net_fen, None) if unit.net_fen > 0 else (None, -unit.net_fen)),
                )
            )
            for unit in units
        ),
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


def runs_report(rows: Sequence[tuple[str, Mapping[str, int], Mapping[str, int]]]) -> Report:
    """Return what a run of matching did, account by account."""
    return Report(
        title="勾对结果",
        subtitle=(),
        columns=(
            Column(heading="账户"),
            Column(heading="待勾对行", align="right"),
            Column(heading="已勾对行", align="right"),
            Column(heading="其中按规则", wraps=20),
            Column(heading="待确认", align="right"),
            Column(heading="剩余行", align="right"),
            Column(heading="剩余凭证", align="right"),
        ),
        rows=tuple(
            Row(
                cells=(
                    account,
                    counts["lines"],
                    counts["matched"],
                    "，".join(f"{RULES[rule]} {n}" for rule, n in rules.items()),
                    counts["proposed"],
                    counts["lines_open"],
                    counts["vouchers_open"],
                )
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
