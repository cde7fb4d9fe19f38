"""One row of a file that came in, before anything is made of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True, kw_only=True)
class RawRow:
    """One row of a file: its number as a person counts it, and its words by English name."""

    number: int
    words: Mapping[str, object]
