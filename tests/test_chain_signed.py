"""The format of what people signed: the page is enough, with `hashlib` and RFC 8032 alone."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

import pytest

from ledger.audit import check_chain
from ledger.basis.keys import PrivateKey, fingerprint, verified
from ledger.masters.chart import Account
from ledger.masters.leg import Leg
from ledger.masters.office import OFFICE_GENESIS, content_pairs
from ledger.voucher.shown import Line
from ledger.voucher.signing.signed import (
    PAPER_COLUMNS,
    PRIVATE_COLUMNS,
    PUBLIC_COLUMNS,
    parts_of,
    private_pairs,
    public_pairs,
)
from tests.test_chain import EXAMPLES, PAGE, linked, sha

if TYPE_CHECKING:
    from collections.abc import Mapping

Pairs = list[tuple[str, str]]
SIGNED = [(fields, found) for fields, found in EXAMPLES if fields[0] == "prepay/2"]
SETS = [(fields, found) for fields, found in SIGNED if fields[1] == "set"]
WORDS = [
    "public",
    "private",
    "set",
    "set-signed",
    "set",
    "journal",
    "fact",
    "set",
    "genesis",
    "office-content",
    "set",
    "office-fact",
]


def pairs_in(fields: list[str]) -> Pairs:
    """Read the pairs of an example."""
    return list(zip(fields[2::2], fields[3::2], strict=True))


def example(word: str) -> tuple[list[str], str]:
    """Find the page's only example of a word."""
    (found,) = [one for one in SIGNED if one[0][1] == word]
    return found


def set_example(act: str) -> tuple[Mapping[str, str], str]:
    """Find the page's set of an act: what it says, and its digest."""
    ((fields, found),) = [one for one in SETS if one[0][5] == act]
    return dict(pairs_in(fields)), found


def key_in(name: str) -> PrivateKey:
    """Make somebody's private key as the page says."""
    return PrivateKey(raw=hashlib.sha256(name.encode()).digest())


def mark(digest: str, signature: str) -> str:
    """Digest a set with its signature as the page says."""
    return sha(["prepay/2", "set-signed", "set", digest, "signature", signature])


def signature_of(act: str) -> str:
    """Sign the page's set of an act anew: Ed25519 has one signature of a message."""
    said, digest = set_example(act)
    return key_in(said["by"]).sign(digest)


def test_the_page_has_an_example_of_every_digest_that_is_signed() -> None:
    assert [fields[1] for fields, _ in SIGNED] == WORDS


@pytest.mark.parametrize("at", range(len(WORDS)))
def test_each_example_comes_out_with_hashlib_alone(at: int) -> None:
    fields, found = SIGNED[at]
    assert sha(fields) == found
    assert check_chain.pairs_digest(fields[1], pairs_in(fields)) == found
    assert "" not in fields, "a pair without a value is left out"


@pytest.mark.parametrize("act", ["prepare", "approve", "post", "confirm"])
def test_each_signature_of_the_page_is_its_signers(act: str) -> None:
    said, digest = set_example(act)
    signature = signature_of(act)
    assert signature in PAGE
    assert said["key"] == key_in(said["by"]).public()
    assert verified(said["key"], digest, signature)
    message = b"prepay/2 signature\n" + bytes.fromhex(digest)
    raws = bytes.fromhex(said["key"]), message, bytes.fromhex(signature)
    assert len(message) == 51
    assert check_chain.verified_alone(*raws)


def test_a_fact_is_tied_to_its_two_people_and_to_its_place() -> None:
    signed = re.search(r"Signed: `(\w{64})`", PAGE)
    assert signed is not None
    public, private = example("public")[1], example("private")[1]
    assert hashlib.sha256(bytes.fromhex(public + private)).hexdigest() == signed[1]
    prepare, approve = set_example("prepare"), set_example("approve")
    assert prepare[0]["member"] == approve[0]["member"] == signed[1]
    assert dict(pairs_in(example("journal")[0]))["public"] == public
    rest = dict(pairs_in(example("fact")[0]))
    assert rest["private"] == private
    assert rest["prepared"] == mark(prepare[1], signature_of("prepare"))
    assert rest["prepared"] == example("set-signed")[1]
    assert rest["approved"] == mark(approve[1], signature_of("approve"))
    tied = dict(re.findall(r"^(previous|journal|fact|link)-2 +(\w{64})$", PAGE, re.MULTILINE))
    assert (tied["journal"], tied["fact"]) == (example("journal")[1], example("fact")[1])
    assert linked(tied["previous"], tied["journal"], tied["fact"]) == tied["link"]
    post, _ = set_example("post")
    assert (post["previous"], post["head"]) == (tied["previous"], tied["link"])


def test_the_office_is_a_chain_that_sets_cite() -> None:
    genesis, fact = example("genesis")[1], dict(pairs_in(example("office-fact")[0]))
    assert genesis == OFFICE_GENESIS
    confirm, digest = set_example("confirm")
    assert confirm["office"] == f"0:{genesis}"
    assert confirm["content"] == example("office-content")[1]
    assert confirm["proposed"] == fact["proposed"]
    assert fact["confirmed"] == mark(digest, signature_of("confirm"))
    raw = bytes.fromhex(genesis + example("office-fact")[1])
    assert set_example("post")[0]["office"] == f"1:{hashlib.sha256(raw).hexdigest()}"


def test_the_program_writes_the_very_pairs_of_the_page() -> None:
    """The page's order of columns is the code's."""
    shown, rest = pairs_in(example("public")[0]), pairs_in(example("private")[0])
    words = dict(shown) | dict(rest)
    head, lines = named(shown, ("account", "name", "side", "fen"))
    assert [name for name, _ in head if name != "lines"] == [
        name for name in PUBLIC_COLUMNS if words.get(name)
    ]
    event = {name: dict(head).get(name, "") for name in PUBLIC_COLUMNS}
    made = [
        Line(account=row["account"], name=row["name"], side=row["side"], amount_fen=int(row["fen"]))
        for row in lines
    ]
    voucher: dict[str, str | int] = {"movement": words["movement"], "summary": words["summary"]}
    public = public_pairs(event, voucher, "", "", made)
    own = rest[: [name for name, _ in rest].index("papers")]
    assert [name for name, _ in own] == [name for name in PRIVATE_COLUMNS if dict(own).get(name)]
    _, papers = named(rest[len(own) + 1 : -4], tuple(PAPER_COLUMNS))
    legs = [leg_of(dict(rest[-3:]))]
    columns = {name: dict(own).get(name, "") for name in PRIVATE_COLUMNS}
    private = private_pairs(columns, papers, legs)
    parts = parts_of(public, private)
    assert (parts.public, parts.private) == (example("public")[1], example("private")[1])
    said = pairs_in(example("office-content")[0])
    assert content_pairs("key", "主管丁", said)[2] == ("content", example("office-content")[1])
    found = re.search(r"`((?:[0-9A-F]{4}-){4}[0-9A-F]{4})`\. Covers", PAGE)
    assert found is not None
    assert fingerprint(key_in("制单乙").public()) == found[1]
    assert check_chain.fingerprint(key_in("制单乙").public()) == found[1]


def named(pairs: Pairs, names: tuple[str, ...]) -> tuple[Pairs, list[dict[str, str]]]:
    """Divide pairs into those before a group of names, and the groups; what is left out is empty."""
    at = [name for name, _ in pairs].index(names[0]) if pairs else 0
    rows: list[dict[str, str]] = []
    for name, value in pairs[at:]:
        if name == names[0]:
            rows.append(dict.fromkeys(names, ""))
        rows[-1][name] = value
    return pairs[:at], rows


def leg_of(words: Mapping[str, str]) -> Leg:
    """Make a leg of its pairs."""
    debit, credit = (Account(code=words[side], base=words[side]) for side in ("debit", "credit"))
    return Leg(debit=debit, credit=credit, amount_fen=int(words["fen"]))
