"""验证 the readings that a book works by: people chose each of them, and the log says so."""

from __future__ import annotations

import itertools
import json
import re
from collections import Counter
from datetime import datetime
from typing import TYPE_CHECKING, Any, TypeVar

from ledger.audit.invariants import broken
from ledger.policy.values import choice_ground
from ledger.store.policy import CHOICE, first_year

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ledger.audit.invariants import Row, Stored
    from ledger.basis.errors import Finding


def unlogged_choices(stored: Stored) -> Iterator[Finding]:
    """Name the readings that nobody chose, those chosen that are gone, and those out of order."""
    book = stored.book.code
    last = last_proposals(stored)
    for name, group in itertools.groupby(stored.policy.values, key=lambda row: row["name"]):
        for place, row in enumerate(group, 1):
            if row["version"] != place:
                yield broken("CHOICE_UNLOGGED", f"{book} 口径 {name} 缺第 {place} 次记录")
            if row["layer"] == CHOICE:
                yield from check_choice(book, row, place, last.get((name, place)))
    held = choices_held(stored)
    yield from apart(book, held, said_of_choices(stored, held))
    yield from unlogged_proposals(stored)


def check_choice(book: str, row: Row, place: int, proposed: Row | None) -> Iterator[Finding]:
    """A reading was proposed by another, and its ground and first year agree with its moment."""
    name = row["name"]
    if not was_proposed(row, proposed):
        told = f"{book} 口径 {name} 第 {place} 次选定的不是另一人提出的"
        yield broken("CHOICE_UNCONFIRMED", told)
    dated = GROUND.fullmatch(row["clause"])
    recorded = datetime.fromisoformat(row["recorded_at"]).date().isoformat()
    if dated is not None and dated[1] != recorded:
        yield broken("CHOICE_UNLOGGED", f"{book} 口径 {name} 的选定时间被改")
    if len(row["since"]) != len("2026") and row["since"] != row["recorded_at"][:10]:
        yield broken("CHOICE_UNLOGGED", f"{book} 口径 {name} 的起用年度被改")


def was_proposed(row: Row, proposed: Row | None) -> bool:
    """Return whether a choice has the proposal behind it that its ground tells of, if any."""
    if proposed is None:
        return "提出，" not in row["clause"]
    return follows(row, proposed)


def choices_held(stored: Stored) -> Counter[Said]:
    """Collect what a book's readings say; 0.1.0 kept copies of its profile's values there, too."""
    held: Counter[Said] = Counter()
    before: dict[str, str] = {}
    for row in stored.policy.values:
        if row["layer"] != CHOICE:
            continue
        name, value, by = row["name"], json.loads(row["value"]), row["recorded_by"]
        year, ground = first_year(row["since"]), row["clause"]
        was = before.get(name, "")
        held[name, was, value, row["reason"], year, by, people_in(ground, by)] += 1
        before[name] = value
    return held


#: A choice: name, value before and after, reason, first year, who, and the ground as it reads.
Said = tuple[str, str, str, str, int, str, str]


#: A proposal: name, value, reason, first year, paper, and who.
ProposalSaid = tuple[str, str, str, int, str, str]


ChoiceTold = TypeVar("ChoiceTold", bound=tuple[Any, ...])


GROUND = re.compile(r"本单位选定（(\d{4}-\d\d-\d\d) (.+)）")


def people_in(ground: str, by: str) -> str:
    """Return what a ground says after its day; a ground of another form is given whole."""
    match = GROUND.fullmatch(ground)
    return match[2] if match and by in match[2] else ground


def said_of_choices(stored: Stored, held: Counter[Said]) -> Counter[Said]:
    """Read what the log says of choices, made by one person or by two."""
    said: Counter[Said] = Counter()
    for line in stored.policy.lines:
        if line["action"] not in ("policy-choose", "policy-confirm"):
            continue
        content, by = json.loads(line["content"]), line["operator"]
        proposer = content.get("proposed_by", by)
        whole = choice_ground("2000-01-01", proposer, by, content.get("paper", ""))
        year = content.get("from_year", 0)
        chosen = (content["value"], content["reason"], year, by, people_in(whole, by))
        if (before := content.get("before")) is None:
            before = stood_before(held - said, line["subject"], chosen)
        said[line["subject"], before, *chosen] += 1
    return said


def apart(book: str, held: Counter[Said], said: Counter[Said]) -> Iterator[Finding]:
    """Name the choices that only the book has, and those that only the log has."""
    for code, where, told in one_sided_choices(held, said):
        name, before, value, reason, year, _, ground = told
        years = f"，自 {year} 年度起" if year else ""
        what = f"口径 {name} 由“{before or '未选'}”选为“{value}”{years}（{ground}，{reason}）"
        yield broken(code, f"{book} {what}，{where}")


def one_sided_choices(
    held: Counter[ChoiceTold], said: Counter[ChoiceTold]
) -> Iterator[tuple[str, str, ChoiceTold]]:
    """Find what only the book or only the log has: the code, where it lacks, and what it is."""
    for told in held - said:
        yield "CHOICE_UNLOGGED", "操作日志里没有", told
    for told in said - held:
        yield "CHOICE_LOST", "操作日志里有，账里没有", told


def last_proposals(stored: Stored) -> dict[tuple[str, int], Row]:
    """Return what was last proposed as each version of each choice."""
    return {(row["name"], row["version"]): row for row in stored.policy.proposals}


def follows(row: Row, proposed: Row) -> bool:
    """Return whether a choice is what another person had proposed."""
    same = ("value", "reason")
    year = first_year(row["since"])
    return (
        all(row[name] == proposed[name] for name in same)
        and year == proposed["from_year"]
        and row["recorded_by"] != proposed["recorded_by"]
    )


def unlogged_proposals(stored: Stored) -> Iterator[Finding]:
    """Name the proposals that nobody made, and those made that are gone."""
    yield from misplaced_proposals(stored)
    held, said = proposals_held(stored), proposals_said(stored)
    for code, where, told in one_sided_choices(held, said):
        name, value, reason, year, paper, by = told
        words = f"{by} 提出的口径 {name} = “{value}”（{year} 年度起，{paper}，{reason}）"
        yield broken(code, f"{stored.book.code} {words}，{where}")


def misplaced_proposals(stored: Stored) -> Iterator[Finding]:
    """Name the proposals that are out of order, or come after no choice that was made."""
    decided = Counter(row["name"] for row in stored.policy.values)
    places: Counter[tuple[str, int]] = Counter()
    for row in stored.policy.proposals:
        places[row["name"], row["version"]] += 1
        late = row["version"] > decided[row["name"]] + 1
        if late or row["place"] != places[row["name"], row["version"]]:
            yield broken("CHOICE_UNLOGGED", f"{stored.book.code} 口径 {row['name']} 提出的次序被改")


def proposals_held(stored: Stored) -> Counter[ProposalSaid]:
    """Collect what a book's proposals say."""
    held: Counter[ProposalSaid] = Counter()
    for row in stored.policy.proposals:
        told = (json.loads(row["value"]), row["reason"], row["from_year"], row["paper"])
        held[row["name"], *told, row["recorded_by"]] += 1
    return held


def proposals_said(stored: Stored) -> Counter[ProposalSaid]:
    """Read what the log says of proposals."""
    said: Counter[ProposalSaid] = Counter()
    for line in stored.policy.lines:
        if line["action"] == "policy-propose":
            content = json.loads(line["content"])
            told = (content["value"], content["reason"], content["from_year"], content["paper"])
            said[line["subject"], *told, line["operator"]] += 1
    return said


def stood_before(unsaid: Counter[Said], name: str, chosen: tuple[Any, ...]) -> str:
    """Return what stood before a choice whose line does not say it, as 0.1.0's do not."""
    return next((was for at, was, *more in unsaid if at == name and tuple(more) == chosen), "")
