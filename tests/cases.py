"""Short words for the worked cases: what was posted, what was refused, and what stands stored."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ledger.basis.errors import Refused
from ledger.store.engine import reading
from ledger.store.tables.schema import metadata
from tests.office import EMPLOYEE, Office, shown

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import sqlalchemy as sa

    from ledger.basis.errors import Finding
    from ledger.voucher.shown import Voucher

Told = tuple[str, list[str]]


def snapshot(engine: sa.Engine) -> dict[str, list[str]]:
    """Dump every table but the operation log, in an order that does not depend on the engine."""
    with reading(engine) as conn:
        return {
            table.name: sorted(str(tuple(row)) for row in conn.execute(table.select()))
            for table in metadata.sorted_tables
            if table.name != "oplog"
        }


def told(voucher: Voucher) -> Told:
    """Tell a voucher as its 摘要 and its lines."""
    return voucher.summary, shown(voucher)


def posted(office: Office, *rows: Mapping[str, object], book: str = EMPLOYEE) -> list[Told]:
    """Post rows and tell the vouchers that came of them."""
    before = {voucher.id for voucher in office.vouchers(book)}
    office.post(*rows)
    return [told(voucher) for voucher in office.vouchers(book) if voucher.id not in before]


def refusal(office: Office, act: Callable[[], object]) -> list[Finding]:
    """Let an act be refused; every reason names its remedy, and nothing stored has changed."""
    before = snapshot(office.desk.engine)
    with pytest.raises(Refused) as caught:
        act()
    assert snapshot(office.desk.engine) == before
    findings = list(caught.value.findings)
    assert all(finding.message and finding.remedy for finding in findings)
    return findings


def refused(office: Office, *rows: Mapping[str, object]) -> list[Finding]:
    """Record rows that are refused, and give every reason."""
    return refusal(office, lambda: office.record(*rows))


def only(findings: list[Finding]) -> Finding:
    """Give the one reason there is."""
    assert len(findings) == 1, [(finding.code, finding.message) for finding in findings]
    return findings[0]


def receipt(number: str, amount: str = "", day: str = "2026-03-10") -> dict[str, object]:
    """Write a bank receipt (银行回单), with its amount where one is stated."""
    paper: dict[str, object] = {"type": "bank-receipt", "number": number, "date": day}
    return {**paper, "amount": amount} if amount else paper


def order(number: str, amount: str = "", day: str = "2026-03-10") -> dict[str, object]:
    """Write a payment order (支付指令), with its total where one is stated."""
    paper: dict[str, object] = {"type": "payment-order", "number": number, "date": day}
    return {**paper, "amount": amount} if amount else paper
