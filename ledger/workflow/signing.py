"""签名: who acts puts their key under what they did, one signature for each set."""

from __future__ import annotations

from itertools import chain
from operator import itemgetter
from typing import TYPE_CHECKING

from ledger.basis.errors import Finding, Refused
from ledger.masters.office import reset_conflicts
from ledger.store.signing.office import read_office
from ledger.store.signing.sets import is_signing_on, read_set_signers, write_set
from ledger.voucher.signing.signed import SignedSet, set_digest, set_pairs
from ledger.workflow.signer import CLAUSE_SIGNED, own_signer, refuse_outdated

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    import sqlalchemy as sa

    from ledger.basis.encoding import Pair
    from ledger.masters.office import Office
    from ledger.workflow.desk import Desk
    from ledger.workflow.signer import Signer


def sign_set(
    desk: Desk, conn: sa.Connection, book: str, act: str, more: Iterable[Pair], *, at: str = ""
) -> SignedSet:
    """Sign a set with the key of who acts, and write it; `more` is what the act adds.

    Raises Refused where no key is open (NOT_LOGGED_IN), it is another's (SIGNER_OTHER), or not
    the one that counts (KEY_OUTDATED, KEY_SAMPLE).
    """
    signer = open_key(desk)
    office = read_office(conn)
    refuse_outdated(office, signer)
    return put_set(desk, conn, office, (book, act), more, at=at)


def put_set(
    desk: Desk,
    conn: sa.Connection,
    office: Office,
    what: tuple[str, str],
    more: Iterable[Pair],
    *,
    at: str = "",
) -> SignedSet:
    """Sign a set, of a book for an act, with an open key that may not count yet.

    Only whoever registers that very key signs so.
    """
    book, act = what
    signer = open_key(desk)
    moment = at or desk.now()
    pairs = set_pairs(
        book=book,
        act=act,
        by=signer.name,
        key=signer.public,
        at=moment,
        office=office.cited(),
        more=more,
    )
    digest = set_digest(pairs)
    signed = SignedSet(
        book=book,
        id=desk.identity.new(),
        act=act,
        by=signer.name,
        key=signer.version,
        at=moment,
        pairs=pairs,
        digest=digest,
        signature=signer.key.sign(digest),
    )
    write_set(conn, signed)
    return signed


def signed_where_on(
    desk: Desk, conn: sa.Connection, book: str, act: str, more: Iterable[Pair], *, at: str = ""
) -> SignedSet | None:
    """Sign a set where the office has switched signing on; None where it has not."""
    if not is_signing_on(conn):
        return None
    return sign_set(desk, conn, book, act, more, at=at)


def open_key(desk: Desk) -> Signer:
    """Return the open key of who acts; raises Refused where there is none."""
    return own_signer(desk.signer, desk.operator)


def refuse_givers(
    desk: Desk, conn: sa.Connection, book: str, signed: Iterable[tuple[str, Sequence[str]]]
) -> None:
    """Refuse to sign beside a key that the same hand may have reset.

    `signed` names what each fact is called by, and the sets under it.
    """
    office, signer = read_office(conn), open_key(desk)
    if not office.has_resets():
        return
    facts = list(signed)
    signers = read_set_signers(conn, book, chain.from_iterable(map(itemgetter(1), facts)))
    found: dict[Finding, None] = {}
    for what, ids in facts:
        before = filter(None, map(signers.get, ids))
        hands = giver_findings(office, what, [*before, (signer.name, signer.version)])
        found.update(dict.fromkeys(hands))
    if found:
        raise Refused(found)


def giver_findings(
    office: Office, what: str, signers: Iterable[tuple[str, int]]
) -> Iterator[Finding]:
    """Word each hand that may be behind two signatures of a fact."""
    for owner, giver in reset_conflicts(office, signers):
        yield giver_finding(what, owner, giver)


def giver_finding(what: str, owner: str, giver: str) -> Finding:
    """Word that who reset somebody's key stands opposite it."""
    return Finding(
        code="KEY_GIVER",
        message=f"{what}：{owner}用的密钥是{giver}重置的，同一事项的另一签名可能也出自{giver}之手",
        clause=CLAUSE_SIGNED,
        remedy=f"由另一人办理；或由{owner}更换自己的密钥："
        f"prepay --as {owner} operator reset {owner}，由{giver}以外的人确认，"
        f"再由{owner}重新签名；没有别人的，用恢复码",
        key=what,
    )
