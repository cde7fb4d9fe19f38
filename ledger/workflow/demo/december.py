"""December 2025: the money comes back by the 25th and goes up to the 财政专户 by the 31st.

Two hospitals fall short and are offset against their settlements (甘肃·六); two do not pay in
time; one leaves a part open.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from ledger.basis.money import yuan
from ledger.workflow.demo.hospitals import (
    ANHE_TUMOUR,
    HEKANG_GERIATRIC,
    HUIHE,
    LICHUAN,
    SHADUN_CLINIC,
    YANHU_MATERNITY,
    ZHIYUAN_ORTHOPAEDIC,
    bank_account,
)
from ledger.workflow.demo.rows import (
    YEAR,
    Row,
    common,
    fen,
    interest,
    paper,
    receipt,
    remittance,
    repayment,
)
from ledger.workflow.demo.state import cash, owed, returned_unswept
from ledger.workflow.demo.steps import EMPLOYEE, RESIDENT, Recorded, Step

if TYPE_CHECKING:
    from collections.abc import Sequence

#: When the hospitals of which divisions return (榆中 and the other counties first).
RETURN_DAYS = (
    (date(2025, 12, 10), ("620121", "620122", "620123"), "三县的医疗机构返还当年预付金。"),
    (date(2025, 12, 16), ("620102",), "城关区的医疗机构返还，全市最大的几家都在内。"),
    (date(2025, 12, 18), ("620103", "620104"), "七里河区、西固区的医疗机构返还。"),
    (date(2025, 12, 22), ("620105", "620111"), "安宁区、红古区的医疗机构返还。"),
)
#: Who does not return the whole on those days, by book.
APART = {
    EMPLOYEE: (YANHU_MATERNITY, ZHIYUAN_ORTHOPAEDIC, HEKANG_GERIATRIC),
    RESIDENT: (YANHU_MATERNITY, ANHE_TUMOUR, HUIHE, LICHUAN, SHADUN_CLINIC),
}
#: What is returned of what is owed by those who fall short, and why the rest is open.
FALL_SHORT = date(2025, 12, 24)
OFFSET_EMPLOYEE = fen("300,000.00")
OFFSET_RESIDENT = fen("120,000.00")
CARRIED_OVER = fen("1,200,000.00")
OFFSET_REASON = "other: 未能全额返还，冲减结算金额"


def december(so_far: Sequence[Step]) -> tuple[Step, ...]:
    """Tell December in order: returns, interest, offsets, and the sweep on the last day."""
    returns = (*(returned_on(so_far, index) for index in range(len(RETURN_DAYS))),)
    steps = (
        returns[0],
        returned_for_two(so_far),
        *returns[1:],
        Recorded(
            day=date(2025, 12, 22),
            hour=15,
            note="银行四季度结息，21日是周日，次日入账。",
            rows=(
                interest(EMPLOYEE, date(2025, 12, 21), "36,741.09"),
                interest(RESIDENT, date(2025, 12, 21), "15,233.80"),
            ),
        ),
        fell_short(so_far),
        *offsets(),
    )
    return (*steps, swept((*so_far, *steps)))


def returned_on(so_far: Sequence[Step], index: int) -> Recorded:
    """Let the hospitals of some divisions return all that they still owe for the year."""
    day, divisions, note = RETURN_DAYS[index]
    rows = tuple(
        repayment(book, day, hospital, amount)
        for book in (EMPLOYEE, RESIDENT)
        for (hospital, year), amount in owed(so_far, book).items()
        if year == YEAR and hospital[1:7] in divisions and hospital not in APART[book]
    )
    return Recorded(day=day, hour=10, note=note, rows=rows)


def returned_for_two(so_far: Sequence[Step]) -> Recorded:
    """Let the head of a 医共体 return for itself and a member in one transfer."""
    day, debts = RETURN_DAYS[0][0], owed(so_far, RESIDENT)
    own, member = debts[LICHUAN, YEAR], debts[SHADUN_CLINIC, YEAR]
    money = receipt(RESIDENT, day, "for two", own + member)
    return Recorded(
        day=day,
        hour=15,
        note="梨川医院作为医共体牵头单位一笔汇回两家的居民预付金：一张回单，两张凭证。",
        rows=(
            {**repayment(RESIDENT, day, LICHUAN, own), "papers": [money]},
            {
                **repayment(RESIDENT, day, SHADUN_CLINIC, member),
                "payer_account": bank_account(LICHUAN),
                "reason": "医共体牵头单位代为返还",
                "papers": [money],
            },
        ),
    )


def fell_short(so_far: Sequence[Step]) -> Recorded:
    """Let three hospitals return less than they owe."""
    parts = (
        (EMPLOYEE, HEKANG_GERIATRIC, OFFSET_EMPLOYEE),
        (RESIDENT, HUIHE, OFFSET_RESIDENT),
        (RESIDENT, ANHE_TUMOUR, CARRIED_OVER),
    )
    return Recorded(
        day=FALL_SHORT,
        hour=10,
        note="禾康、惠禾、安禾三家资金紧张，到期只返还了一部分。",
        rows=tuple(
            repayment(book, FALL_SHORT, hospital, owed(so_far, book)[hospital, YEAR] - left)
            for book, hospital, left in parts
        ),
    )


def offsets() -> tuple[Step, ...]:
    """Offset what two hospitals could not return against what the fund owes them (E7)."""
    day = date(2025, 12, 29)
    one = offset(EMPLOYEE, day, HEKANG_GERIATRIC, OFFSET_EMPLOYEE, fen("800,000.00"))
    two = offset(RESIDENT, day, HUIHE, OFFSET_RESIDENT, fen("400,000.00"))
    lines = [
        {"benefit": "inpatient", "gross": "310000.00"},
        {"benefit": "outpatient", "gross": "90000.00"},
    ]
    return (
        Recorded(
            day=day,
            hour=10,
            note="禾康医院差三十万元，从应付结算八十万元中冲抵，实付五十万元；支出按八十万元全额列。",
            rows=({**one, "settlement": "800000.00", "benefit": "inpatient"},),
        ),
        Recorded(
            day=day,
            hour=14,
            note="惠禾医院住院三十一万、门诊九万的结算冲抵十二万元：一张凭证两借两贷。",
            rows=({**two, "lines": lines},),
        ),
    )


def offset(book: str, day: date, hospital: str, amount_fen: int, gross_fen: int) -> Row:
    """Write the words that both offsets have."""
    number = f"{day:%m%d}-{hospital[1:]}"
    return {
        **common("settlement-offset", book, day, hospital),
        "hospital": hospital,
        "year": str(YEAR),
        "amount": yuan(amount_fen),
        "reason": OFFSET_REASON,
        "papers": [
            paper("settlement-sheet", f"结算示{number}", day, amount_fen=gross_fen, sheets=2),
            paper("offset-decision", f"冲抵示{number}", day),
            receipt(book, day, f"settlement {hospital}", gross_fen - amount_fen),
        ],
    }


def swept(so_far: Sequence[Step]) -> Recorded:
    """Sweep the principal, then interest and the old balance: the 支出户 ends at 0.00."""
    day = date(2025, 12, 31)
    rows = []
    for book in (EMPLOYEE, RESIDENT):
        principal = returned_unswept(so_far, book)
        rest = cash(so_far, book) - principal
        principal_summary = "上解2025年下半年收回的医保预付金和旧周转金至财政专户"
        rest_summary = "缴回支出户全年利息和上年结存余额至财政专户"
        rows += [
            remittance(book, day, principal, detail="principal", summary=principal_summary),
            remittance(book, day, rest, detail="interest", summary=rest_summary),
        ]
    return Recorded(
        day=day,
        hour=10,
        note="年末统一上解：本金一笔，利息和上年结存（扣除实付结算款）一笔，支出户清零。",
        rows=tuple(rows),
    )
