"""记账: approved drafts become vouchers, numbered and chained, one transaction a book."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import filterfalse
from typing import TYPE_CHECKING

from ledger.basis.errors import Finding, Refused
from ledger.basis.heap import uncollected
from ledger.basis.period import year_of
from ledger.masters.chart import Account, Leaf
from ledger.masters.duties import CLAUSE_DUTIES
from ledger.store.engine import reading, writing
from ledger.store.masters import read_books
from ledger.store.signing.sets import is_signing_on
from ledger.store.vouchers.balances import read_accounts
from ledger.store.writer import (
    add_accounts,
    read_counters,
    remove_drafts,
    write_postings,
)
from ledger.voucher.draft import booking_order
from ledger.voucher.posting import Approved, post
from ledger.voucher.running import accounts_moved
from ledger.voucher.shown import voucher_label
from ledger.voucher.signing.freezing import Naming
from ledger.workflow.desk import Desk, acting, each_book, note, refusals_logged
from ledger.workflow.drafting.review import keys, pick, still_there
from ledger.workflow.drafting.trial import judge_batch, passed_with
from ledger.workflow.policy.policy import policy_in_use
from ledger.workflow.posting.signed_posting import (
    sending_back,
    sign_posted,
    signed_by_system,
    signed_for_posting,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    import sqlalchemy as sa

    from ledger.masters.book import Book
    from ledger.policy.facts import Facts
    from ledger.voucher.draft import Draft, DraftHead
    from ledger.voucher.posting import Posting, Signed
    from ledger.voucher.running import Candidate


@dataclass(frozen=True, slots=True, kw_only=True)
class Posted:
    """What one book's posting wrote: voucher labels by business key, in order."""

    book: str
    vouchers: tuple[tuple[str, str], ...]
    waiting: int


@uncollected()
def post_drafts(
    desk: Desk, words: Sequence[str], *, book: str = "", dry_run: bool = False
) -> list[Posted]:
    """记账 approved drafts by id or key; with no words all that are approved.

    Each book is one transaction: all of its vouchers or none. A book that is refused stays as it
    was and stops no other (PartlyRefused).
    """
    subject = " ".join(words) or "--all"
    with refusals_logged(desk, "post", subject):
        by_book = pick(desk, words, book)
        with reading(desk.engine) as conn:
            acting(desk, conn, "poster", "记账")

    def of_book(code: str) -> Posted:
        with refusals_logged(desk, "post", subject, code):
            return post_book(desk, code, by_book[code], named=bool(words), dry_run=dry_run)

    return each_book(sorted(by_book), of_book)


def post_book(
    desk: Desk, code: str, drafts: Sequence[DraftHead], *, named: bool, dry_run: bool
) -> Posted:
    """记账 one book's drafts, in one transaction."""
    with sending_back(desk, dry_run=dry_run), writing(desk.engine, [code], dry_run=dry_run) as conn:
        acting(desk, conn, "poster", "记账")
        standing = still_there(conn, code, drafts, named=named)
        ready = list(filter(is_ready, standing))
        if named and len(ready) < len(standing):
            raise Refused(map(unapproved, filterfalse(is_ready, standing)))
        posted = post_units(desk, conn, read_books(conn)[code], ready)
        note(desk, conn, code, "post", keys(ready), {"vouchers": len(posted)})
    waiting = len(standing) - len(ready)
    return Posted(book=code, vouchers=labels_of(posted), waiting=waiting)


def is_ready(draft: Draft) -> bool:
    """Tell a draft that may be posted.

    A 登记事项 never is: once it is approved it is no draft any more.
    """
    return bool(draft.approved_by) and not draft.event.LEGLESS


def labels_of(postings: Sequence[Posting]) -> tuple[tuple[str, str], ...]:
    """Pair business keys with voucher labels."""
    return tuple(
        (
            str(p.event["key"]),
            voucher_label(str(p.voucher["period"]), int(p.voucher["number"])),
        )
        for p in postings
    )


def post_units(
    desk: Desk, conn: sa.Connection, book: Book, drafts: Sequence[Draft]
) -> list[Posting]:
    """Judge drafts again on what is posted, by day and row, and write them in order of booking."""
    policy = policy_in_use(desk, conn, book)
    ordered = units_in_order(drafts)
    said = [[draft.event for draft in unit] for unit in ordered]
    facts, judged = judge_batch(desk, conn, book, said, policy=policy)
    if judged.findings:
        raise Refused(judged.told())
    postings = write_candidates(desk, conn, facts, passed_with(judged, ordered))
    remove_drafts(conn, book.code, [draft.id for draft in drafts])
    return postings


def units_in_order(drafts: Iterable[Draft]) -> list[list[Draft]]:
    """Put drafts together that stand and fall together, in order of booking."""
    units: dict[str, list[Draft]] = {}
    for draft in sorted(drafts, key=booking_order):
        units.setdefault(draft.unit, []).append(draft)
    return [sorted(unit, key=row_order) for unit in units.values()]


def row_order(draft: Draft) -> str:
    """Order the drafts of a unit as they were prepared: red before blue."""
    return draft.id


def write_candidates(
    desk: Desk,
    conn: sa.Connection,
    facts: Facts,
    pairs: Sequence[tuple[Candidate, Draft]],
    *,
    made: bool = False,
) -> list[Posting]:
    """Open the leaves that are new, number, chain, write and sign.

    `made` is what the program prepares itself (期末结转); else it is what people signed.
    Raises DraftsChanged where it is not what was frozen.
    """
    if not pairs:
        return []
    book = facts.book.code
    candidates = [candidate for candidate, _ in pairs]
    names = open_leaves(conn, facts, candidates)
    periods = {candidate.period for candidate in candidates}
    counters = read_counters(conn, book, periods, {year_of(period) for period in periods})
    labels = {id_: voucher_label(v.period, v.number) for id_, v in facts.vouchers.items()}
    signed = signed_of(conn, book, pairs, Naming(names=names, labels=labels), made=made)
    before = dict(counters.chains)
    at = desk.now()
    approved = [
        Approved(
            candidate=candidate,
            draft=draft,
            posted_by=desk.operator,
            posted_at=at,
            signed=signed.get(draft.id),
        )
        for candidate, draft in pairs
    ]
    postings = post(approved, counters, names, labels)
    write_postings(conn, book, postings, counters)
    sign_posted(desk, conn, book, before, postings, signed, at)
    return postings


def signed_of(
    conn: sa.Connection,
    book: str,
    pairs: Sequence[tuple[Candidate, Draft]],
    naming: Naming,
    *,
    made: bool,
) -> Mapping[str, Signed]:
    """Return what was signed, by draft; nothing where the office does not sign."""
    if not made:
        return signed_for_posting(conn, book, pairs, naming)
    return signed_by_system(pairs, naming) if is_signing_on(conn) else {}


def open_leaves(
    conn: sa.Connection, facts: Facts, candidates: Sequence[Candidate]
) -> Mapping[str, str]:
    """Open the leaf accounts that candidates need; give the whole name of each leaf moved."""
    accounts = accounts_moved(candidates)
    known = read_accounts(conn, facts.book.code, accounts)
    fresh = [leaf_of(accounts[code], facts) for code in sorted(accounts) if code not in known]
    add_accounts(conn, facts.book.code, fresh)
    return {leaf.account.code: leaf.name for leaf in (*known.values(), *fresh)}


def leaf_of(account: Account, facts: Facts) -> Leaf:
    """Name a new leaf by what its hospital or counterparty is called today."""
    holder = facts.holder_name(account)
    return Leaf(account=account, holder=holder, name=facts.account_name(account))


def unapproved(draft: Draft) -> Finding:
    """Word that nothing is posted unseen."""
    return Finding(
        code="NOT_APPROVED",
        message=f"{draft.event.key} 尚未审核，不能记账",
        clause=CLAUSE_DUTIES,
        remedy="先由另一人审核：prepay approve",
        key=draft.event.key,
    )
