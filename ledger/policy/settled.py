"""What two people sign when they settle a reading, or adopt a changed text."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from ledger.basis.encoding import pairs_digest

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

#: By this name the adoption of a text is counted beside the readings, each by its own.
TEXT = "-"
#: The columns of a proposed reading that both people sign, in this order.
CHOICE_COLUMNS = ("name", "version", "from_year", "reason", "paper")


def choice_content(row: Mapping[str, Any]) -> str:
    """Digest a proposed reading as its row has it: which, from which year on, why, by what paper.

    `version` is which choice of this name it is, so that nobody confirms an old one again.
    """
    said = [(name, str(row[name])) for name in CHOICE_COLUMNS]
    return pairs_digest("policy-choice", (*said, ("value", str(json.loads(row["value"])))))


def adoption_content(version: int, layers: Iterable[tuple[str, str]], reason: str) -> str:
    """Digest a proposed text: its version, and the name and digest of each layer."""
    said = [("layer", f"{name} {digest}") for name, digest in layers]
    return pairs_digest("policy-text", (("version", str(version)), *said, ("reason", reason)))
