"""Proves in a journal what people signed: each set, and each fact against the sets that it names.

Whose key it is, and who might sign, stands in the chain of the office: that is for the chain
file and for `prepay verify`. Here the fingerprints are to be compared with the printed cover.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ledger.audit.journal_registers import text
from ledger.basis.keys import fingerprint
from ledger.voucher.signing.set_faults import set_fault
from ledger.voucher.signing.signed import (
    APPROVE,
    POST,
    PREPARE,
    FactParts,
    SignedSet,
    fact_digest_signed,
    numbers_pairs,
    set_digest,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from beancount.core.data import Custom, Meta

STEPS = {"prepared": (PREPARE, "制单"), "approved": (APPROVE, "审核"), "posted": (POST, "记账")}


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedLink:
    """A link that names what people signed: its place, the link before, its own, its label."""

    position: int
    previous: str
    link: str
    label: str


NO_LINK = SignedLink(position=0, previous="", link="", label="")


def read_set(entry: Custom) -> SignedSet:
    """Read a set from its directive; what it does not say is empty."""
    words = [str(value.value) for value in entry.values]
    pairs = tuple(zip(words[::2], words[1::2], strict=False))
    said = dict(pairs)
    return SignedSet(
        book=said.get("book", ""),
        id=text(entry.meta, "id"),
        act=said.get("act", ""),
        by=said.get("by", ""),
        key=0,
        at=said.get("at", ""),
        pairs=pairs,
        digest=set_digest(pairs),
        signature=text(entry.meta, "signature"),
    )


def set_entry_fault(made: SignedSet, book: str, known: SignedSet | None) -> str:
    """Say what is wrong with a set by itself: it is this book's, and by the key that it says."""
    if made.book != book:
        return "签名不是这个账套的"
    if known is not None and known != made:
        return "同一签名在两处所载不同"
    return set_fault(made, dict(made.pairs).get("key", ""))


def fact_fault(
    meta: Meta, public: str, sets: Mapping[str, SignedSet], place: tuple[int, int]
) -> str:
    """Say what is wrong with what people signed of a fact; `place` is its year and position."""
    parts = FactParts(public=public, private=text(meta, "private"))
    found = {step: sets.get(text(meta, f"{step}_set")) for step in STEPS}
    prepared, approved = (mark_of(found[step]) for step in ("prepared", "approved"))
    year, position = place
    digest = fact_digest_signed(
        parts.private, prepared, approved, chain_year=year, position=position
    )
    if digest != text(meta, "fact"):
        return "校验值与制单、审核签名不符"
    faults = (step_fault(meta, step, made, parts.signed) for step, made in found.items())
    return next(filter(None, faults), "")


def mark_of(made: SignedSet | None) -> str:
    """Return the mark of a set; empty where there is none."""
    return made.mark() if made is not None else ""


def step_fault(meta: Meta, step: str, made: SignedSet | None, signed: str) -> str:
    """Say what is wrong with one step of a fact."""
    act, term = STEPS[step]
    if made is None:
        due = text(meta, f"{step}_set") or step == "posted"
        return f"没有{term}签名" if due else ""
    members = [signed] if step == "posted" else made.members()
    if made.act != act or signed not in members:
        return f"{term}人没有签过这一内容"
    return f"{term}人或其密钥与签名（{made.by}）不同" * names_fault(meta, step, made)


def names_fault(meta: Meta, step: str, made: SignedSet) -> bool:
    """Tell that a step's name or key is not its set's; a 登记事项 is posted by who approved."""
    name = text(meta, f"{step}_by") or text(meta, "approved_by")
    key = dict(made.pairs).get("key", "")
    return (name, text(meta, f"{step}_key")) != (made.by, fingerprint(key))


def post_fault(made: SignedSet, links: Sequence[SignedLink], year: int) -> str:
    """Say whether a posting is not of exactly the links that name it."""
    said = [pair for pair in made.pairs if pair[0] in POSTED]
    return "" if said == posted_again(links, year) else "记账签名所签的链首、环次或凭证号与现状不同"


POSTED = ("year", "previous", "head", "first", "last", "numbers")


def posted_again(links: Sequence[SignedLink], year: int) -> list[tuple[str, str]]:
    """Say anew what a posting says of its links; nothing where they do not follow on."""
    first, last = (links[0], links[-1]) if links else (NO_LINK, NO_LINK)
    if [one.position for one in links] != list(range(first.position, last.position + 1)):
        return []
    return [
        ("year", str(year)),
        ("previous", first.previous),
        ("head", last.link),
        ("first", str(first.position)),
        ("last", str(last.position)),
        *numbers_pairs(map(number_of, filter(None, (one.label for one in links)))),
    ]


def number_of(label: str) -> tuple[str, int]:
    """Read period and number of a voucher's label."""
    words, _, number = label.rpartition("-")
    return words.partition(" ")[0], int(number) if number.isdecimal() else 0
