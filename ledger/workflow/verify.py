"""验证 the books: every invariant, the second engine, the journals on disk of sealed months."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from ledger.audit import book_checks, chain_checks
from ledger.audit.invariants import Stored, broken, read_stored
from ledger.audit.second_engine import disagreements
from ledger.store.engine import reading
from ledger.store.masters import read_books
from ledger.views.beancount import render, write
from ledger.workflow.export import folder_of, year_ledger, years_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    import sqlalchemy as sa

    from ledger.basis.errors import Finding
    from ledger.masters.book import Book
    from ledger.workflow.desk import Desk

#: What is checked, in Chinese, by the check's id; a test proves each able to fail.
CHECKS: Mapping[str, tuple[str, Callable[[Stored], Iterator[Finding]]]] = MappingProxyType(
    {
        "rows": ("凭证、分录、更正关系完整", chain_checks.check_rows),
        "chain": ("每一环与记账时一致，前后相接", chain_checks.check_chain),
        "red": ("红字与原凭证对应", chain_checks.check_red),
        "numbers": ("凭证号连续", book_checks.check_numbers),
        "turnover": ("发生额与分录重算相符", book_checks.check_turnover),
        "openings": ("年初余额与历年分录重算相符", book_checks.check_openings),
        "balances": ("各月末明细余额方向正确", book_checks.check_balances),
        "accounts": ("明细科目与科目表相符", book_checks.check_accounts),
        "duties": ("制单、审核、记账分工", book_checks.check_duties),
        "papers": ("附件齐全，张数相符", book_checks.check_papers),
        "periods": ("逐月封存，没有跳月", book_checks.check_periods),
        "seals": ("封存码与现状相符", chain_checks.check_seals),
        "triggers": ("数据库防改触发器在位", book_checks.check_triggers),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """One check of one book: its id, what it checks, and what it found."""

    id: str
    book: str
    name: str
    findings: tuple[Finding, ...]


def verify(desk: Desk, *, book: str = "", root: Path | None = None) -> list[Verified]:
    """Recompute everything; `root` is where the journals on disk lie."""
    results = []
    with reading(desk.engine) as conn:
        for code, one in read_books(conn).items():
            if book and code != book:
                continue
            stored = read_stored(conn, one, desk.chart(one.fund))
            results += [
                Verified(id=id_, book=code, name=name, findings=tuple(check(stored)))
                for id_, (name, check) in CHECKS.items()
            ]
            results.append(engines(desk, conn, one))
            if root is not None:
                results.append(on_disk(desk, conn, one, stored, root))
    return results


def engines(desk: Desk, conn: sa.Connection, book: Book) -> Verified:
    """Let Beancount re-add every year from a fresh export."""
    findings: list[Finding] = []
    for year in years_of(conn, book):
        with tempfile.TemporaryDirectory(prefix="prepay-") as folder:
            ledger, sql = year_ledger(desk, conn, book, year)
            write(ledger, Path(folder))
            findings += disagreements(Path(folder) / "main.beancount", ledger, sql)
    return Verified(
        id="engines",
        book=book.code,
        name="第二引擎（Beancount）逐户核对",
        findings=tuple(findings),
    )


def on_disk(desk: Desk, conn: sa.Connection, book: Book, stored: Stored, root: Path) -> Verified:
    """Compare the journals on disk with what the database says of sealed months."""
    sealed = {seal["period"] for seal in stored.seals}
    findings = []
    for year in years_of(conn, book):
        folder = folder_of(root, book.code, year)
        if not folder.is_dir():
            continue
        ledger, _ = year_ledger(desk, conn, book, year)
        for name, text in render(ledger).items():
            if f"{year}-{name[:2]}" not in sealed:
                continue
            path = folder / name
            if not path.is_file() or path.read_bytes() != text.encode():
                findings.append(
                    broken(
                        "JOURNAL_CHANGED",
                        f"{book.code} {year}-{name[:2]} 的导出账本与数据库不符：{path.name}",
                    )
                )
    return Verified(
        id="journals", book=book.code, name="已结账月份的导出账本未被改动", findings=tuple(findings)
    )
