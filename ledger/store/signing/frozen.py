"""Frozen drafts: written with the drafts, read when they are approved and posted."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from ledger.store.drafts import draft_row
from ledger.store.masters import chunks
from ledger.store.rows import canonical
from ledger.store.tables import schema as s
from ledger.store.tables import schema_identity as si
from ledger.store.writer import insert, upsert
from ledger.voucher.signing.freezing import Frozen
from ledger.voucher.signing.signed import FactParts

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ledger.voucher.draft import Draft
    from ledger.voucher.posting import Row


def add_frozen(conn: sa.Connection, frozen: Sequence[Frozen]) -> None:
    """Add drafts as they were frozen."""
    insert(conn, si.frozen_draft, list(map(frozen_row, frozen)))


def freeze_anew(conn: sa.Connection, frozen: Sequence[Frozen]) -> None:
    """Put drafts as they were frozen in place of what was frozen before, if anything."""
    upsert(conn, si.frozen_draft, list(map(frozen_row, frozen)), add=())


def frozen_row(frozen: Frozen) -> Row:
    """Write a frozen draft as its row."""
    return {
        "book": frozen.book,
        "draft": frozen.draft,
        "shown": canonical([list(pair) for pair in frozen.public]),
        "public_digest": frozen.parts.public,
        "private_digest": frozen.parts.private,
        "prepared": frozen.prepared,
        "approved": frozen.approved,
    }


def drafts_kept(conn: sa.Connection, book: str, drafts: Iterable[Draft]) -> list[dict[str, object]]:
    """Write drafts of a book whole for the log, as they were frozen."""
    drafts = list(drafts)
    frozen = read_frozen(conn, book, [draft.id for draft in drafts])
    return [draft_kept(draft, frozen.get(draft.id)) for draft in drafts]


def draft_kept(draft: Draft, frozen: Frozen | None) -> dict[str, object]:
    """Write a draft whole for the log, as it was frozen; None where it never was."""
    row: dict[str, object] = {**draft_row(draft)}
    return row if frozen is None else row | {"frozen": frozen_row(frozen)}


def read_frozen(
    conn: sa.Connection, book: str, ids: Iterable[str] | None = None
) -> dict[str, Frozen]:
    """Read frozen drafts of a book by the draft's id: all, or those asked for."""
    f = si.frozen_draft.c
    query = sa.select(si.frozen_draft).where(f.book == book)
    parts = [query] if ids is None else [query.where(f.draft.in_(part)) for part in chunks(ids)]
    rows = [row for part in parts for row in conn.execute(part).mappings()]
    return {row["draft"]: frozen_read(dict(row)) for row in rows}


def frozen_read(row: Mapping[str, Any]) -> Frozen:
    """Read a frozen draft back from its row."""
    return Frozen(
        book=row["book"],
        draft=row["draft"],
        public=tuple((str(name), str(value)) for name, value in json.loads(row["shown"])),
        parts=FactParts(public=row["public_digest"], private=row["private_digest"]),
        prepared=row["prepared"],
        approved=row["approved"],
    )


def note_approved(conn: sa.Connection, book: str, ids: Iterable[str], approved: str) -> None:
    """Note the set that drafts were approved in; empty where an approval is withdrawn."""
    f = si.frozen_draft
    for part in chunks(ids):
        conn.execute(
            sa.update(f).where(f.c.book == book, f.c.draft.in_(part)).values(approved=approved)
        )


def read_corrected_labels(
    conn: sa.Connection, book: str, ids: Iterable[str]
) -> dict[str, tuple[str, int]]:
    """Read period and number of vouchers that drafts correct, by id."""
    v = s.voucher.c
    query = sa.select(v.id, v.period, v.number).where(v.book == book)
    rows = (row for part in chunks(ids) for row in conn.execute(query.where(v.id.in_(part))))
    return {row.id: (row.period, row.number) for row in rows}
