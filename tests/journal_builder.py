"""Posts vouchers by hand, as the ledger would: numbers, lines, leaves on first use."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from ledger.masters.book import Book
from ledger.masters.chart import Account, FundChart, Leaf
from ledger.masters.chart_file import load_chart
from ledger.masters.leg import Leg
from ledger.voucher.shown import Voucher, YearLedger, lines_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

YEAR = 2026


class Builder:
    """Collects the vouchers of a year of 兰州市职工医保, numbering them as the ledger would."""

    def __init__(self, hospitals: Mapping[str, str], *, area_name: str = "兰州市") -> None:
        self.chart: FundChart = load_chart()["employee"]
        self.area_name = area_name
        self.hospitals = hospitals
        self.leaves: dict[str, Leaf] = {}
        self.openings: dict[str, int] = {}
        self.vouchers: list[Voucher] = []
        self.numbers: dict[str, int] = {}

    def leaf(
        self, role: str, *, hospital: str = "", year: int = 0, counterparty: str = ""
    ) -> Account:
        """Use a leaf account, opening it on first use."""
        account = self.chart.leaf(role, hospital=hospital, year=year, counterparty=counterparty)
        holder = self.hospitals.get(hospital, "") or counterparty
        name = self.chart.full_name(account.base, holder=holder, year=year)
        self.leaves.setdefault(account.code, Leaf(account=account, holder=holder, name=name))
        return account

    def prepaid(self, hospital: str, year: int = YEAR) -> Account:
        """Use a hospital's 1101 leaf."""
        return self.leaf("prepayment", hospital=hospital, year=year)

    def post(
        self,
        kind: str,
        day: str,
        legs: Sequence[tuple[Account, Account, int]],
        summary: str,
        **changes: object,
    ) -> Voucher:
        """Post a voucher; `changes` sets what is out of the ordinary."""
        booked = date.fromisoformat(day)
        period = str(changes.pop("period", f"{booked.year:04d}-{booked.month:02d}"))
        number = self.numbers[period] = self.numbers.get(period, 0) + 1
        position = len(self.vouchers) + 1
        names = {code: leaf.name for code, leaf in self.leaves.items()}
        voucher = Voucher(
            book="620100/employee",
            id=f"01960000-0000-7000-8000-{position:012d}",
            key=f"{kind}-{position}",
            kind=kind,
            movement=kind,
            period=period,
            number=number,
            date=booked,
            booked=booked,
            hospital="",
            year=0,
            summary=summary,
            lines=lines_of(
                (Leg(debit=debit, credit=credit, amount_fen=fen) for debit, credit, fen in legs),
                names,
            ),
            papers=(),
            sheets=0,
            form="",
            corrects="",
            corrected_by="",
            irregular=False,
            prepared_by="王芳",
            approved_by="李建国",
            posted_by="张敏",
            posted_at=f"{day}T10:00:00+08:00",
            origin="",
            position=position,
            fact_digest=hashlib.sha256(f"fact {position}".encode()).hexdigest(),
            link=hashlib.sha256(f"link {position}".encode()).hexdigest(),
        )
        self.vouchers.append(replace(voucher, **changes))  # type: ignore[arg-type]
        return self.vouchers[-1]

    def year(self) -> YearLedger:
        """Close the collection into a value."""
        vouchers = sorted(self.vouchers, key=lambda voucher: (voucher.period, voucher.number))
        return YearLedger(
            book=Book(
                code="620100/employee",
                area="620100",
                fund="employee",
                area_name=self.area_name,
                profile="gansu",
                start=f"{YEAR}-01",
            ),
            chart=self.chart,
            year=YEAR,
            leaves=dict(sorted(self.leaves.items())),
            openings=dict(sorted(self.openings.items())),
            vouchers=tuple(vouchers),
        )


def many_vouchers(count: int, hospitals: int = 1000) -> YearLedger:
    """Make a year of many disbursements, to measure with."""
    holders = {f"H62010{number:06d}": f"兰州市第{number}医院" for number in range(hospitals)}
    make = Builder(holders)
    bank = make.leaf("disbursement_account")
    accounts = [(code, make.prepaid(code)) for code in holders]
    plain = make.post("disbursement", "2026-01-05", [(accounts[0][1], bank, 1_00)], "拨付")
    vouchers = []
    for position in range(1, count + 1):
        hospital, account = accounts[position % hospitals]
        line = plain.lines[0]
        month = 1 + (position - 1) * 12 // count
        vouchers.append(
            replace(
                plain,
                position=position,
                number=position,
                period=f"{YEAR}-{month:02d}",
                booked=date(YEAR, month, 1 + position % 28),
                hospital=hospital,
                year=YEAR,
                summary=f"拨付{holders[hospital]}{YEAR}年度医保预付金",
                lines=(replace(line, account=account.code), plain.lines[1]),
            )
        )
    return replace(make.year(), vouchers=tuple(vouchers))
