"""制单: drafts are written here, frozen as they would be posted, and signed by their preparer."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ledger.store.drafts import read_drafts
from ledger.store.facts import read_facts
from ledger.store.signing.frozen import add_frozen, freeze_anew, read_corrected_labels, read_frozen
from ledger.store.vouchers.balances import read_accounts
from ledger.store.writer import add_drafts
from ledger.voucher.running import accounts_moved
from ledger.voucher.shown import voucher_label
from ledger.voucher.signing.freezing import Frozen, Naming, freeze, freeze_register
from ledger.voucher.signing.signed import PREPARE, member_pairs
from ledger.workflow.drafting.trial import note_waiting
from ledger.workflow.signing import signed_where_on

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import sqlalchemy as sa

    from ledger.masters.book import Book
    from ledger.voucher.draft import Draft
    from ledger.voucher.running import Candidate
    from ledger.workflow.desk import Desk


def prepare_drafts(
    desk: Desk,
    conn: sa.Connection,
    pairs: Sequence[tuple[Draft, Candidate]],
    names: Mapping[str, str],
) -> None:
    """Write drafts with what each would post; `names` gives leaves that are not opened yet."""
    by_book: dict[str, list[tuple[Draft, Candidate]]] = {}
    for pair in pairs:
        by_book.setdefault(pair[0].event.book, []).append(pair)
    frozen: list[Frozen] = []
    for code, mine in sorted(by_book.items()):
        naming = naming_for(conn, code, [candidate for _, candidate in mine], names)
        frozen += [freeze(draft, candidate, naming) for draft, candidate in mine]
    write_prepared(desk, conn, [draft for draft, _ in pairs], frozen)


def prepare_registers(desk: Desk, conn: sa.Connection, drafts: Sequence[Draft]) -> None:
    """Write drafts of 登记事项, which post nothing."""
    frozen = [freeze_register(draft, draft.booked) for draft in drafts]
    write_prepared(desk, conn, drafts, frozen)


def write_prepared(
    desk: Desk, conn: sa.Connection, drafts: Sequence[Draft], frozen: Sequence[Frozen]
) -> None:
    """Write drafts as they were frozen; their preparer signs one set for each book."""
    add_drafts(conn, drafts)
    signed: list[Frozen] = []
    for code in sorted({one.book for one in frozen}):
        signed += signed_by_preparer(desk, conn, [one for one in frozen if one.book == code])
    add_frozen(conn, signed)


def signed_by_preparer(
    desk: Desk, conn: sa.Connection, frozen: Sequence[Frozen]
) -> Sequence[Frozen]:
    """Let the preparer sign one book's drafts, where the office signs."""
    members = member_pairs(one.parts.signed for one in frozen)
    made = signed_where_on(desk, conn, frozen[0].book, PREPARE, members)
    return frozen if made is None else [replace(one, prepared=made.id) for one in frozen]


def naming_for(
    conn: sa.Connection, book: str, candidates: Sequence[Candidate], names: Mapping[str, str]
) -> Naming:
    """Read what leaves are called: as they were opened, else as they would be by `names`."""
    leaves = read_accounts(conn, book, accounts_moved(candidates))
    opened = {code: leaf.name for code, leaf in leaves.items()}
    corrected = {candidate.event.corrects for candidate in candidates} - {""}
    labels = read_corrected_labels(conn, book, corrected) if corrected else {}
    return Naming(
        names={**names, **opened},
        labels={id_: voucher_label(*label) for id_, label in labels.items()},
    )


def frozen_as_shown(
    desk: Desk, conn: sa.Connection, book: Book, drafts: Sequence[Draft]
) -> dict[str, Frozen]:
    """Return drafts as they were frozen, by id; those of before there was such a thing as today."""
    found = read_frozen(conn, book.code, (draft.id for draft in drafts))
    if any(draft.id not in found for draft in drafts):
        found = frozen_today(desk, conn, book) | found
    return {draft.id: found[draft.id] for draft in drafts}


def freeze_old(
    desk: Desk, conn: sa.Connection, book: Book, drafts: Sequence[Draft]
) -> dict[str, Frozen]:
    """Return drafts as they were frozen, by id; those of before there was such a thing are now."""
    before = read_frozen(conn, book.code, (draft.id for draft in drafts))
    found = frozen_as_shown(desk, conn, book, drafts)
    freeze_anew(conn, [one for one in found.values() if one.draft not in before])
    return found


def frozen_today(desk: Desk, conn: sa.Connection, book: Book) -> dict[str, Frozen]:
    """Freeze a book's drafts as they would be posted today, one on the other, by id."""
    drafts = read_drafts(conn, book.code)
    chart = desk.chart(book.fund)
    facts, cited = read_facts(conn, book, chart, [one.event for one in drafts], desk.today())
    candidates = note_waiting(drafts, facts, cited)
    moved = accounts_moved(candidates)
    names = {code: facts.account_name(account) for code, account in moved.items()}
    naming = naming_for(conn, book.code, candidates, names)
    return {
        draft.id: freeze(draft, candidate, naming)
        for draft, candidate in zip(drafts, candidates, strict=True)
    }
