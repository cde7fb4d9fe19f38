"""账由谁记: where a profile leaves open who keeps the books (海南), it is chosen when they open.

The notice lets 省中心 receive the money and the 属地 agencies pay and collect it, and says
nothing of whose ledger that is (§12.2). Everything posted hangs on it, so it comes first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.basis.errors import refuse, unclear
from ledger.policy.profile import Policy
from ledger.policy.values import Choice
from ledger.store.login import any_credential
from ledger.store.policy import Proposal, read_choices
from ledger.workflow.policy.policy_choice import propose, take

if TYPE_CHECKING:
    from collections.abc import Sequence

    import sqlalchemy as sa

    from ledger.masters.book import Book
    from ledger.policy.values import Layer
    from ledger.workflow.desk import Desk

OWNER = "ledger_owner"


def choose_owner(
    desk: Desk,
    conn: sa.Connection,
    book: Book,
    layers: Sequence[Layer],
    owner: str,
    *,
    reason: str,
    paper: str,
) -> None:
    """Record who keeps a new book; raises Refused where it must be said and is not.

    Where passwords are on it is proposed, with its paper, and another person confirms it; it
    holds for every year of the new book. CHOICE_MISSING, READING_UNKNOWN,
    REASON_MISSING, PAPER_MISSING; OWNER_UNFIT where the profile leaves nothing open.
    """
    policy = Policy(layers=tuple(layers), chosen={})
    choice = policy.on(desk.today()).decides(OWNER)
    if not isinstance(choice, Choice):
        if owner:
            raise refuse(
                "OWNER_UNFIT", f"政策方案 {book.profile} 没有“账由谁记”的选择", "去掉 --owner"
            )
        return
    check_owner(choice, book, owner, reason)
    proposal = Proposal(
        name=OWNER,
        reading=owner,
        from_year=0,
        reason=reason.strip(),
        paper=paper.strip(),
        by=desk.operator or "-",
        at=desk.now(),
    )
    if not any_credential(conn):
        take(desk, conn, book.code, policy, proposal)
        return
    if not proposal.paper:
        raise refuse(
            "PAPER_MISSING",
            "设了密码的单位，选定账由谁记要写明依据的文件",
            "用 --paper 写明文号；建账后由另一人确认：prepay policy confirm ledger_owner",
        )
    propose(desk, conn, book.code, proposal)


def check_owner(choice: Choice, book: Book, owner: str, reason: str) -> None:
    """Refuse an owner that is not said, is none of the readings, or has no reason."""
    readings = "；".join(f"{code} = {text}" for code, text in choice.readings.items())
    if not owner:
        raise refuse(
            "CHOICE_MISSING",
            f"建账前要先选定：{choice.question}。可选：{readings}",
            f"prepay init --area {book.area} --name {book.area_name} --profile {book.profile}"
            f" --owner {next(iter(choice.readings))} --reason 理由",
            clause=choice.clause,
        )
    if owner not in choice.readings:
        raise unclear("READING_UNKNOWN", f"“{owner}”不是它的读法", f"--owner 可填：{readings}")
    if not reason.strip():
        raise refuse("REASON_MISSING", "选定账由谁记须写明理由", "用 --reason 写明理由")


def refuse_other_owner(conn: sa.Connection, book: str, owner: str) -> None:
    """Refuse to open a book anew under another owner; raises Refused (OWNER_SETTLED)."""
    chosen = read_choices(conn, book).get(OWNER)
    if owner and (chosen is None or chosen.reading != owner):
        now = f"账由谁记已选定为 {chosen.reading}" if chosen else "没有“账由谁记”的选择"
        raise refuse(
            "OWNER_SETTLED",
            f"账套 {book} 早已建立，{now}，这里写的是 {owner}",
            f"去掉 --owner；确要改的，由会计主管办理：prepay policy choose {OWNER} {owner}"
            f" --book {book} --reason 理由",
        )
