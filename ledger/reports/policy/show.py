"""政策取值 as reports: every value in force and where it comes from, or one value's whole story."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from ledger.basis.errors import Refused, unclear
from ledger.formats.report import Column, Report, Row, book_line
from ledger.policy.compared import value_text
from ledger.policy.parameters import FOR_PEOPLE, PARAMETERS
from ledger.policy.values import Choice
from ledger.store.engine import reading
from ledger.store.policy import read_proposals
from ledger.workflow.desk import books_asked
from ledger.workflow.policy.policy import changed_layers, policy_of
from ledger.workflow.policy.policy_told import choice_note, history, proposal_note, proposal_tree

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ledger.masters.book import Book
    from ledger.policy.profile import Policy, Rules
    from ledger.policy.values import PolicyValue, Value
    from ledger.store.policy import Proposal
    from ledger.workflow.desk import Desk

#: A numbered line of the notices or an open question, as docs/clauses.md lists them.
ITEM = re.compile(r"[AGHR]-\d{1,3}", re.ASCII)
STATES = {"value": "", "chosen": "已选", "presumed": "推定，尚未确认", "open": "待选"}
READ_BY_PEOPLE = "“供查阅”的取值只给人看：改动它，程序的计算和拒绝都不变"
FLAGS = {"yes": "是", "no": "否"}


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueShown:
    """One name as it stands on a day, and everything that a reader asks of it."""

    name: str
    title: str
    raw: Value | None
    value: str
    clause: str
    layer: str
    since: date | None
    until: date | None
    over: str
    over_layer: str
    state: str
    by: str
    at: str
    reason: str


def policies(desk: Desk, book: str, name: str = "", on: str = "", year: int = 0) -> list[Report]:
    """The values in force for each book on a day; with a name, that value's whole story.

    `year` is the prepayment year whose recorded readings are shown, the day's own by default.
    """
    day = day_asked(desk, on)
    year = year or day.year
    with reading(desk.engine) as conn:
        reports = []
        for one in books_asked(conn, book):
            policy = policy_of(desk, conn, one)
            changed = changed_layers(desk, conn, one)
            rules = policy.on(day, year)
            waiting = read_proposals(conn, one.code)
            resting = names_resting_on(rules, name)
            if name and not resting:
                reports.append(story(one, rules, name, changed, waiting.get(name)))
            else:
                reports.append(overview(one, rules, changed, resting, waiting))
    return reports


def day_asked(desk: Desk, on: str) -> date:
    """Read the day asked for, today by default."""
    try:
        return date.fromisoformat(on) if on else desk.today()
    except ValueError:
        raise unclear("DATE_UNREADABLE", f"日期“{on}”读不懂", "写成 2026-03-31") from None


def names_resting_on(rules: Rules, words: str) -> list[str]:
    """Name the values that rest on an item (`G-10`) or a clause (`甘肃·三`); () for a name."""
    if ITEM.fullmatch(words) is None and "·" not in words:
        return []
    found = []
    for name in rules.policy.names():
        decides = rules.decides(name)
        if decides is not None and (words in decides.items or decides.clause.startswith(words)):
            found.append(name)
    return found


def overview(
    book: Book,
    rules: Rules,
    changed: Sequence[str],
    names: Sequence[str],
    waiting: Mapping[str, Proposal],
) -> Report:
    """政策取值: one row a name, in the order of a prepayment year; all, or those asked for."""
    policy, day = rules.policy, rules.day_asked
    rows = [shown(rules, name) for name in names or policy.names()]
    marks = {row.name: "alert" if row.state == "open" else "" for row in rows}
    return Report(
        title="政策取值",
        subtitle=(book_line(book), f"政策方案 {book.profile}，{day.isoformat()} 有效的取值"),
        columns=(
            Column(heading="名称", wraps=12),
            Column(heading="参数", spare=True),
            Column(heading="取值", wraps=16),
            Column(heading="条款", wraps=10),
            Column(heading="层"),
            Column(heading="自", spare=True),
            Column(heading="至", spare=True),
            Column(heading="覆盖了", wraps=12, spare=True),
            Column(heading="状态", wraps=8),
            Column(heading="选定人", shown="file"),
            Column(heading="选定时间", shown="file"),
            Column(heading="理由", shown="file"),
        ),
        rows=tuple(Row(cells=cells_of(row), mark=marks[row.name]) for row in rows),
        tree={
            "book": book.code,
            "profile": book.profile,
            "on": day.isoformat(),
            "layers": [
                {"layer": x.name, "title": x.title, "digest": x.digest} for x in policy.layers
            ],
            "changed": list(changed),
            "values": [tree_of(row) for row in rows],
            "proposed": [proposal_tree(one) for one in waiting.values()],
        },
        alerts=alerts_of(changed),
        notes=(READ_BY_PEOPLE, *waiting_notes(rows), *map(proposal_note, waiting.values())),
    )


def waiting_notes(rows: Sequence[ValueShown]) -> tuple[str, ...]:
    """Say which questions wait, how many are presumed, and how to settle one."""
    waiting = [row.name for row in rows if row.state == "open"]
    presumed = sum(row.state == "presumed" for row in rows)
    if not waiting and not presumed:
        return ()
    return (
        f"待选 {len(waiting)} 项：{'、'.join(waiting) or '无'}；推定 {presumed} 项，尚未确认",
        "读法：prepay policy show 名称；选定：prepay policy choose 名称 读法 --reason 理由",
    )


def alerts_of(changed: Sequence[str]) -> tuple[str, ...]:
    """Say that a layer's file is no longer what the book adopted."""
    if not changed:
        return ()
    names = "、".join(f"{name}.yaml" for name in changed)
    return (f"方案文件与采用的不一致：{names}；采用之前不能记账和核定（prepay policy adopt）",)


def cells_of(row: ValueShown) -> tuple[str | date | None, ...]:
    """Lay one name out."""
    same = row.over == row.value
    over = f"{row.over_layer}：{'相同' if same else row.over}" if row.over_layer else ""
    told = "供查阅" if row.name in FOR_PEOPLE else ""
    state = " ".join(word for word in (STATES[row.state], row.by, told) if word)
    words = (row.title, row.name, row.value, row.clause, row.layer)
    return (*words, row.since, row.until, over, state, row.by, row.at, row.reason)


def tree_of(row: ValueShown) -> dict[str, object]:
    """Write one name for machines."""
    return {
        "name": row.name,
        "title": row.title,
        "value": plain(row.raw),
        "text": row.value,
        "clause": row.clause,
        "layer": row.layer,
        "since": row.since.isoformat() if row.since else None,
        "until": row.until.isoformat() if row.until else None,
        "overrides": {"layer": row.over_layer, "value": row.over} if row.over_layer else None,
        "state": row.state,
        "for_people": row.name in FOR_PEOPLE,
        "by": row.by or None,
        "at": row.at or None,
        "reason": row.reason or None,
    }


def shown(rules: Rules, name: str) -> ValueShown:
    """Work out how one name stands on a day."""
    found = rules.decides(name)
    over, over_layer = overridden(rules, name, found)
    choice = rules.leans_on(found)
    picked = rules.policy.chosen_in(choice, rules.year_asked) if choice else None
    state = rules.policy.state(choice, rules.year_asked) if choice else "value"
    return ValueShown(
        name=name,
        title=title_of(name, found),
        raw=rules.standing(name) if state != "open" else None,
        value=reads_as(rules, name, found),
        clause=picked.clause if picked else (found.clause if found else ""),
        layer=found.layer if found else "",
        since=None if found is None or isinstance(found, Choice) else found.since,
        until=None if found is None or isinstance(found, Choice) else found.until,
        over=over,
        over_layer=over_layer,
        state=state,
        by=picked.by if picked else "",
        at=picked.at[:19] if picked else "",
        reason=picked.reason if picked else "",
    )


def title_of(name: str, found: PolicyValue | Choice | None) -> str:
    """Name a parameter in Chinese; a choice that is none by its question."""
    if name in PARAMETERS:
        return PARAMETERS[name].title
    return found.question.partition("（")[0] if isinstance(found, Choice) else name


def reads_as(rules: Rules, name: str, found: PolicyValue | Choice | None) -> str:
    """Write what holds, codes with their Chinese; what waits, by its readings."""
    try:
        value = rules.standing(name)
    except Refused:
        choice = rules.leans_on(found)
        return " / ".join(choice.readings) if choice else ""
    if isinstance(found, Choice):
        return found.readings[str(value)]
    return worded(name, value)


def worded(name: str, value: Value | None) -> str:
    """Write a value with the Chinese of its codes."""
    if value is None:
        return ""
    words: Mapping[str, str] = PARAMETERS[name].words
    if PARAMETERS[name].shape == "flag":
        return FLAGS[str(value)]
    if PARAMETERS[name].shape == "rows":
        assert isinstance(value, tuple)
        return f"{len(value)} 行，见 prepay policy show {name}"
    if isinstance(value, str):
        return worded_code(words, value)
    if isinstance(value, tuple):
        return "、".join(worded_code(words, str(word)) for word in value)
    return "、".join(f"{words.get(key, key)} {cell}" for key, cell in value.items())


def worded_code(words: Mapping[str, str], code: str) -> str:
    """Write a code in Chinese; an account keeps its number."""
    return f"{code} {words[code]}" if code.isdigit() and code in words else words.get(code, code)


def plain(value: Value | None) -> object:
    """Write a value for machines, in its own shape."""
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, tuple):
        return [part if isinstance(part, str) else dict(part) for part in value]
    return dict(value)


def overridden(rules: Rules, name: str, found: PolicyValue | Choice | None) -> tuple[str, str]:
    """Return what the layers above would have said, and which of them."""
    if found is None:
        return "", ""
    above = rules.above(found.layer)
    before = above.decides(name)
    if before is None:
        return "", ""
    return reads_as(above, name, before), before.layer


def story(
    book: Book, rules: Rules, name: str, changed: Sequence[str], proposal: Proposal | None
) -> Report:
    """One value's whole story: every layer's entries, its readings, who chose what."""
    policy, day = rules.policy, rules.day_asked
    if name not in policy.names() and name not in PARAMETERS:
        raise unclear(
            "VALUE_UNKNOWN",
            f"政策方案 {book.profile} 没有名为“{name}”的参数",
            near_names(policy, name),
        )
    row = shown(rules, name)
    found = rules.decides(name)
    lines = [line for layer in policy.layers for line in layer_lines(rules, layer.name, name)]
    choice = rules.leans_on(found)
    items = PARAMETERS[name].items if name in PARAMETERS else ()
    return Report(
        title=f"政策取值 {row.title}（{name}）",
        subtitle=(book_line(book), f"政策方案 {book.profile}"),
        columns=(
            Column(heading="层"),
            Column(heading="取值", wraps=20),
            Column(heading="条款", wraps=10),
            Column(heading="自"),
            Column(heading="至"),
            Column(heading="条目", wraps=8, spare=True),
            Column(heading="说明", wraps=16),
        ),
        rows=tuple(Row(cells=line) for line in lines),
        tree={
            "book": book.code,
            **tree_of(row),
            "on": day.isoformat(),
            "items": list(items),
            "question": choice.question if choice else None,
            "item": choice.item if choice else None,
            "readings": dict(choice.readings) if choice else {},
            "entries": [entry_tree(line) for line in lines],
        },
        alerts=alerts_of(changed),
        notes=story_notes(rules, row, choice, proposal),
    )


def story_notes(
    rules: Rules, row: ValueShown, choice: Choice | None, proposal: Proposal | None
) -> tuple[str, ...]:
    """Say what holds, what was chosen or is proposed, and how to settle what is open."""
    day = rules.day_asked.isoformat()
    notes = [f"{day} 取值：{row.value or '没有'}（{STATES[row.state] or row.clause}）"]
    if choice is not None:
        notes += [choice_note(one) for one in history(rules.policy.chosen.get(choice.name))]
    if proposal is not None:
        notes.append(proposal_note(proposal))
    if choice is not None:
        notes.append(f"{choice.item} {choice.question}")
        notes += [f"读法 {code} = {text}" for code, text in choice.readings.items()]
        first = next(iter(choice.readings))
        notes.append(f"选定：prepay policy choose {choice.name} {first} --reason 理由")
    if row.name in FOR_PEOPLE:
        notes.append(READ_BY_PEOPLE)
    if row.name in PARAMETERS and PARAMETERS[row.name].items:
        notes.append(f"对应条目：{'、'.join(PARAMETERS[row.name].items)}")
    return tuple(notes)


def layer_lines(rules: Rules, layer: str, name: str) -> list[tuple[str | date | None, ...]]:
    """Lay out what one layer says of a name, one line an entry or a row of it."""
    own = next(one for one in rules.policy.layers if one.name == layer)
    lines: list[tuple[str | date | None, ...]] = []
    for entry in own.values.get(name, ()):
        parts = rows_text(name, entry.value)
        items, by = "、".join(entry.items), f"按 {entry.choice}" if entry.choice else ""
        for place, part in enumerate(parts):
            note = entry.note or by if place == 0 else ""
            lines.append((layer, part, entry.clause, entry.since, entry.until, items, note))
    if choice := own.choices.get(name):
        text = "；".join(f"{code} = {words}" for code, words in choice.readings.items())
        items = "、".join(choice.items)
        lines.append((layer, f"待选：{text}", choice.clause, None, None, items, choice.item))
    return lines


def rows_text(name: str, value: Value) -> list[str]:
    """Write a value's text: one line for each row, else a single one."""
    if isinstance(value, tuple) and value and not isinstance(value[0], str):
        columns = PARAMETERS[name].columns
        return [
            "，".join(columns[key].words.get(word, word) for key, word in row.items())
            for row in value
            if not isinstance(row, str)
        ]
    if PARAMETERS[name].shape == "flag" or isinstance(value, str):
        return [worded(name, value)]
    return [value_text(value) if not isinstance(value, tuple) else worded(name, value)]


def entry_tree(line: Sequence[str | date | None]) -> dict[str, object]:
    """Write one line of a story for machines."""
    names = ("layer", "value", "clause", "since", "until", "items", "note")
    words = (word.isoformat() if isinstance(word, date) else word for word in line)
    return dict(zip(names, words, strict=True))


def near_names(policy: Policy, name: str) -> str:
    """Suggest names: those whose Chinese or English holds the word asked for."""
    titled = {one: PARAMETERS[one].title for one in policy.names() if one in PARAMETERS}
    parts = set(name.split("_"))
    near = [one for one, title in titled.items() if name in title or parts & set(one.split("_"))]
    if near:
        return f"是不是：{'、'.join(f'{one}（{titled[one]}）' for one in near[:6])}"
    return "全部名称：prepay policy show"
