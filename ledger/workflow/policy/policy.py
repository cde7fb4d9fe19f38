"""政策方案 of a book: what it works from, and the adoption of a new text.

A book works from the text that it adopted, so an upgrade changes nothing by itself. When a
layer's file says something else, posting and 核定 stop until two people have looked at it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ledger.basis.errors import refuse
from ledger.masters.duties import PROPOSER
from ledger.policy.compared import LayerChange, changes_between
from ledger.policy.layers import load_layers, texts_of
from ledger.policy.profile import Policy
from ledger.store.engine import reading, writing
from ledger.store.facts import adopted_policy
from ledger.store.policy import (
    Adoption,
    read_adopted,
    read_choices,
    read_proposed,
    record_layers,
)
from ledger.store.signing.people import read_people
from ledger.store.signing.sets import is_signing_on
from ledger.workflow.desk import acting, books_asked, note, refusals_logged
from ledger.workflow.policy.policy_signing import (
    content_of_text,
    sign_confirmed,
    sign_proposed,
    was_signed,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    import sqlalchemy as sa

    from ledger.basis.errors import Refused
    from ledger.masters.book import Book
    from ledger.policy.values import Layer
    from ledger.workflow.desk import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class Adopting:
    """What `adopt` did for a book: proposed or adopted, by whom, and what changes."""

    book: Book
    adopted: bool
    proposed_by: str
    reason: str
    changes: tuple[LayerChange, ...]


def profile_folder(desk: Desk) -> Path:
    """Return the folder of the office's own profiles, beside the database."""
    return desk.folder() / "profiles"


def layers_of(desk: Desk, profile: str) -> tuple[Layer, ...]:
    """Read a profile's layers from their files, the office's own first."""
    return load_layers(profile, profile_folder(desk))


def policy_of(desk: Desk, conn: sa.Connection, book: Book) -> Policy:
    """Return the policy that a book works from: its adopted text, and the readings chosen.

    A book of 0.1.0 that never adopted any reads the files; nothing may be posted there
    before it has (`policy_in_use`).
    """
    return adopted_policy(conn, book, profile_folder(desk))


def policy_in_use(desk: Desk, conn: sa.Connection, book: Book) -> Policy:
    """Return the policy that a write obeys; refuse while a layer's file says something else.

    A file that is gone is no change: the adopted text stands. Raises Refused (PROFILE_CHANGED).
    """
    adopted = read_adopted(conn, book.code)
    changed = differing(desk, adopted, book)
    if changed:
        names = "、".join(f"{name}.yaml" for name in changed)
        raise refuse(
            "PROFILE_CHANGED",
            f"{book.name}采用的政策方案 {book.profile} 与文件不一致：{names}",
            "两人办理：一人提出 prepay policy adopt --reason 理由，"
            "另一人（会计主管）核对前后取值后 prepay policy adopt",
        )
    assert adopted is not None, "a book that never adopted any is refused"
    return Policy(layers=adopted.layers, chosen=read_choices(conn, book.code))


def changed_layers(desk: Desk, conn: sa.Connection, book: Book) -> list[str]:
    """Name the layers whose file differs from what the book adopted."""
    return differing(desk, read_adopted(conn, book.code), book)


def differing(desk: Desk, adopted: Adoption | None, book: Book) -> list[str]:
    """Name the layers whose file differs from an adoption; all of them where there is none."""
    if adopted is None:
        return [layer.name for layer in layers_of(desk, book.profile)]
    own = {layer.name: layer.text for layer in adopted.layers}
    texts = texts_of(profile_folder(desk), list(own))
    return [name for name, text in own.items() if texts.get(name, text) != text]


def adopt_at_init(desk: Desk, conn: sa.Connection, book: Book, layers: Sequence[Layer]) -> str:
    """Record the layers that a new book begins with, adopted by whoever opens it.

    Gives the reason, for the line in the log that opens the book.
    """
    by, at = desk.operator or "-", desk.now()
    record_layers(
        conn, book.code, layers, reason="建账", by=by, at=at, adopted_by=by, adopted_at=at
    )
    return "建账"


def adopt(desk: Desk, book: str, reason: str = "", *, dry_run: bool = False) -> list[Adopting]:
    """采用政策方案: propose the changed text of each book's layers, or adopt what was proposed.

    The first person gives the reason, another (会计主管) adopts exactly what was proposed.
    Both are logged with every value before and after.
    """
    with reading(desk.engine) as conn:
        changed = [one for one in books_asked(conn, book) if changed_layers(desk, conn, one)]
    with (
        refusals_logged(desk, "policy-adopt", book or "-", book or "-"),
        writing(desk.engine, [one.code for one in changed], dry_run=dry_run) as conn,
    ):
        if not changed:
            raise refuse(
                "NOTHING_TO_ADOPT",
                "各账套采用的政策方案与文件一致，没有可采用的变化",
                "无须办理；查看现行取值用 prepay policy show",
            )
        return [adopt_one(desk, conn, one, reason.strip()) for one in changed]


def adopt_one(desk: Desk, conn: sa.Connection, book: Book, reason: str) -> Adopting:
    """Propose or adopt the text of one book's layers."""
    adopted = read_adopted(conn, book.code)
    kept = adopted.layers if adopted else ()
    layers = load_layers(book.profile, profile_folder(desk), kept)
    changes = changes_between(kept, layers)
    proposed = read_proposed(conn, book.code)
    if proposed is not None and stands_for(conn, book.code, proposed, layers):
        second_person(desk, conn, proposed)
        content = content_of_text(conn, book.code)
        sign_confirmed(desk, conn, book.code, content, proposed.by, f"政策方案 {book.profile}")
        record_layers(
            conn,
            book.code,
            layers,
            reason=proposed.reason,
            by=proposed.by,
            at=proposed.at,
            adopted_by=desk.operator,
            adopted_at=desk.now(),
        )
        done = Adopting(
            book=book,
            adopted=True,
            proposed_by=proposed.by,
            reason=proposed.reason,
            changes=changes,
        )
    else:
        acting(desk, conn, PROPOSER, "提出采用政策方案")
        if not reason:
            raise no_reason(proposed, layers)
        record_layers(
            conn,
            book.code,
            layers,
            reason=reason,
            by=desk.operator,
            at=desk.now(),
            adopted_by="",
            adopted_at="",
        )
        sign_proposed(desk, conn, book.code, content_of_text(conn, book.code))
        done = Adopting(
            book=book, adopted=False, proposed_by=desk.operator, reason=reason, changes=changes
        )
    note(desk, conn, book.code, "policy-adopt", book.profile, adoption_words(done, kept, layers))
    return done


def stands_for(conn: sa.Connection, book: str, proposed: Adoption, layers: Sequence[Layer]) -> bool:
    """Tell whether a proposal is of these texts, and signed where the office signs."""
    same = proposed.digests() == {layer.name: layer.digest for layer in layers}
    return same and was_signed(conn, book, content_of_text(conn, book), proposed.by)


def no_reason(proposed: Adoption | None, layers: Sequence[Layer]) -> Refused:
    """Refuse a proposal without a reason; whoever came to adopt is told what has changed since."""
    if proposed is None:
        return refuse("REASON_MISSING", "提出采用政策方案须写明理由", "用 --reason 写明理由")
    known = proposed.digests()
    moved = [f"{layer.name}.yaml" for layer in layers if known.get(layer.name) != layer.digest]
    moved += [f"{name}.yaml" for name in known if name not in {layer.name for layer in layers}]
    if not moved:
        return refuse(
            "PROPOSAL_UNSIGNED",
            f"{proposed.by} {proposed.at[:10]} 的提出没有签名（在启用签名以前）",
            "重新提出：prepay policy adopt --reason 理由",
        )
    return refuse(
        "PROPOSAL_STALE",
        f"{proposed.by} {proposed.at[:10]} 提出的不是现在的文字，文件在提出之后又变了："
        f"{'、'.join(moved)}",
        "核对新的文字后重新提出：prepay policy adopt --reason 理由",
    )


def adoption_words(
    done: Adopting, kept: Sequence[Layer], layers: Sequence[Layer]
) -> dict[str, object]:
    """Write an adoption for the log: its stage, the digests and the values before and after."""
    return {
        "stage": "adopted" if done.adopted else "proposed",
        "proposed_by": done.proposed_by,
        "reason": done.reason,
        "before": {layer.name: layer.digest for layer in kept},
        "after": {layer.name: layer.digest for layer in layers},
        "values": [
            {"layer": c.layer, "name": c.name, "before": c.before, "after": c.after}
            for c in done.changes
        ],
    }


def second_person(desk: Desk, conn: sa.Connection, proposed: Adoption) -> None:
    """Ask for a chief who is not the one that proposed.

    Where the office signs, one of the two is a chief, as with every other fact of two people.
    """
    people = read_people(conn, desk.clock_day())
    by_chief = proposed.by in people and people[proposed.by].may("chief")
    duty = PROPOSER if by_chief and is_signing_on(conn) else "chief"
    acting(desk, conn, duty, "采用政策方案")
    if desk.operator == proposed.by:
        raise refuse(
            "FOUR_EYES",
            f"这份政策方案由 {proposed.by} 本人提出，不能由本人采用",
            "由另一位会计主管核对前后取值后采用：prepay policy adopt",
            clause="财会〔2024〕12号·二十一(二)",
        )
