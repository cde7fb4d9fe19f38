"""Ids made by the application: UUID version 7 (RFC 9562), ordered as they were made."""

from __future__ import annotations

import random
import secrets
import uuid
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ledger.basis.clock import Clock


class Identity:
    """Makes ids whose order is the order of making, also within one millisecond."""

    def __init__(self, clock: Clock, *, seed: int | None = None) -> None:
        self._clock = clock
        self._random = random.Random(seed if seed is not None else secrets.randbits(128))
        #: Keys of the sample are drawn apart from its ids, so that neither moves the other.
        self._keys = random.Random(f"keys {seed}") if seed is not None else None
        self._last = 0

    def new(self) -> str:
        """Make the next id.

        The 12 bits after the millisecond count within it, so that sorting by id is sorting
        by row of the file; when they run out, the next millisecond is borrowed.
        """
        millisecond = int(self._clock.now().timestamp() * 1000)
        self._last = max(self._last + 1, millisecond << 12)
        high = (self._last >> 12) << 16 | 0x7000 | (self._last & 0xFFF)
        low = 0b10 << 62 | self._random.getrandbits(62)
        return str(uuid.UUID(int=high << 64 | low))

    @property
    def seeded(self) -> bool:
        """Tell whether chance is foretold here, so that no key of it may count elsewhere."""
        return self._keys is not None

    def drawn(self, count: int) -> bytes:
        """Draw bytes for keys, salts and nonces: from the system, or foretold where seeded."""
        return secrets.token_bytes(count) if self._keys is None else self._keys.randbytes(count)


def secret() -> str:
    """Make a word that nobody can guess, for sessions and one-time links: 256 bits."""
    return secrets.token_urlsafe(32)
