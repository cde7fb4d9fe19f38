"""签章: the cashier signs what moves money, the chief signs any voucher (51(一)).

A signature stands under a draft or a voucher, once a role, until the month is sealed; the
seal binds it from then on.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from ledger.basis.errors import Finding, Refused, refuse
from ledger.basis.period import opening_period, year_of
from ledger.basis.terms import ROLES
from ledger.masters.duties import CLAUSE_DUTIES, SIGNER, roles_acting
from ledger.store.drafts import read_drafts
from ledger.store.engine import reading
from ledger.store.facts import read_facts
from ledger.store.masters import read_books
from ledger.store.vouchers.balances import first_open
from ledger.store.vouchers.signatures import BANKS, add_signatures, open_vouchers, signed_ids
from ledger.voucher.running import candidate_of
from ledger.voucher.shown import voucher_label
from ledger.workflow.desk import Desk, acting_on, note, refusals_logged

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    import sqlalchemy as sa

    from ledger.masters.book import Book
    from ledger.masters.leg import Leg
    from ledger.masters.operator import Operator

CLAUSE = "《会计基础工作规范》第五十一条(一)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Signable:
    """A draft or a voucher that may be signed: the names it goes by, and whether it moves money."""

    id: str
    names: tuple[str, ...]
    money: bool


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
        with acting_on(desk, codes, role=SIGNER, what="签章", dry_run=dry_run) as work:
            conn, operator = work
            mine = books_given(operator, codes, book)
            items = {code: signable(desk, conn, read_books(conn)[code]) for code in mine}
            check_named(words, items, operator)
            return {
                role: sum(sign_book(desk, conn, code, items[code], words, role) for code in mine)
                for role in roles_acting(SIGNER, operator.roles)
            }


def books_given(operator: Operator, codes: Sequence[str], book: str) -> list[str]:
    """Pick the books that a person was given; refuse one that is named and is not among them."""
    own = [code for code in codes if operator.sees(code)]
    if book and not own:
        raise refuse_unseen(operator, book)
    return own


def refuse_unseen(operator: Operator, book: str) -> Refused:
    """Word that a book is not among those that this person was given."""
    own = "、".join(operator.books)
    return refuse(
        "BOOK_UNSEEN",
        f"{operator.name} 只看、只签 {own}，不签 {book}",
        "由管这个账套的人签章，或由管理员用 prepay operator add 重新授予岗位和账套",
        clause=CLAUSE_DUTIES,
    )


def signable(desk: Desk, conn: sa.Connection, book: Book) -> list[Signable]:
    """List what may be signed: the vouchers of open months, and drafts."""
    return [*vouchers_signable(conn, book), *drafts_signable(desk, conn, book)]


def vouchers_signable(conn: sa.Connection, book: Book) -> list[Signable]:
    """List the vouchers of open months."""
    since, opening_open = first_open(conn, book)
    first = opening_period(year_of(since)) if opening_open else since
    items = []
    for voucher in open_vouchers(conn, book.code, first):
        names = (voucher.id, voucher.key, voucher_label(voucher.period, voucher.number))
        items.append(Signable(id=voucher.id, names=names, money=voucher.money))
    return items


def drafts_signable(desk: Desk, conn: sa.Connection, book: Book) -> list[Signable]:
    """List the drafts that become vouchers, each with what it would move after the others."""
    # What is signed is a voucher; a 登记事项 never becomes one.
    drafts = [draft for draft in read_drafts(conn, book.code) if not draft.event.LEGLESS]
    events = [draft.event for draft in drafts]
    facts, cited = read_facts(conn, book, desk.chart(book.fund), events, desk.today())
    items = []
    for draft in drafts:
        legs = candidate_of(draft.event, facts).legs
        cited.note(draft.event)
        own = (draft.id, draft.event.key)
        items.append(Signable(id=draft.id, names=own, money=moves_money(legs)))
    return items


def moves_money(legs: Iterable[Leg]) -> bool:
    """Tell whether legs touch a bank account."""
    return any({leg.debit.code, leg.credit.code} & set(BANKS) for leg in legs)


def check_named(
    words: Sequence[str], items: Mapping[str, Sequence[Signable]], operator: Operator
) -> None:
    """Refuse names that stand for nothing that this person may still sign."""
    every = chain.from_iterable(items.values())
    names = set(chain.from_iterable(item.names for item in every))
    unknown = [word for word in words if word not in names]
    if unknown:
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
    items: Sequence[Signable],
    words: Sequence[str],
    role: str,
) -> int:
    """Sign one book's items in one role; gives how many."""
    asked = items_named(items, words) if words else items
    if role != "chief":
        asked = moving_money(asked, named=bool(words))
    wanted = {item.id for item in asked}
    wanted -= signed_ids(conn, book, role, wanted)
    if wanted:
        add_signatures(conn, book, wanted, role=role, name=desk.operator, at=desk.now())
        note(desk, conn, book, "sign", ROLES[role], {"signed": len(wanted)})
    return len(wanted)


def items_named(items: Iterable[Signable], words: Collection[str]) -> list[Signable]:
    """Pick what goes by any of some names."""
    return [item for item in items if not set(item.names).isdisjoint(words)]


def moving_money(items: Sequence[Signable], *, named: bool) -> list[Signable]:
    """Leave out what moves no money, or refuse it where it was named."""
    moneyless = [item for item in items if not item.money]
    if named and moneyless:
        raise Refused(map(no_money, moneyless))
    return [item for item in items if item.money]


def no_money(item: Signable) -> Finding:
    """Word that the cashier signs receipts and payments only."""
    key = item.names[1]
    return Finding(
        code="SIGN_NO_MONEY",
        message=f"{key} 没有收付款项，不需要出纳签章",
        clause=CLAUSE,
        remedy="出纳只签涉及 1003、1004 的凭证",
        key=key,
    )
