"""Keys: sealed by a password, opened by it alone; a signature is of one digest by one key."""

from __future__ import annotations

import hashlib
import random

import pytest

from ledger.basis.encoding import digest, pairs_digest, tied
from ledger.basis.keys import HashCost, PrivateKey, cost_of, fingerprint, seal, unseal, verified

LEAST = HashCost(passes=1, memory_kib=8, lanes=1)
KEY = PrivateKey(raw=bytes(range(32)))
DIGEST = "ab" * 32


def drawn(count: int) -> bytes:
    return random.Random(7).randbytes(count)


def test_a_password_opens_its_key_and_no_other_does() -> None:
    sealed = seal(KEY, "春天的四个词语", LEAST, drawn)
    assert unseal(sealed, "春天的四个词语") == KEY
    assert unseal(sealed, "春天的四个词語") is None
    assert sealed.cost == "argon2id$m=8,t=1,p=1"
    assert cost_of(sealed.cost) == LEAST
    assert KEY.raw.hex() not in repr(KEY) + repr(sealed)


def test_a_sealed_key_that_was_changed_does_not_open() -> None:
    sealed = seal(KEY, "春天的四个词语", LEAST, drawn)
    other = "0" if sealed.box[-1] != "0" else "1"
    changed = type(sealed)(cost=sealed.cost, salt=sealed.salt, box=sealed.box[:-1] + other)
    assert unseal(changed, "春天的四个词语") is None


def test_another_s_cost_is_not_read() -> None:
    with pytest.raises(ValueError, match="no cost of ours"):
        cost_of("scrypt$m=8,t=1,p=1")


def test_a_signature_is_of_one_digest_by_one_key() -> None:
    other = PrivateKey(raw=bytes(32))
    signature = KEY.sign(DIGEST)
    assert verified(KEY.public(), DIGEST, signature)
    assert not verified(KEY.public(), "cd" * 32, signature)
    assert not verified(other.public(), DIGEST, signature)
    assert not verified(KEY.public(), DIGEST, "00" * 64)
    assert not verified("not hex", DIGEST, signature)


def test_a_fingerprint_is_short_enough_to_read_out() -> None:
    mark = hashlib.sha256(bytes.fromhex(KEY.public())).hexdigest()[:20].upper()
    assert fingerprint(KEY.public()).replace("-", "") == mark
    assert len(fingerprint(KEY.public())) == 24


def test_a_pair_without_a_value_is_left_out_so_that_a_later_column_is_no_new_format() -> None:
    assert pairs_digest("fact", (("a", "1"), ("b", ""))) == pairs_digest("fact", (("a", "1"),))
    assert pairs_digest("fact", (("a", "1"),)) == digest(("prepay/2", "fact", "a", "1"))
    assert pairs_digest("set", (("a", "1"),)) != pairs_digest("fact", (("a", "1"),))


def test_digests_are_tied_by_their_raw_bytes() -> None:
    both = bytes.fromhex(DIGEST) + bytes(32)
    assert tied(DIGEST, "00" * 32) == hashlib.sha256(both).hexdigest()
