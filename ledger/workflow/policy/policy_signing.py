"""政策 by two people who sign: what one proposed and another confirms, where signing is on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.basis.errors import refuse
from ledger.policy.settled import adoption_content, choice_content
from ledger.store.policy import read_proposal_row, read_proposed
from ledger.store.signing.office import read_office
from ledger.store.signing.sets import is_signing_on, read_sets_of_act
from ledger.voucher.signing.set_faults import set_fault
from ledger.voucher.signing.signed import CONFIRM, PROPOSE
from ledger.workflow.signer import CLAUSE_SIGNED
from ledger.workflow.signing import refuse_givers, sign_set, signed_where_on

if TYPE_CHECKING:
    import sqlalchemy as sa

    from ledger.masters.office import Office
    from ledger.voucher.signing.signed import SignedSet
    from ledger.workflow.desk import Desk


def content_of_choice(conn: sa.Connection, book: str, name: str) -> str:
    """Digest what is proposed of a reading."""
    return choice_content(read_proposal_row(conn, book, name))


def content_of_text(conn: sa.Connection, book: str) -> str:
    """Digest the text that is proposed for a book."""
    proposed = read_proposed(conn, book)
    assert proposed is not None
    layers = [(layer.name, layer.digest) for layer in proposed.layers]
    return adoption_content(proposed.version, layers, proposed.reason)


def sign_proposed(desk: Desk, conn: sa.Connection, book: str, content: str) -> None:
    """Let the proposer sign, where the office signs."""
    signed_where_on(desk, conn, book, PROPOSE, (("policy", content),))


def sign_confirmed(
    desk: Desk, conn: sa.Connection, book: str, content: str, proposer: str, what: str
) -> None:
    """Let another person sign what was proposed, where the office signs.

    Raises Refused where the proposer has not signed exactly this (PROPOSAL_UNSIGNED), or one hand
    may stand behind both.
    """
    if not is_signing_on(conn):
        return
    proposed = signed_proposal(conn, book, content, proposer)
    if proposed is None:
        raise refuse(
            "PROPOSAL_UNSIGNED",
            f"{what}：{proposer}没有签过这一提出，不能确认",
            f"由{proposer}重新提出",
            clause=CLAUSE_SIGNED,
        )
    refuse_givers(desk, conn, book, [(what, [proposed.id])])
    sign_set(desk, conn, book, CONFIRM, (("proposed", proposed.mark()), ("policy", content)))


def was_signed(conn: sa.Connection, book: str, content: str, proposer: str) -> bool:
    """Tell whether a proposal is good: signed by its proposer, or nobody signs yet."""
    return not is_signing_on(conn) or signed_proposal(conn, book, content, proposer) is not None


def signed_proposal(
    conn: sa.Connection, book: str, content: str, proposer: str
) -> SignedSet | None:
    """Return the set by which somebody proposed a content; None where there is none."""
    office, made = read_office(conn), read_sets_of_act(conn, book, PROPOSE)
    return next((one for one in made if is_proposal(office, one, content, proposer)), None)


def is_proposal(office: Office, made: SignedSet, content: str, proposer: str) -> bool:
    """Tell whether a set is this person's proposal of this content, by the key that counts."""
    key = office.key_of(proposer)
    said = made.by == proposer and ("policy", content) in made.pairs
    return said and key is not None and not set_fault(made, key.public)
