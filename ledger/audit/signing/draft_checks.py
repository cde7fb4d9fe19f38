"""Drafts against what was frozen of them: what a database shell changed is found before posting.

What the program itself would post otherwise by now (a month was closed, a policy adopted, a
hospital renamed) is no fault: posting sends such a draft back to 审核.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.audit.invariants import broken

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ledger.basis.errors import Finding
    from ledger.voucher.draft import Draft
    from ledger.voucher.signing.freezing import Frozen
    from ledger.voucher.signing.signed import SignedSet

CLAUSE = "财会〔2024〕12号·二十一(二)"
#: What stands in the public part as the draft's own row has it.
OWN_WORDS = ("date", "kind", "hospital", "year")
#: Pairs of the public part that say which legs there are.
LINE_WORDS = ("account", "side", "fen")


def check_draft(draft: Draft, before: Frozen, now: Frozen) -> Iterator[Finding]:
    """One draft's row says what was frozen of it; `now` is the row frozen as it stands."""
    if own_words(before) != own_words(now) or is_altered_behind(before, now):
        name = f"{draft.event.book} 草稿 {draft.event.key}"
        yield broken("DRAFT_ALTERED", f"{name}：与制单时定格的不同", CLAUSE)


def own_words(frozen: Frozen) -> list[tuple[str, str]]:
    """List what is the draft's own, whatever the rules say: its words, and how much it moves."""
    total = sum(abs(int(fen)) for name, fen in frozen.public if name == "fen")
    return [*(pair for pair in frozen.public if pair[0] in OWN_WORDS), ("total", str(total))]


def is_altered_behind(before: Frozen, now: Frozen) -> bool:
    """Tell a draft that moves what it moved, and of which something unseen is another."""
    return moved(before) == moved(now) and before.parts.private != now.parts.private


def moved(frozen: Frozen) -> list[tuple[str, str]]:
    """List accounts, sides and amounts of the lines."""
    return [pair for pair in frozen.public if pair[0] in LINE_WORDS]


def check_approval(
    draft: Draft, frozen: Frozen | None, sets: Mapping[str, SignedSet]
) -> Iterator[Finding]:
    """In an office that signs, whoever is named as the approver has signed."""
    made = sets.get(frozen.approved) if frozen is not None else None
    signer = (made.by, made.at) if made is not None else ("", "")
    if draft.approved_by and signer != (draft.approved_by, draft.approved_at):
        yield broken(
            "APPROVAL_UNSIGNED",
            f"{draft.event.book} 草稿 {draft.event.key}：登记由{draft.approved_by}审核，没有其签名",
            CLAUSE,
        )
