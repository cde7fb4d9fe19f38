"""核定审核: what was approved of a year, by fund."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from ledger.basis.money import grouped, yuan
from ledger.formats.report import UNIT, Column, Report, Row, money, named_row
from ledger.workflow.assess.approve import approved_tree

if TYPE_CHECKING:
    from ledger.workflow.assess.approve import ApprovedYear, FundApproved

COLUMNS = MappingProxyType(
    {
        "book": Column(heading="账套"),
        "hospitals": Column(heading="机构数", align="right"),
        "prepaid": Column(heading="预付机构数", align="right"),
        "approved": money("核定金额"),
    }
)


def approved_report(approved: ApprovedYear) -> Report:
    """Draw up what was approved, by fund."""
    total = sum(fund.approved_fen for fund in approved.funds)
    return Report(
        title=f"{approved.year}年度医保预付金核定审核",
        subtitle=(UNIT,),
        columns=tuple(COLUMNS.values()),
        rows=tuple(fund_line(fund) for fund in approved.funds),
        notes=(f"核定金额合计 {grouped(total)}。",),
        tree={
            "year": approved.year,
            "books": [fund_tree(fund) for fund in approved.funds],
            "total": yuan(total),
        },
    )


def fund_line(fund: FundApproved) -> Row:
    """Draw what was approved of one book."""
    return named_row(
        COLUMNS,
        {
            "book": fund.book.name,
            "hospitals": fund.hospitals,
            "prepaid": fund.paid,
            "approved": fund.approved_fen,
        },
    )


def fund_tree(fund: FundApproved) -> dict[str, object]:
    """Write what was approved of one book for programs."""
    return {
        "book": fund.book.code,
        **approved_tree(fund),
        "hospitals": fund.hospitals,
        "paid": fund.paid,
    }
