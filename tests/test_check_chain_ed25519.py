"""The checker's own Ed25519 agrees with RFC 8032 and with `cryptography`, and is fast enough."""

from __future__ import annotations

import random
import time

import pytest

from ledger.audit import check_chain
from ledger.audit.check_chain import ORDER, P, doubles, signed_by, verified_alone, verifying
from ledger.basis.keys import CONTEXT, PrivateKey, verified

#: RFC 8032, 7.1: key, message, signature.
VECTORS = {
    "TEST 1": (
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        "",
        (
            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
            "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"
        ),
    ),
    "TEST 2": (
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
        "72",
        (
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
            "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
        ),
    ),
    "TEST 3": (
        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
        "af82",
        (
            "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
            "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"
        ),
    ),
    "TEST SHA(abc)": (
        "ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf",
        (
            "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
            "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f"
        ),
        (
            "dc2a4459e7369633a52b1bf277839a00201009a3efbf3ecb69bea2186c26b589"
            "09351fc9ac90b3ecfdfbc7c66431e0303dca179c138ac17ad9bef1177331a704"
        ),
    ),
}
BOTH = {"library": verifying(), "alone": verified_alone}


def raws(*words: str) -> tuple[bytes, ...]:
    """Read hex digits."""
    return tuple(map(bytes.fromhex, words))


@pytest.mark.parametrize("how", BOTH)
@pytest.mark.parametrize("vector", VECTORS)
def test_the_vectors_of_rfc_8032_hold(vector: str, how: str) -> None:
    key, message, signature = raws(*VECTORS[vector])
    assert BOTH[how](key, message, signature)
    assert not BOTH[how](key, message + b"x", signature)


def test_the_library_is_the_one_that_is_used_here() -> None:
    assert check_chain.VERIFIED is not verified_alone


def test_both_ways_agree_on_chance_and_on_every_changed_byte() -> None:
    drawn = random.Random(8032)
    for _ in range(40):
        key = PrivateKey(raw=drawn.randbytes(32))
        digest = drawn.randbytes(32).hex()
        signature = key.sign(digest)
        assert signed_by(key.public(), digest, signature)
        assert verified(key.public(), digest, signature)
        message = CONTEXT + bytes.fromhex(digest)
        assert verified_alone(bytes.fromhex(key.public()), message, bytes.fromhex(signature))
        changed = bytearray(bytes.fromhex(signature))
        changed[drawn.randrange(64)] ^= 1 << drawn.randrange(8)
        words = bytes.fromhex(key.public()), message, bytes(changed)
        assert {name: check(*words) for name, check in BOTH.items()} == dict.fromkeys(BOTH, False)


def test_a_second_spelling_of_a_signature_is_none() -> None:
    """With L added it would verify by arithmetic; RFC 8032 has it refused, and the library refuses it."""
    key, message, signature = raws(*VECTORS["TEST 2"])
    s = int.from_bytes(signature[32:], "little") + ORDER
    again = signature[:32] + s.to_bytes(32, "little")
    assert [check(key, message, again) for check in BOTH.values()] == [False, False]


#: Encodings of points that are nobody's key: their multiples are a handful of points, or they are
#: spelled with y ≥ p, or stand for no point at all.
NO_KEYS = {
    "nothing": (1).to_bytes(32, "little"),
    "of order two": (P - 1).to_bytes(32, "little"),
    "of order four": bytes(32),
    "of order eight": bytes.fromhex(
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05"
    ),
    "nothing, spelled otherwise": (P + 1).to_bytes(32, "little"),
    "no point": (2).to_bytes(32, "little"),
}


@pytest.mark.parametrize("point", NO_KEYS)
def test_what_is_nobodys_key_verifies_nothing(point: str) -> None:
    """With nothing for a key anybody's signature would hold of any message."""
    raw = NO_KEYS[point]
    assert doubles(raw, -1) == ()
    assert not signed_by(raw.hex(), "00" * 32, "01" + "00" * 63)
    assert not signed_by("xyz", "00" * 32, "01" + "00" * 63)


def test_a_thousand_signatures_take_seconds_without_the_library() -> None:
    """About 1.2 ms each; the bound leaves room for a busy machine."""
    key, message, signature = raws(*VECTORS["TEST 3"])
    doubles(key, -1)
    began = time.perf_counter()
    for _ in range(100):
        assert verified_alone(key, message, signature)
    assert time.perf_counter() - began < 1.5
