"""Rows as a careful clerk writes them: today's, with the papers that their kind needs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ledger.events.kinds import KINDS
from tests.model_rows import FIRST, SECOND

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.model_facts import Words

#: The words of each kind beside day, amount, hospital and year.
OWN: dict[str, Words] = {
    "allocation": {},
    "disbursement": {"from": "1004", "reason": "上级延期"},
    "repayment": {"to": "1004"},
    "payment-return": {"to": "1004"},
    "settlement-offset": {
        "settlement": "5.00",
        "benefit": "inpatient",
        "reason": "agreement-ended",
    },
    "write-off": {},
    "recovery": {"to": "1004"},
    "suspense": {"to": "1004", "counterparty": "K01"},
    "suspense-out": {"counterparty": "K01", "refund": "yes", "from": "1004"},
    "succession": {"successor": SECOND},
    "interest": {},
    "remittance": {"to": "1003"},
    "recall": {"trigger": "agreement-ended"},
    "recall-lift": {"reason": "已恢复协议"},
}
#: Kinds that say neither hospital nor year, and those that say no amount.
OF_NOBODY = ("allocation", "suspense", "suspense-out", "interest", "remittance")
WITHOUT_AMOUNT = ("recall", "recall-lift")
#: Papers beside those of the kind.
BESIDE = {
    "disbursement": ("special-document",),
    "settlement-offset": ("bank-receipt",),
    "suspense-out": ("bank-receipt",),
}
MONEY = tuple(kind for kind in OWN if not kind.startswith("recall"))
#: Kinds of a fact, and ways of correcting one, of which each must be taken sometimes.
FACTS = (*OWN, "special-case", "withdrawal", "acknowledgement")
CORRECTIONS = ("red", "blue", "difference", "amend", "paper-correction", "corrected-again")
VERBS = (
    *("record", "approve", "post", "sign", "reject", "revise", "correct", "grant"),
    *("close-month", "close-year", "clock-forward", "clock-back", "clock-far-back"),
)
TAKEN = frozenset((*FACTS, *CORRECTIONS, *VERBS))


def careful_row(
    kind: str, key: str, day: str, *, amount: str = "1.00", hospital: str = FIRST, **words: Any
) -> Words:
    """Write a row of a kind with nothing lacking."""
    row: Words = {"kind": kind, "key": key, "area": "620100", "fund": "employee", "date": day}
    if kind not in WITHOUT_AMOUNT:
        row["amount"] = amount
    if kind not in OF_NOBODY:
        row |= {"hospital": hospital}
    if kind not in (*OF_NOBODY, "recall-lift"):
        row |= {"year": day[:4]}
    if kind == "repayment":
        row["payer_account"] = f"6222{hospital[-8:]}"
    if kind == "recall":
        row["notified_on"] = day
    row |= {**OWN[kind], **words}
    row["papers"] = papers_for(kind, row)
    return row


def papers_for(kind: str, row: Words) -> list[Words]:
    """Write the papers that a row needs, of its own day, each with a number of its own."""
    types: Sequence[str] = (*KINDS[kind].PAPERS, *BESIDE.get(kind, ()))
    papers = []
    for type_ in types:
        paper = {"type": type_, "number": f"{type_}-{row['key']}", "date": row["date"]}
        if type_ in ("court-document", "government-approval"):
            paper["amount"] = row["amount"]
        papers.append(paper)
    return papers
