"""Turns rows of words into events; what cannot be read comes out with row, field and remedy."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ledger.basis.errors import Finding, unclear
from ledger.basis.terms import EVENT_KINDS, FUNDS, code_of
from ledger.events.base import read_event, words_of
from ledger.events.kinds import ALL, KINDS
from ledger.events.words import as_code, as_text
from ledger.intake.paper_columns import paper_headings
from ledger.masters.book import AREA_PATTERN, book_code

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ledger.events.base import Event, Word
    from ledger.intake.raw_row import RawRow

COMMON = {"kind": "业务类型", "key": "业务编号", "area": "统筹区", "fund": "险种"}
ENTERED = tuple(kind for kind in ALL if not kind.INTERNAL)
KEY_MAX = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadRow:
    """A row and the event that it says."""

    number: int
    event: Event


def event_headings() -> dict[str, str]:
    """Map every heading of a file of events, English or Chinese, to its English name."""
    headings = {name: name for name in COMMON} | {label: name for name, label in COMMON.items()}
    headings |= paper_headings()
    for kind in ENTERED:
        for spec in words_of(kind).values():
            headings[spec.name] = spec.name
            headings[spec.label] = spec.name
    return headings


def words_changed(words: Sequence[str]) -> dict[str, str]:
    """Read `栏目=值` words into changes by English name."""
    headings = event_headings()
    changes = {}
    for word in words:
        name, separator, value = word.partition("=")
        if not separator or name.strip() not in headings:
            raise unclear(
                "CHANGE_UNREADABLE", f"“{word}”读不懂", "写成 栏目=值，如 amount=86000.00"
            )
        changes[headings[name.strip()]] = value
    return changes


def read_rows(rows: Iterable[RawRow]) -> tuple[list[ReadRow], list[Finding]]:
    """Read every row; good rows and all findings come back together."""
    spelled = {kind.KIND: words_of(kind) for kind in ENTERED}
    known = set(event_headings().values())
    read: list[ReadRow] = []
    findings: list[Finding] = []
    for row in rows:
        event, found = read_row(row.words, spelled, known)
        findings.extend(replace(finding, row=row.number) for finding in found)
        if event is not None:
            read.append(ReadRow(number=row.number, event=event))
    return read, findings


def read_row(
    words: Mapping[str, object], spelled: Mapping[str, Mapping[str, Word]], known: set[str]
) -> tuple[Event | None, list[Finding]]:
    """Read one row: first what every kind has, then the kind's own words."""
    key = as_text(words.get("key"))
    kind = code_of(EVENT_KINDS, as_text(words.get("kind")))
    findings = [] if kind in spelled else [strange_kind(key, words, spelled)]
    findings += key_findings(key)
    book, strange = read_book(key, words)
    findings += strange
    if kind is None or kind not in spelled:
        return None, findings
    specs = spelled[kind]
    findings += strange_words(key, words, kind, specs, known)
    event, found = read_event(KINDS[kind], specs, book, key, words)
    findings += found
    return (None if findings else event), findings


def strange_words(
    key: str,
    words: Mapping[str, object],
    kind: str,
    specs: Mapping[str, Word],
    known: set[str],
) -> list[Finding]:
    """Refuse what a row of a kind may not say: what it corrects, and words of no such kind."""
    own = {spec.name for spec in specs.values()} | set(COMMON)
    findings = [stranger(key, name, kind, known) for name in words if lost(words, name, own)]
    if not as_text(words.get("corrects")):
        return findings
    what, remedy = "录入业务时不能填更正凭证", "更正已记账的凭证用 prepay correct"
    return [word_finding(key, "corrects", what, remedy), *findings]


def strange_kind(key: str, words: Mapping[str, object], kinds: Iterable[str]) -> Finding:
    """Word that a row is of no kind that may be entered."""
    what = f"业务类型“{as_text(words.get('kind'))}”不认识"
    names = "、".join(EVENT_KINDS[kind] for kind in kinds)
    return word_finding(key, "kind", what, f"可填：{names}")


def key_findings(key: str) -> list[Finding]:
    """Refuse a row without a key, or with one that is too long."""
    if key and len(key) <= KEY_MAX:
        return []
    what = "缺少业务编号，或编号超过 100 字"
    return [word_finding(key, "key", what, "给每笔业务一个不重复的编号")]


def read_book(key: str, words: Mapping[str, object]) -> tuple[str, list[Finding]]:
    """Read the area and the fund of a row, which name its book."""
    findings = []
    area, given = as_code(words.get("area")), as_code(words.get("fund"))
    if AREA_PATTERN.fullmatch(area) is None:
        findings.append(word_finding(key, "area", f"统筹区“{area}”读不懂", "填六位区划代码"))
    fund = code_of(FUNDS, given)
    if fund is None:
        findings.append(word_finding(key, "fund", f"险种“{given}”不认识", "填 职工 或 居民"))
    return book_code(area, fund or ""), findings


def lost(words: Mapping[str, object], name: str, own: set[str]) -> bool:
    """Return whether a row has a word that its kind would not read."""
    return name not in own and words[name] not in (None, [], {}) and str(words[name]).strip() != ""


def stranger(key: str, name: str, kind: str, known: set[str]) -> Finding:
    """Word that a column means nothing for this kind."""
    if name in known:
        return word_finding(key, name, f"{EVENT_KINDS[kind]}没有“{name}”这一栏", "清空这一格")
    return word_finding(key, name, f"不认识的栏目“{name}”", "核对栏目名，或删去这一栏")


def word_finding(key: str, field: str, message: str, remedy: str) -> Finding:
    """Word what is wrong with one of the common words."""
    label = COMMON.get(field, "")
    return Finding(
        code="WORD_UNREADABLE",
        message=message,
        remedy=remedy,
        field=f"{field} {label}".strip(),
        key=key,
        unreadable=True,
    )
