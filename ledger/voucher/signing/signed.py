"""What people sign (prepay/2): a fact's public and private part, and sets of facts.

The public part is what the journal will show but for the number, and can be recomputed from the
chain file; the private part is the rest. What people sign is SHA-256(public ‖ private). A set is
one signature over an ordered list: a file that was prepared, drafts that were approved, vouchers
that were posted, a seal. docs/chain-format.md states every byte.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ledger.basis.encoding import pairs_digest, tied
from ledger.basis.keys import ALGORITHM
from ledger.voucher.shown import Line, voucher_label

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ledger.basis.encoding import Pair
    from ledger.masters.leg import Leg

#: What a set is signed for.
PREPARE, APPROVE, POST, CLOSE = "prepare", "approve", "post", "close"
#: What two people sign for a fact of the office.
PROPOSE, CONFIRM = "propose", "confirm"
#: The event's columns of the public part, in this order; the voucher's stand between them.
PUBLIC_COLUMNS = ("book", "booked", "date", "kind", "movement", "hospital", "year", "summary")
#: The columns of a paper that digests cover, in this order.
PAPER_COLUMNS = (
    "line",
    "type",
    "number",
    "date",
    "title",
    "amount_fen",
    "sheets",
    "kept_with",
    "file",
)
#: The event's columns of the private part, in this order.
PRIVATE_COLUMNS = (
    "id",
    "unit",
    "key",
    "content_digest",
    "amount_fen",
    "corrects",
    "irregular",
    "content",
    "origin",
    "prepared_by",
    "prepared_at",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FactParts:
    """The two digests of a fact, and what people sign: both tied together."""

    public: str
    private: str

    @property
    def signed(self) -> str:
        """Return the digest that people sign."""
        return tied(self.public, self.private)


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedSet:
    """One signature: who signed what for which act, when, with which key.

    `pairs` are all that was signed, in order, `office` among them: the head of the office's chain
    that it leans on. `digest` is theirs; `signature` is empty where nobody has a key.
    """

    book: str
    id: str
    act: str
    by: str
    key: int
    at: str
    pairs: tuple[Pair, ...]
    digest: str
    signature: str

    def mark(self) -> str:
        """Return the digest of the set with its signature, as links cover it."""
        return pairs_digest("set-signed", (("set", self.digest), ("signature", self.signature)))

    def members(self) -> list[str]:
        """List the digests of the facts that were signed, in order."""
        return [value for name, value in self.pairs if name == "member"]


def public_pairs(
    event: Mapping[str, str | int],
    voucher: Mapping[str, str | int],
    form: str,
    corrects: str,
    lines: Sequence[Line],
) -> list[Pair]:
    """Write what the journal will show of a fact but for its number.

    `corrects` is the label of the voucher corrected. A 登记事项 has neither 摘要 nor lines.
    """
    row = {**event, "movement": voucher["movement"], "summary": voucher["summary"]}
    pairs = [(name, str(row[name])) for name in PUBLIC_COLUMNS]
    pairs += (("form", form), ("corrects", corrects), ("lines", str(len(lines))))
    for line in lines:
        pairs += (("account", line.account), ("name", line.name))
        pairs += (("side", line.side), ("fen", str(line.amount_fen)))
    return pairs


def lines_read(public: Iterable[Pair]) -> tuple[Line, ...]:
    """Read the lines back from a public part."""
    lines: list[Line] = []
    words: dict[str, str] = {}
    for name, value in public:
        words[name] = value
        if name == "fen":
            lines.append(line_read(words))
    return tuple(lines)


def line_read(words: Mapping[str, str]) -> Line:
    """Read one line from the words that stood last in a public part."""
    return Line(
        account=words["account"],
        name=words["name"],
        side=words["side"],
        amount_fen=int(words["fen"]),
    )


def private_pairs(
    event: Mapping[str, str | int],
    papers: Sequence[Mapping[str, str | int]],
    legs: Sequence[Leg],
) -> list[Pair]:
    """Write the rest of a fact: its words, papers with the digests of their files, legs."""
    pairs = [(name, str(event[name])) for name in PRIVATE_COLUMNS]
    pairs.append(("papers", str(len(papers))))
    for paper in papers:
        pairs += ((name, str(paper[name])) for name in PAPER_COLUMNS)
    pairs.append(("legs", str(len(legs))))
    for leg in legs:
        pairs += (("debit", leg.debit.code), ("credit", leg.credit.code))
        pairs.append(("fen", str(leg.amount_fen)))
    return pairs


def parts_of(public: Iterable[Pair], private: Iterable[Pair]) -> FactParts:
    """Digest the two parts of a fact."""
    return FactParts(
        public=pairs_digest("public", public), private=pairs_digest("private", private)
    )


def journal_digest_signed(label: str, public: str) -> str:
    """Digest what a journal shows of a signed fact: its label and its public part."""
    return pairs_digest("journal", (("label", label), ("public", public)))


def fact_digest_signed(
    private: str, prepared: str, approved: str, *, chain_year: int, position: int
) -> str:
    """Digest the rest of a signed fact: its private part and the marks of the sets it is in.

    `prepared` and `approved` are empty for what the program prepares itself (期末结转).
    """
    return pairs_digest(
        "fact",
        (
            ("private", private),
            ("prepared", prepared),
            ("approved", approved),
            ("chain_year", str(chain_year)),
            ("position", str(position)),
        ),
    )


def set_digest(pairs: Iterable[Pair]) -> str:
    """Digest what a set says: this is what is signed."""
    return pairs_digest("set", pairs)


def set_pairs(
    *, book: str, act: str, by: str, key: str, at: str, office: str, more: Iterable[Pair]
) -> tuple[Pair, ...]:
    """Write what a set says: who acts, with which key, leaning on which head of the office.

    `key` is the public key in hex, `office` `position:link`; `more` is what the act adds:
    members, or heads, positions and numbers.
    """
    return (
        ("book", book),
        ("act", act),
        ("by", by),
        ("algorithm", ALGORITHM),
        ("key", key),
        ("at", at),
        ("office", office),
        *more,
    )


def numbers_pairs(given: Iterable[tuple[str, int]]) -> list[Pair]:
    """Write which numbers were given in each period, first to last, of (period, number)."""
    numbers: dict[str, list[int]] = {}
    for period, number in given:
        numbers.setdefault(period, []).append(number)
    return [
        ("numbers", f"{voucher_label(period, min(found))}…{voucher_label(period, max(found))}")
        for period, found in sorted(numbers.items())
    ]


def member_pairs(members: Iterable[str]) -> list[Pair]:
    """Write the facts of a set, in order: the digest that is signed of each."""
    return [("member", member) for member in members]
