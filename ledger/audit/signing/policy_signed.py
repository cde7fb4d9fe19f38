"""Checks that each reading and each text that came after switching on was signed by two people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.audit.choice_checks import last_proposals
from ledger.audit.invariants import Row, Stored, broken
from ledger.audit.policy_checks import versions_of
from ledger.policy.settled import TEXT, adoption_content, choice_content
from ledger.store.policy import CHOICE
from ledger.voucher.signing.signed import CONFIRM, PROPOSE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ledger.basis.errors import Finding

CLAUSE = "财会〔2024〕12号·二十一(二)"


def check_policy_signed(stored: Stored) -> Iterator[Finding]:
    """What holds since signing is on was proposed by one and confirmed by another, both signing."""
    yield from check_choices_signed(stored)
    yield from check_texts_signed(stored)


def check_choices_signed(stored: Stored) -> Iterator[Finding]:
    """Each reading chosen since was signed by its proposer and by whoever confirmed it."""
    proposals = last_proposals(stored)
    for row in stored.policy.values:
        proposed = proposals.get((row["name"], row["version"]))
        if row["layer"] != CHOICE or not must_sign(stored, row["name"], row["version"]):
            continue
        what = f"{stored.book.code} 口径 {row['name']} 第 {row['version']} 次选定"
        content = choice_content(proposed) if proposed is not None else ""
        by = proposed["recorded_by"] if proposed is not None else ""
        yield from check_both(stored, what, content, (by, row["recorded_by"]))


def must_sign(stored: Stored, name: str, version: int) -> bool:
    """Tell what came after the switching on."""
    return stored.signing.office.must_sign_policy(stored.book.code, name, version)


def check_texts_signed(stored: Stored) -> Iterator[Finding]:
    """Each text adopted since was signed so; the one with which a book was opened is not."""
    proposed: dict[str, list[Row]] = {}
    for version, layers in versions_of(stored).items():
        head = layers[0]
        if not head["adopted_by"]:
            proposed[head["recorded_by"]] = layers
        elif version > 1 and must_sign(stored, TEXT, version):
            said = proposed.get(head["recorded_by"], [])
            what = f"{stored.book.code} 政策方案第 {version} 版"
            by = (head["recorded_by"], head["adopted_by"])
            yield from check_both(stored, what, text_content(said), by)


def text_content(layers: list[Row]) -> str:
    """Digest a proposed text as its rows have it; "" where there is none."""
    if not layers:
        return ""
    names = [(row["layer"], row["digest"]) for row in layers]
    return adoption_content(layers[0]["version"], names, layers[0]["reason"])


def check_both(
    stored: Stored, what: str, content: str, people: tuple[str, str]
) -> Iterator[Finding]:
    """Both people signed a content, one to propose it and another to confirm it."""
    made = [made for made in stored.signing.sets.values() if ("policy", content) in made.pairs]
    signed = {(one.act, one.by) for one in made}
    two = {(PROPOSE, people[0]), (CONFIRM, people[1])}
    if people[0] == people[1] or not two <= signed:
        yield broken("POLICY_UNSIGNED", f"{what}：没有提出人和确认人的签名", CLAUSE)
