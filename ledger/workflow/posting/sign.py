"""签章: the cashier signs what moves money, the chief signs any voucher (51(一)).

A signature stands under a draft or a voucher, once a role, until the month is sealed; the
seal binds it from then on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.basis.errors import Finding, Refused, refuse
from ledger.basis.period import opening_period, year_of
from ledger.basis.terms import ROLES
from ledger.events.kinds import LEGLESS
from ledger.masters.operator import CLAUSE_DUTIES
from ledger.store.balances import first_open
from ledger.store.engine import reading, writing
from ledger.store.facts import read_drafts, read_facts
from ledger.store.masters import read_books, read_operators
from ledger.store.rows import draft_papers, event_of
from ledger.store.signatures import BANKS, add_signatures, open_vouchers, signed_ids
from ledger.voucher.running import candidate_of
from ledger.voucher.shown import voucher_label
from ledger.workflow.desk import Desk, acting, note, refusals_logged

if TYPE_CHECKING:
    from collections.abc import Sequence

    import sqlalchemy as sa

    from ledger.masters.book import Book
    from ledger.masters.operator import Operator

CLAUSE = "《会计基础工作规范》第五十一条(一)"
SIGNING = ("cashier", "chief")


def sign(
    desk: Desk, words: Sequence[str], *, book: str = "", dry_run: bool = False
) -> dict[str, int]:
    """Sign drafts and vouchers by key, id or label; with no words all that wait for this role.

    Only the person's own books are signed in. Returns how many were signed, by role; raises
    Refused for what may not be signed.
    """
    with refusals_logged(desk, "sign", " ".join(words) or "--all"):
        with reading(desk.engine) as conn:
            codes = [book] if book else list(read_books(conn))
        with writing(desk.engine, codes, dry_run=dry_run) as conn:
            known = read_operators(conn).get(desk.operator)
            roles = [role for role in SIGNING if known is not None and known.may(role)]
            operator = acting(desk, conn, roles[0] if roles else "cashier", "签章")
            mine = [code for code in codes if operator.sees(code)]
            if book and not mine:
                raise refuse_unseen(operator, book)
            items = {code: signable(desk, conn, read_books(conn)[code]) for code in mine}
            check_named(words, items, operator)
            return {
                role: sum(sign_book(desk, conn, code, items[code], words, role) for code in mine)
                for role in roles
            }


def refuse_unseen(operator: Operator, book: str) -> Refused:
    """Word that a book is not among those that this person was given."""
    own = "、".join(operator.books)
    return refuse(
        "BOOK_UNSEEN",
        f"{operator.name} 只看、只签 {own}，不签 {book}",
        "由管这个账套的人签章，或由管理员用 prepay operator add 重新授予岗位和账套",
        clause=CLAUSE_DUTIES,
    )


Item = tuple[str, tuple[str, ...], bool]


def signable(desk: Desk, conn: sa.Connection, book: Book) -> list[Item]:
    """List what may be signed: id, the names it goes by, and whether it moves money."""
    since, opening_open = first_open(conn, book)
    first = opening_period(year_of(since)) if opening_open else since
    items: list[Item] = []
    for voucher in open_vouchers(conn, book.code, first):
        label = voucher_label(voucher.period, voucher.number)
        items.append((voucher.id, (voucher.id, voucher.key, label), voucher.money))
    # What is signed is a voucher; a 登记事项 never becomes one.
    drafts = [draft for draft in read_drafts(conn, book.code) if draft["kind"] not in LEGLESS]
    events = [event_of(draft, draft_papers(draft)) for draft in drafts]
    facts, cited = read_facts(conn, book, desk.chart(book.fund), events, desk.today())
    for draft, event in zip(drafts, events, strict=True):
        legs = candidate_of(event, facts).legs
        cited.note(event)
        money = any({leg.debit.code, leg.credit.code} & set(BANKS) for leg in legs)
        items.append((draft["id"], (draft["id"], draft["key"]), money))
    return items


def check_named(words: Sequence[str], items: dict[str, list[Item]], operator: Operator) -> None:
    """Refuse names that stand for nothing that this person may still sign."""
    names = {name for found in items.values() for _, own, _ in found for name in own}
    if unknown := [word for word in words if word not in names]:
        raise refuse(
            "SIGN_UNKNOWN",
            f"没有可签章的草稿或凭证：{'、'.join(unknown)}",
            "写业务编号、草稿号或“2026-03 记-0007”；已结账月份不能再签"
            + (f"；{operator.name} 只签 {'、'.join(operator.books)}" if operator.books else ""),
            clause=CLAUSE,
        )


def sign_book(
    desk: Desk,
    conn: sa.Connection,
    book: str,
    items: Sequence[Item],
    words: Sequence[str],
    role: str,
) -> int:
    """Sign one book's items in one role; gives how many."""
    asked = [item for item in items if not words or set(item[1]) & set(words)]
    if words and role == "cashier":
        findings = [no_money(item) for item in asked if not item[2]]
        if findings:
            raise Refused(findings)
    wanted = {id_ for id_, _, money in asked if money or role == "chief"}
    wanted -= signed_ids(conn, book, role, wanted)
    if wanted:
        add_signatures(conn, book, wanted, role=role, name=desk.operator, at=desk.now())
        note(desk, conn, book, "sign", ROLES[role], {"signed": len(wanted)})
    return len(wanted)


def no_money(item: Item) -> Finding:
    """Word that the cashier signs receipts and payments only."""
    return Finding(
        code="SIGN_NO_MONEY",
        message=f"{item[1][1]} 没有收付款项，不需要出纳签章",
        clause=CLAUSE,
        remedy="出纳只签涉及 1003、1004 的凭证",
        key=item[1][1],
    )
