"""Rows of files of events to draw: small amounts, few receipts, so that limits are hit often."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from tests.model_permission import ORDINARY, SPECIAL
from tests.model_rules import PAPERS

if TYPE_CHECKING:
    from tests.model_facts import Words

FIRST, SECOND, THIRD = "H62010000001", "H62010000002", "H62010000009"
AMOUNTS = st.sampled_from(["1.00", "2.00", "3.00", "5.00"])
DAYS = st.sampled_from(
    ["2026-10-09", "2026-10-09", "2026-10-30", "2026-11-12", "2026-12-31", "2027-01-05"]
)
#: Days of what is held and told apart: on one side of the deadline, where the bank's day decides
#: about nothing (test_bank_day.py has the other).
HELD_KINDS = ("suspense", "suspense-out")
HELD_DAYS = st.sampled_from(["2026-10-09", "2026-10-09", "2026-10-30", "2026-11-12"])
HOSPITAL = st.sampled_from([FIRST, FIRST, FIRST, SECOND, SECOND, THIRD])
YEAR = st.sampled_from(["2026", "2026", "2026", "2025"])
HELD = st.sampled_from([FIRST, "K01"])
#: A paper's number (empty: its own), and the amount that it states.
PAPER = st.sampled_from([("", ""), ("", ""), ("", ""), ("R1", "5.00"), ("R1", ""), ("R2", "3.00")])
#: Whose account a return comes from: the hospital's own, a stranger's, or nobody says.
PAYER = st.sampled_from([*["own"] * 8, "stranger", ""])
PREPAID = {"hospital": HOSPITAL, "year": YEAR}
KINDS: dict[str, dict[str, Any]] = {
    "allocation": {},
    "disbursement": {**PREPAID, "from": st.sampled_from(["1004", "1004", "1003"])},
    "repayment": {**PREPAID, "to": st.just("1004"), "payer": PAYER},
    "payment-return": {"disbursement": st.integers(0, 3), "to": st.just("1004")},
    "settlement-offset": {
        **PREPAID,
        "settlement": AMOUNTS,
        "benefit": st.just("inpatient"),
        "reason": st.sampled_from([SPECIAL, SPECIAL, ORDINARY]),
    },
    "write-off": PREPAID,
    "succession": {**PREPAID, "successor": HOSPITAL},
    "suspense": {"to": st.just("1004"), "counterparty": HELD},
    "suspense-out": {"counterparty": HELD},
    "opening-balance": {**PREPAID, "account": st.just("1101")},
}
#: Money out and money in come more often than the rest.
DRAWN = (*KINDS, "disbursement", "disbursement", "repayment", "payment-return")


@st.composite
def rows_of(draw: st.DrawFn) -> Words:
    """Draw a row without its key; `amended` gives it key and papers."""
    kind = draw(st.sampled_from(DRAWN))
    words: Words = {"kind": kind, "amount": draw(AMOUNTS)}
    words["date"] = draw(HELD_DAYS if kind in HELD_KINDS else DAYS)
    words |= {name: draw(strategy) for name, strategy in KINDS[kind].items()}
    words["fund"] = draw(st.sampled_from(["employee", "employee", "resident"]))
    if kind == "disbursement" and draw(st.integers(0, 3)):
        words["year"] = words["date"][:4]
    if kind == "suspense-out":
        refund = draw(st.booleans())
        out = (
            {"refund": "yes", "from": "1004"} if refund else {n: draw(PREPAID[n]) for n in PREPAID}
        )
        words |= out
    if kind != "opening-balance" and draw(st.integers(0, 5)) == 5:
        words["booked"] = draw(DAYS)
    words["paper"] = draw(PAPER)
    words["lacking"] = draw(st.integers(0, 19)) == 19
    return words


@st.composite
def plain_rows(draw: st.DrawFn) -> Words:
    """Draw a row with which little is wrong but, perhaps, its amount or its month."""
    kind = draw(st.sampled_from(("disbursement", "disbursement", "repayment", "settlement-offset")))
    words: Words = {"kind": kind, "amount": draw(AMOUNTS), "fund": "employee"}
    words["date"] = draw(st.sampled_from(["2026-10-09", "2026-11-12", "2026-12-31"]))
    words |= {name: draw(strategy) for name, strategy in KINDS[kind].items()}
    words |= {"hospital": draw(st.sampled_from([FIRST, SECOND])), "year": "2026"}
    return words | ({"from": "1004"} if kind == "disbursement" else {})


def account_of(hospital: str) -> str:
    """Name the only account that a hospital has here."""
    return f"6222{hospital[-8:]}"


def leaf_of(row: Words) -> str:
    """Name the prepayment leaf of a row."""
    return f"1101.01.{row['hospital']}.{row['year']}"


def as_payment(row: Words) -> Words:
    """Turn a row that takes from a hospital into one that pays it."""
    kept = {name: row[name] for name in ("amount", "fund", "date", "hospital", "year")}
    return {"kind": "disbursement", "from": "1004", **kept}


def amended(row: Words, fund: str, key: str) -> Words:
    """Give a drawn row its key and the papers of its kind; one may be lacking."""
    words = {"area": "620100", "fund": fund, "key": key, "date": "2026-10-08", **row}
    if row["kind"] == "disbursement":
        words["reason"] = "上级延期"
    if row["kind"] == "repayment" and (payer := words.pop("payer", "own")):
        words["payer_account"] = account_of(row["hospital"]) if payer == "own" else "9999"
    number, amount = words.pop("paper", ("", ""))
    banked = row.get("refund") or row["kind"] == "settlement-offset"
    types = [*PAPERS[row["kind"]], *(["bank-receipt"] if banked else [])]
    if words.pop("lacking", False):
        types = types[1:]
    words["papers"] = []
    for type_ in types:
        paper = {"type": type_, "number": f"{type_}-{key}", "date": words["date"]}
        if type_ in ("bank-receipt", "court-document"):
            paper |= {"number": number or paper["number"], **({"amount": amount} if amount else {})}
        if type_ == "government-approval":
            paper["amount"] = words["amount"]
        words["papers"].append(paper)
    if row["kind"] == "disbursement":
        # Every payment here comes after the deadline.
        number = f"special-document-{key}"
        words["papers"].append(
            {"type": "special-document", "number": number, "date": words["date"]}
        )
    return words
