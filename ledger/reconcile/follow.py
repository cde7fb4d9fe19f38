"""接得上: what of a file is new, and whether it follows on from what is imported already."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ledger.basis.errors import Finding
from ledger.basis.money import grouped
from ledger.reconcile.lines import identities
from ledger.reconcile.running import CLAUSE, joins

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ledger.reconcile.lines import BankLine


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementKnown:
    """What is imported of an account: its first and last line, and lines by identity.

    `lines` need hold only what a file could repeat.
    """

    first: BankLine | None
    last: BankLine | None
    lines: Mapping[str, BankLine]


@dataclass(frozen=True, slots=True, kw_only=True)
class FileFollowed:
    """What of a file is new, with its places; how many lines are known; what does not fit."""

    fresh: tuple[tuple[str, BankLine], ...]
    known: int
    findings: tuple[Finding, ...]


def follow(read: Sequence[BankLine], known: StatementKnown) -> FileFollowed:
    """Find what is new in a file's lines, and refuse what does not follow on."""
    named = list(zip(identities(tuple(read)), read, strict=True))
    states = states_of(named, known)
    old = [n for n, same in enumerate(states) if same is not None]
    findings = changed_serials(read, states)
    fresh: tuple[Named, ...] = ()
    if not findings and len(old) < len(named):
        head, tail = split(named, old, known)
        findings = [*lines_between(named, old, known), *gaps(head, tail, known)]
        fresh = () if findings else placed(head, tail, known)
    return FileFollowed(fresh=fresh, known=len(old), findings=tuple(findings))


def lines_between(named: list[Named], old: list[int], known: StatementKnown) -> list[Finding]:
    """Refuse the first of the new lines that lie among the known ones."""
    inside = range(old[0], old[-1]) if old else ()
    lost = sorted(set(inside) - set(old))
    return [between(named[n][1], known) for n in lost[:1]]


def states_of(named: Sequence[Named], known: StatementKnown) -> list[BankLine | None]:
    """Find, for each line of a file, the line that is imported already; None where it is new.

    By its identity, or by what it says where one of the two has no 流水号.
    """
    numbered = bool(named and named[0][1].serial)
    by_content = {
        line.content(): line for line in known.lines.values() if not (line.serial and numbered)
    }
    return [known.lines.get(name) or by_content.get(line.content()) for name, line in named]


def changed_serials(read: Sequence[BankLine], states: Sequence[BankLine | None]) -> list[Finding]:
    """Refuse the lines that say something else than what is imported under their 流水号."""
    return [
        unequal(line, same)
        for line, same in zip(read, states, strict=True)
        if same is not None and same.content() != line.content()
    ]


Named = tuple[str, "BankLine"]


def split(
    named: list[Named], old: list[int], known: StatementKnown
) -> tuple[list[Named], list[Named]]:
    """Split new lines into those before and those after what is known."""
    if known.first is None or known.last is None:
        return [], named
    if old:
        return named[: old[0]], named[old[-1] + 1 :]
    earlier = named[-1][1].date <= known.first.date and named[0][1].date < known.last.date
    return (named, []) if earlier else ([], named)


def gaps(head: list[Named], tail: list[Named], known: StatementKnown) -> list[Finding]:
    """Refuse lines that do not join the first or the last line that is known."""
    found = []
    if tail and known.last is not None and not joins(known.last, tail[0][1]):
        found.append(gap(known.last, tail[0][1], stored_first=True))
    if head and known.first is not None and not joins(head[-1][1], known.first):
        found.append(gap(head[-1][1], known.first, stored_first=False))
    return found


def placed(head: list[Named], tail: list[Named], known: StatementKnown) -> tuple[Named, ...]:
    """Put new lines into their places in the account's run."""
    low = known.first.place if known.first else 1
    high = known.last.place if known.last else 0
    early = [
        (name, replace(line, place=low - len(head) + n)) for n, (name, line) in enumerate(head)
    ]
    late = [(name, replace(line, place=high + n)) for n, (name, line) in enumerate(tail, 1)]
    return (*early, *late)


def told(line: BankLine, *, stored: bool) -> str:
    """Say which line, of when, and what was left after it."""
    where = f"已导入的第 {line.number} 行" if stored else f"文件第 {line.number} 行"
    return f"{where}（{line.date}，余额 {grouped(line.balance_fen)}）"


def gap(before: BankLine, after: BankLine, *, stored_first: bool) -> Finding:
    """Word that two lines do not follow each other: something between them is missing."""
    wanted = after.balance_fen - after.net_fen
    return Finding(
        code="STATEMENT_GAP",
        message=f"与已导入的对账单接不上：{told(before, stored=stored_first)}之后是"
        f"{told(after, stored=not stored_first)}，后者之前应余 {grouped(wanted)}，"
        f"差 {grouped(wanted - before.balance_fen)}",
        clause=CLAUSE,
        remedy="两行之间漏了对账单：导出这一段再导入（与已导入的重叠也可以）；也核对是不是这个账户",
        row=after.number if stored_first else before.number,
        field="余额",
    )


def unequal(line: BankLine, same: BankLine) -> Finding:
    """Word that a 流水号 said something else before."""
    return Finding(
        code="SERIAL_UNEQUAL",
        message=f"流水号 {line.serial} 以前导入的是 {words(same)}（第 {same.number} 行），"
        f"这次是 {words(line)}",
        clause=CLAUSE,
        remedy="与银行的原件核对：同一流水号不能有两种内容",
        row=line.number,
        field="流水号",
    )


def words(line: BankLine) -> str:
    """Say what a line says."""
    way = "收" if line.side == "in" else "付"
    return f"{line.date} {way} {grouped(line.amount_fen)} 余额 {grouped(line.balance_fen)}"


def between(line: BankLine, known: StatementKnown) -> Finding:
    """Word that a file has a line in the midst of what was imported as whole."""
    assert known.last is not None
    return Finding(
        code="STATEMENT_CHANGED",
        message=f"文件第 {line.number} 行（{words(line)}）夹在已导入的行之间，以前的对账单里没有它",
        clause=CLAUSE,
        remedy="两份对账单不一致：向银行核实；以前那份有误的，先用 prepay bank drop 退回再导入",
        row=line.number,
    )
