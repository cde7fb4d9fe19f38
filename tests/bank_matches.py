"""Lines of a bank and vouchers of ours as values, and how they are matched."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from ledger.masters.hospital import Hospital, listed_accounts
from ledger.reconcile.lines import BankLine
from ledger.reconcile.owners import directory_of
from ledger.reconcile.units import BankMoved, Papers, Unit, units_of, with_papers
from tests.office import FIRST, NAMES, SECOND, THIRD

if TYPE_CHECKING:
    from ledger.reconcile.settle import Settled

ACCOUNTS = {FIRST: "622200000001", SECOND: "622200000002", THIRD: "622200000003"}


def hospital(code: str, name: str, *, group: str = "") -> Hospital:
    return Hospital(
        code=code,
        name=name,
        ownership="public",
        level="二级甲等",
        inpatient=True,
        credit_code="",
        bank_account=ACCOUNTS.get(code, ""),
        group=group,
        agency="",
        valid_from=date(2026, 1, 1),
        accounts=listed_accounts([(date(2026, 1, 1), ACCOUNTS.get(code, ""))]),
    )


DAY = date(2026, 3, 31)
DIRECTORY = directory_of((hospital(code, name) for code, name in NAMES.items()), DAY)


def line(
    number: int,
    day: int,
    net: int,
    *,
    name: str = "",
    account: str = "",
    memo: str = "",
    serial: str = "",
    month: int = 3,
) -> BankLine:
    """Say a statement line: a day of March, its net in fen."""
    return BankLine(
        id=f"L{number}",
        number=number,
        place=number,
        date=date(2026, month, day),
        side="in" if net > 0 else "out",
        amount_fen=abs(net),
        balance_fen=0,
        serial=serial,
        receipt="",
        summary=memo,
        counterparty=name,
        counterparty_account=account,
        origin="",
    )


def voucher(
    number: int,
    day: int,
    net: int,
    *,
    hospital: str = "",
    kind: str = "repayment",
    form: str = "",
    accounts: tuple[str, ...] = (),
    month: int = 3,
) -> BankMoved:
    """Say a voucher's movement on the account."""
    return BankMoved(
        id=f"V{number}",
        key=f"K{number}",
        kind=kind,
        period=f"2026-{month:02d}",
        number=number,
        date=date(2026, month, day),
        booked=date(2026, month, day),
        hospital=hospital,
        year=2026,
        summary="",
        net_fen=net,
        form=form,
        accounts=accounts,
    )


def units(
    *moved: BankMoved, papers: dict[str, Papers] | None = None, **corrects: str
) -> list[Unit]:
    return with_papers(units_of(moved, corrects), papers or {})


def receipts(*numbers: str, orders: tuple[str, ...] = ()) -> Papers:
    return Papers(receipts=frozenset(numbers), orders=frozenset(orders))


def sure(found: Settled) -> list[tuple[str, list[str], list[str]]]:
    return [(m.rule, [x.id for x in m.lines], sorted(u.id for u in m.units)) for m in found.sure]


def proposed(found: Settled) -> list[tuple[str, list[str], list[str]]]:
    return [
        (m.rule, [x.id for x in m.lines], sorted(u.id for u in m.units)) for m in found.proposed
    ]
