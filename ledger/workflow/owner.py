"""账由谁记: where a profile leaves open who keeps the books (海南), it is chosen when they open.

The notice lets 省中心 receive the money and the 属地 agencies pay and collect it, and says
nothing of whose ledger that is (§12.2). Everything posted hangs on it, so it comes first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.basis.errors import refuse, unclear
from ledger.policy.profile import Policy
from ledger.policy.values import Choice, Chosen
from ledger.store.policy import read_choices, record_choice
from ledger.workflow.desk import note

if TYPE_CHECKING:
    from collections.abc import Sequence

    import sqlalchemy as sa

    from ledger.masters.book import Book
    from ledger.policy.values import Layer
    from ledger.workflow.desk import Desk

OWNER = "ledger_owner"


def choose_owner(
    desk: Desk, conn: sa.Connection, book: Book, layers: Sequence[Layer], owner: str, reason: str
) -> None:
    """Record who keeps a new book; raises Refused where it must be said and is not.

    CHOICE_MISSING, READING_UNKNOWN, REASON_MISSING; OWNER_UNFIT where the profile leaves
    nothing open.
    """
    choice = Policy(layers=tuple(layers), chosen={}).on(desk.today()).decides(OWNER)
    if not isinstance(choice, Choice):
        if owner:
            raise refuse(
                "OWNER_UNFIT", f"政策方案 {book.profile} 没有“账由谁记”的选择", "去掉 --owner"
            )
        return
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
    by = desk.operator or "-"
    chosen = Chosen(
        name=OWNER,
        reading=owner,
        clause=f"本单位选定（{desk.today().isoformat()} {by}）",
        reason=reason.strip(),
        by=by,
        at=desk.now(),
    )
    record_choice(conn, book.code, chosen)
    content = {"before": "", "value": owner, "reason": chosen.reason}
    note(desk, conn, book.code, "policy-choose", OWNER, content)


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
