"""Between events and rows: what has a column stands in it, every other word in `content`."""

from __future__ import annotations

import hashlib
import json
from datetime import date
from typing import TYPE_CHECKING

from ledger.events.base import event_words
from ledger.events.kinds import KINDS, spelled
from ledger.events.words import Paper

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ledger.events.base import Event


Row = dict[str, str | int]
#: Where the rules that an irregular event goes against stand in `content`.
BREACHES = "breaches"
#: Words of an event that have columns of their own.
COLUMN_WORDS = ("date", "hospital", "year", "amount", "corrects", "irregular", "papers")


def canonical(tree: object) -> str:
    """Write JSON that has one spelling only: sorted keys, no blanks, Chinese as it is."""
    return json.dumps(tree, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def content_digest(words: Mapping[str, object]) -> str:
    """Digest an event's words, so that the same key can be told from the same content."""
    return hashlib.sha256(canonical(words).encode()).hexdigest()


def event_of(row: Mapping[str, str | int], papers: tuple[Paper, ...]) -> Event:
    """Read an event back from the row of a draft or of a posted event."""
    kind = KINDS[str(row["kind"])]
    content = json.loads(str(row["content"]))
    values: dict[str, object] = {
        attribute: spec.read(content[spec.name])
        for attribute, spec in spelled(kind.KIND).items()
        if spec.name in content
    }
    values |= {
        "date": date.fromisoformat(str(row["date"])),
        "corrects": row["corrects"],
        "irregular": bool(row["irregular"]),
        "papers": papers,
    }
    for column in ("hospital", "year", "amount_fen"):
        if row[column]:
            values[column] = row[column]
    return kind(book=str(row["book"]), key=str(row["key"]), **values)  # type: ignore[arg-type]


def breached_codes(row: Mapping[str, str | int]) -> tuple[str, ...]:
    """Read the codes of the rules that an irregular event went against, from its row."""
    return tuple(breach[0] for breach in json.loads(str(row["content"])).get(BREACHES, ()))


def content_digest_of(row: Mapping[str, str | int], papers: list[dict[str, str | int]]) -> str:
    """Digest the words of a stored event anew, from its columns, content and papers."""
    event = event_of(row, tuple(paper_of(paper) for paper in papers))
    return content_digest({"kind": event.KIND, **event_words(event)})


def paper_of(row: Mapping[str, str | int]) -> Paper:
    """Read one paper from its row of evidence."""
    return Paper(
        type=str(row["type"]),
        number=str(row["number"]),
        date=date.fromisoformat(str(row["date"])),
        title=str(row["title"]),
        amount_fen=int(row["amount_fen"]),
        sheets=int(row["sheets"]),
        kept_with=str(row["kept_with"]),
        file=str(row["file"]),
    )
