"""An insider who has the database, the source and one person's password.

`own_sets` makes everything fit that this person can make fit: digests, links, and the sets that
the person signed, signed anew. `forged` and `usurped` go on where others have signed: the first
puts the insider's signature under their names, the second puts the insider in their place.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import sqlalchemy as sa

from ledger.audit.chain_checks import digests_signed, parts_stored, voucher_of
from ledger.audit.invariants import Stored, read_stored
from ledger.audit.signing.signed_checks import posted_again, posted_by_set
from ledger.store.engine import reading
from ledger.store.masters import read_books
from ledger.store.rows import canonical, content_digest_of
from ledger.store.tables import schema as s
from ledger.store.tables import schema_identity as si
from ledger.voucher.chain import genesis, link_of
from ledger.voucher.signing.signed import APPROVE, POST, PREPARE, set_digest
from tests.office import EMPLOYEE
from tests.tamper import behind

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ledger.voucher.signing.signed import SignedSet
    from ledger.workflow.signer import Signer
    from tests.office import Office

    #: What becomes of a set that says other pairs now.
    Signs = Callable[[SignedSet], SignedSet]
#: The columns of an event that name who did a step.
COLUMNS = {PREPARE: "prepared_by", APPROVE: "approved_by", POST: "posted_by"}


def read_again(office: Office) -> Stored:
    """Read the book as it stands."""
    with reading(office.desk.engine) as conn:
        book = read_books(conn)[EMPLOYEE]
        return read_stored(conn, book, office.desk.chart(book.fund))


def own_sets(who: Signer) -> Signs:
    """Sign anew what this person had signed; what others signed stays."""
    return lambda made: signed_anew(made, who) if made.by == who.name else made


def forged(who: Signer) -> Signs:
    """Sign everything with this person's key, under the names that stand there."""
    return lambda made: signed_anew(made, who, name=made.by)


def usurped(who: Signer) -> Signs:
    """Sign everything as this person, whoever had signed it."""
    return lambda made: signed_anew(made, who)


def signed_anew(made: SignedSet, who: Signer, name: str = "") -> SignedSet:
    """Put a person's signature under what a set says now, under a name."""
    by = name or who.name
    words = {"by": by, "key": who.public}
    pairs = tuple((key, words.get(key, value)) for key, value in made.pairs)
    digest = set_digest(pairs)
    signature = who.key.sign(digest)
    return replace(made, by=by, key=who.version, pairs=pairs, digest=digest, signature=signature)


def make_fit(office: Office, signs: Signs) -> None:
    """Make members, links and postings fit the rows as they stand, as far as `signs` can."""
    members_anew(office, signs)
    links_anew(office)
    postings_anew(office, signs)


def members_anew(office: Office, signs: Signs) -> None:
    """Put what the facts say now in the sets in which they were prepared and approved."""
    stored = read_again(office)
    names = {code: leaf.name for code, leaf in stored.leaves.items()}
    changed: dict[str, str] = {}
    with behind(office) as conn:
        f = si.signed_fact
        for row in (row for row in stored.rows() if row["id"] in stored.signing.facts):
            voucher = voucher_of(row)
            assert voucher is not None
            row["content_digest"] = content_digest_of(row, stored.papers.get(row["id"], []))
            parts, fact = parts_stored(stored, row, voucher, names), stored.signing.facts[row["id"]]
            before = replace(parts, public=fact["public_digest"], private=fact["private_digest"])
            changed[before.signed] = parts.signed
            digests = {"public_digest": parts.public, "private_digest": parts.private}
            conn.execute(sa.update(f).where(f.c.event == row["id"]).values(**digests))
            conn.execute(
                sa.update(s.event)
                .where(s.event.c.id == row["id"])
                .values(content_digest=row["content_digest"])
            )
        for made in stored.signing.sets.values():
            if made.act in (PREPARE, APPROVE):
                pairs = tuple((name, changed.get(value, value)) for name, value in made.pairs)
                put_set(conn, signs(replace(made, pairs=pairs)))


def put_set(conn: sa.Connection, made: SignedSet) -> None:
    """Write a set over what stood there."""
    g = si.signing
    conn.execute(
        sa.update(g)
        .where(g.c.book == made.book, g.c.id == made.id)
        .values(
            signer=made.by,
            key=made.key,
            content=canonical([list(pair) for pair in made.pairs]),
            digest=made.digest,
            signature=made.signature,
        )
    )


def links_anew(office: Office) -> None:
    """Chain the signed facts anew, in the order of their positions."""
    stored = read_again(office)
    names = {code: leaf.name for code, leaf in stored.leaves.items()}
    e = s.event
    with behind(office) as conn:
        for year, links in stored.links.items():
            previous = genesis(EMPLOYEE, year)
            for row in links:
                if row["id"] in stored.signing.facts:
                    voucher = voucher_of(row)
                    assert voucher is not None
                    shown, rest = digests_signed(stored, row, voucher, names)
                    link = link_of(previous, shown, rest)
                    digests = {"journal_digest": shown, "fact_digest": rest, "link": link}
                    conn.execute(sa.update(e).where(e.c.id == row["id"]).values(**digests))
                    previous = link
                else:
                    previous = row["link"]


def postings_anew(office: Office, signs: Signs) -> None:
    """Let each posting's set say where the chain stands now."""
    stored = read_again(office)
    posted = posted_by_set(stored)
    with behind(office) as conn:
        for made in stored.signing.sets.values():
            if made.act == POST:
                head = made.pairs[: len(made.pairs) - len(posted_again(stored, posted[made.id]))]
                pairs = (*head, *posted_again(stored, posted[made.id]))
                put_set(conn, signs(replace(made, pairs=pairs)))


def name_the_signers(office: Office) -> None:
    """Let the columns of the events name who the sets say."""
    stored = read_again(office)
    e, steps = s.event, {PREPARE: "prepared", APPROVE: "approved", POST: "posted"}
    with behind(office) as conn:
        for id_, fact in stored.signing.facts.items():
            by: Mapping[str, str] = {
                COLUMNS[act]: stored.signing.sets[fact[step]].by
                for act, step in steps.items()
                if fact[step]
            }
            conn.execute(sa.update(e).where(e.c.id == id_).values(**by))
