"""签名: who acts puts their key under what they did, one signature for each set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.basis.errors import refuse
from ledger.store.signing.sets import is_signing_on, office_head, write_set
from ledger.voucher.signing.signed import SignedSet, set_digest, set_pairs

if TYPE_CHECKING:
    from collections.abc import Iterable

    import sqlalchemy as sa

    from ledger.basis.encoding import Pair
    from ledger.workflow.desk import Desk
    from ledger.workflow.signer import Signer

CLAUSE_SIGNED = "财会〔2024〕12号·二十一(二)"


def sign_set(
    desk: Desk, conn: sa.Connection, book: str, act: str, more: Iterable[Pair], *, at: str = ""
) -> SignedSet:
    """Sign a set with the key of who acts, and write it; `more` is what the act adds.

    Raises Refused where no key is open (NOT_LOGGED_IN) or it is another's (SIGNER_OTHER).
    """
    signer = open_key(desk)
    moment = at or desk.now()
    pairs = set_pairs(
        book=book,
        act=act,
        by=signer.name,
        key=signer.public,
        at=moment,
        office=office_head(conn),
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
    signer = desk.signer
    if signer is None:
        raise refuse(
            "NOT_LOGGED_IN",
            f"本单位已启用签名，{desk.operator}还没有用密码打开自己的密钥",
            f"先登录：prepay --as {desk.operator} login，或加 --password-stdin",
            clause=CLAUSE_SIGNED,
        )
    if signer.name != desk.operator:
        raise refuse(
            "SIGNER_OTHER",
            f"登录的是{signer.name}，这次却由{desk.operator}办理，不能用别人的密钥签名",
            f"由{desk.operator}登录后办理，或去掉 --as，由{signer.name}办理",
            clause=CLAUSE_SIGNED,
        )
    return signer
