"""Writes the sample year's events as rows of a file of events, with their papers.

Keys say what they name (`disbursement-20250305-H62010200013`). Numbers of receipts are drawn
from what the receipt is for, so the same words always give the same number. Documents carry
示 (sample) in their numbers, because nobody ever issued them.
"""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import TYPE_CHECKING

from ledger.basis.money import parse_fen, yuan
from ledger.workflow.demo.hospitals import bank_account
from ledger.workflow.demo.steps import AREA, CITY, COUNTY, HAINAN

if TYPE_CHECKING:
    from collections.abc import Mapping

Row = dict[str, object]
Paper = dict[str, str]

YEAR = 2025
#: Of which year the old 周转金 is that 兰州 takes over.
OLD_YEAR = 2023
#: By which word an area's documents begin.
OFFICES = {AREA: "兰", HAINAN: "琼", CITY: "张", COUNTY: "民"}
FUND_WORDS = {"employee": "职", "resident": "居"}
#: Why a hospital may return a part in mid-year (甘肃·四 forbids calling it back).
EARLY_REASON = "药品采购计划调减，自愿提前返还一部分"


def fen(text: str) -> int:
    """Read an amount of 元 as the chapters write it: `2,000,000.00`."""
    return parse_fen(text)


def common(kind: str, book: str, day: date, detail: str = "") -> Row:
    """Write the words that every row has; kind, day and detail make the key."""
    key = "-".join([kind, f"{day:%Y%m%d}", *([detail] if detail else [])])
    area, fund = book.split("/")
    return {"kind": kind, "key": key, "date": day.isoformat(), "area": area, "fund": fund}


def document(book: str, what: str, day: date, number: str) -> str:
    """Number a document of a book's office: `兰医保款示〔2025〕职1号`."""
    area, fund = book.split("/")
    return f"{OFFICES[area]}{what}示〔{day.year}〕{FUND_WORDS[fund]}{number}号"


def receipt(book: str, day: date, what: str, amount_fen: int) -> Paper:
    """Give the bank receipt (银行回单) of one movement on an account of a book."""
    chance = random.Random(f"receipt {book} {day.isoformat()} {what}")
    number = f"{day:%Y%m%d}{chance.randrange(10**7, 10**8)}"
    return paper("bank-receipt", number, day, amount_fen=amount_fen)


def paper(kind: str, number: str, day: date, *, amount_fen: int = 0, sheets: int = 1) -> Paper:
    """Write one paper; an amount of 0 is not stated."""
    tree = {"type": kind, "number": number, "date": day.isoformat(), "sheets": str(sheets)}
    return {**tree, "amount": yuan(amount_fen)} if amount_fen else tree


def opening(book: str, account: str, amount_fen: int, *, day: date = date(YEAR, 1, 1)) -> Row:
    """Open a bank account's balance (期初) on the first day of a book."""
    sheet = paper("migration-sheet", f"移交示{day:%Y-%m}", day - timedelta(days=1), sheets=3)
    return {
        **common("opening-balance", book, day, account),
        "account": account,
        "amount": yuan(amount_fen),
        "papers": [sheet],
    }


def old_prepayment(book: str, hospital: str, amount_fen: int) -> Row:
    """Open what a hospital still owes of the old 周转金."""
    row = opening(book, "1101", amount_fen)
    return {
        **row,
        "key": f"{row['key']}-{hospital}",
        "hospital": hospital,
        "year": str(OLD_YEAR),
        "summary": f"期初：{OLD_YEAR}年度医保周转金未返还余额",
    }


def stated(*rows: Row) -> tuple[Row, ...]:
    """State on the 期初移交表 of each 1101 row what the 总账 has of 1101 in all."""
    owed = [row for row in rows if row["account"] == "1101"]
    total = yuan(sum(parse_fen(str(row["amount"])) for row in owed))
    return tuple(
        {**row, "papers": [{**sheet, "amount": total} for sheet in sheets_of(row)]}
        if row in owed
        else row
        for row in rows
    )


def sheets_of(row: Row) -> list[Paper]:
    """Give the papers of a row."""
    papers = row["papers"]
    assert isinstance(papers, list), "every opening has its sheet"
    return papers


def allocation(
    book: str, day: date, amount_fen: int, *, number: int, planned: date, upper_area: str = ""
) -> Row:
    """Let 财政, or the upper agency, allocate money on the fund's n-th funding plan (用款计划)."""
    source = {"upper_area": upper_area} if upper_area else {"from": "1003"}
    return {
        **common("allocation", book, day),
        "amount": yuan(amount_fen),
        **source,
        "papers": [
            paper("funding-plan", document(book, "医保款", day, str(number)), planned, sheets=2),
            paper("allocation-notice", document(book, "财社", day, str(number)), day),
            receipt(book, day, "allocation", amount_fen),
        ],
    }


def disbursement(
    book: str,
    day: date,
    hospital: str,
    amount_fen: int,
    *,
    money: Paper,
    proof: tuple[Paper, ...] = (),
    ordered_fen: int = 0,
) -> Row:
    """Pay a hospital; `money` is the receipt of the payment or of the whole batch.

    `proof` proves the reason of a late one. `ordered_fen` is the total of an order that several
    payments of the day share.
    """
    order = document(book, "医保付", day, f"{day:%m%d}")
    return {
        **common("disbursement", book, day, hospital),
        "hospital": hospital,
        "year": str(day.year),
        "amount": yuan(amount_fen),
        "from": "1004",
        "payee_account": bank_account(hospital),
        "papers": [
            paper("payment-order", order, day, amount_fen=ordered_fen),
            money,
            *proof,
        ],
    }


def single_disbursement(
    book: str, day: date, hospital: str, amount_fen: int, *, ordered_fen: int = 0
) -> Row:
    """Pay one hospital by itself, on an order of its own or on one of the day's total."""
    money = receipt(book, day, hospital, amount_fen)
    return disbursement(book, day, hospital, amount_fen, money=money, ordered_fen=ordered_fen)


def paid_together(book: str, day: date, amounts: Mapping[str, int]) -> tuple[Row, ...]:
    """Pay hospitals on one payment order and one bank receipt, which both state the sum."""
    total = sum(amounts.values())
    money = receipt(book, day, "batch", total)
    return tuple(
        disbursement(book, day, code, amount, money=money, ordered_fen=total)
        for code, amount in amounts.items()
    )


def misbooked(right: Row, hospital: str) -> Row:
    """Write a payment as it is booked by mistake: true papers, another hospital."""
    return {
        **right,
        "key": f"{str(right['key']).rpartition('-')[0]}-{hospital}",
        "hospital": hospital,
        "payee_account": bank_account(hospital),
    }


def blue_disbursement(wrong: Row, day: date, *, hospital: str) -> Row:
    """Write the payment `wrong` again for the hospital that really got it, booked on a day.

    The day of the fact stays; the papers are inherited, so the row has none.
    """
    row = {word: value for word, value in wrong.items() if word != "papers"}
    return {
        **row,
        "key": f"{wrong['key']}-blue",
        "booked": day.isoformat(),
        "hospital": hospital,
        "payee_account": bank_account(hospital),
        "corrects": wrong["key"],
    }


def repayment(book: str, day: date, hospital: str, amount_fen: int, *, year: int = YEAR) -> Row:
    """Let a hospital return money to the 支出户, from the account that was paid (原渠道)."""
    return {
        **common("repayment", book, day, hospital),
        "hospital": hospital,
        "year": str(year),
        "amount": yuan(amount_fen),
        "to": "1004",
        "payer_account": bank_account(hospital),
        "papers": [receipt(book, day, f"from {hospital}", amount_fen)],
    }


def old_repayment(book: str, day: date, hospital: str, amount: str) -> Row:
    """Let a hospital return old 周转金."""
    return repayment(book, day, hospital, fen(amount), year=OLD_YEAR)


def interest(book: str, day: date, amount: str) -> Row:
    """Let the bank credit a quarter's interest to the 支出户."""
    return {
        **common("interest", book, day),
        "amount": yuan(fen(amount)),
        "papers": [receipt(book, day, "interest", fen(amount))],
    }


def remittance(book: str, day: date, amount_fen: int, *, detail: str, summary: str) -> Row:
    """Sweep money from the 支出户 to the 财政专户."""
    return {
        **common("remittance", book, day, detail),
        "amount": yuan(amount_fen),
        "to": "1003",
        "summary": summary,
        "papers": [receipt(book, day, f"remittance {detail}", amount_fen)],
    }
