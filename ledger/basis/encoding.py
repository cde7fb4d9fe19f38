"""Bytes with one spelling: netstrings, and name–value pairs, as chains and signatures digest them.

docs/chain-format.md states every byte. A list of fields goes in one after another, each with its
length in bytes before it, so that no two lists have the same bytes.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

#: The format of what is signed: facts as name–value pairs, so that a later column is no new one.
FORMAT_PAIRS = "prepay/2"

Pair = tuple[str, str]


def encode(fields: Iterable[str]) -> bytes:
    """Write fields one after another, each with its length in bytes before it."""
    return "".join([f"{len(text.encode())}:{text}," for text in fields]).encode()


def digest(fields: Iterable[str]) -> str:
    """Return the SHA-256 of encoded fields, in hex."""
    return hashlib.sha256(encode(fields)).hexdigest()


def pairs_digest(word: str, pairs: Iterable[Pair]) -> str:
    """Digest name–value pairs in the order given; a pair whose value is empty is left out.

    `word` says what is digested, so that a digest of one sort never passes for another.
    """
    fields = [FORMAT_PAIRS, word]
    for name, value in pairs:
        if value:
            fields += (name, value)
    return digest(fields)


def tied(*digests: str) -> str:
    """Tie digests (64 hex digits each) together: the SHA-256 of their raw bytes, one by one."""
    return hashlib.sha256(b"".join(bytes.fromhex(one) for one in digests)).hexdigest()
