"""核对码: a short code of exactly the drafts that were shown, so that nothing else is approved.

The code is the beginning of a digest over the ordered list of what people sign of each draft, so
that what was shown, what is signed and what is posted are one thing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ledger.basis.encoding import pairs_digest
from ledger.basis.text import narrow
from ledger.masters.stand_in import called
from ledger.voucher.signing.signed import lines_read, member_pairs

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ledger.voucher.draft import Draft
    from ledger.voucher.shown import Line
    from ledger.voucher.signing.freezing import Frozen

#: Digits and letters without I, L, O and U: nothing looks like anything else.
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
#: What people write for what they read.
MISREAD = str.maketrans({"O": "0", "I": "1", "L": "1", "-": None, " ": None})
#: Ten signs of five bits each; written in two halves.
LENGTH, HALF, BITS = 10, 5, 5
#: So many hex digits hold them.
DIGITS = -(-LENGTH * BITS // 4)


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftSeen:
    """A draft as it is shown: what was frozen of it, what its hospital is called, what was 代."""

    draft: Draft
    frozen: Frozen
    hospital: str
    stood: frozenset[str] = frozenset()

    def signer(self, step: str) -> str:
        """Name who took a step (`approved_by`), with 代 where it was by 代理."""
        return called(getattr(self.draft, step), stood=step in self.stood)

    def word(self, name: str) -> str:
        """Return a word of what the journal will show of it."""
        return dict(self.frozen.public)[name]

    @property
    def lines(self) -> tuple[Line, ...]:
        """Return the 借/贷 lines that it will have."""
        return lines_read(self.frozen.public)

    @property
    def amount_fen(self) -> int:
        """Add up the debit side (red counts negative); a 登记事项 shows what it says."""
        if self.draft.event.LEGLESS:
            return self.draft.event.shown_fen
        return sum(line.amount_fen for line in self.lines if line.side == "debit")


def seen_order(seen: DraftSeen) -> tuple[bool, str, str]:
    """Order drafts as they are shown: special cases first, then as they were prepared by book."""
    return shown_order(seen.draft)


def shown_order(draft: Draft) -> tuple[bool, str, str]:
    """Order drafts as they are shown, and signed."""
    return not draft.event.irregular, draft.event.book, draft.id


def awaiting(shown: Iterable[DraftSeen]) -> list[DraftSeen]:
    """Keep what waits for 审核, in the order in which it is shown."""
    return sorted((seen for seen in shown if not seen.draft.approved_by), key=seen_order)


def seen_code(shown: Iterable[DraftSeen]) -> str:
    """Return the code of drafts in the order in which they are shown; "" for none."""
    signed = [seen.frozen.parts.signed for seen in shown]
    return code_of_digests(signed) if signed else ""


def code_of_digests(digests: Iterable[str]) -> str:
    """Write the beginning of a digest over digests: ten signs, `7K3M9-QXAB2`."""
    start = pairs_digest("seen", member_pairs(digests))[:DIGITS]
    bits = int(start, 16) >> (4 * DIGITS - LENGTH * BITS)
    signs = [ALPHABET[bits >> (place * BITS) & 31] for place in reversed(range(LENGTH))]
    return "".join(signs[:HALF]) + "-" + "".join(signs[HALF:])


def code_read(text: str) -> str:
    """Read a code as somebody copied it; "" where it is none."""
    signs = narrow(text).upper().translate(MISREAD)
    if len(signs) != LENGTH or set(signs) - set(ALPHABET):
        return ""
    return f"{signs[:HALF]}-{signs[HALF:]}"
