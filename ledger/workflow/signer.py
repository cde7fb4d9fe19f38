"""Whoever has opened their key, to put it under what they do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ledger.basis.keys import PrivateKey


@dataclass(frozen=True, slots=True, kw_only=True)
class Signer:
    """Whoever has opened their key: the name, the key's version, its two halves."""

    name: str
    version: int
    public: str
    key: PrivateKey
