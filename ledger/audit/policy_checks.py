"""验证 what a book works by: nothing of it may differ from what the log says people did.

The rules, the readings and the figures decide what may be paid, so whoever changes them behind
the program's back changes what `verify` would call lawful. Each of them was brought in by a
verb, and the verb left a line in the log. Lines are matched whatever their order, since every
one also says what stood before it: a clock that was set back makes no sound book unsound.
"""

from __future__ import annotations

import hashlib
import itertools
import json
import re
from collections import Counter
from datetime import datetime
from typing import TYPE_CHECKING, Any

from ledger.audit.invariants import broken
from ledger.basis.errors import Refused
from ledger.basis.money import yuan
from ledger.policy.layer_file import read_layer
from ledger.policy.values import choice_ground
from ledger.store.policy import CHOICE, first_year

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ledger.audit.invariants import Stored
    from ledger.basis.errors import Finding

Row = dict[str, Any]
#: What every layer of one version has in common.
SHARED = ("reason", "recorded_by", "recorded_at", "adopted_by", "adopted_at")
FIGURES = {
    "balance": "累计结余",
    "income": "上年收入",
    "expenditure": "上年支出",
    "forecast_income": "测算收入",
    "forecast_expenditure": "测算支出",
}
NOTHING = {"rows": 0, "amount": "0.00"}


def check_policy(stored: Stored) -> Iterator[Finding]:
    """Compare adopted texts, chosen readings and imported figures with the log."""
    yield from altered_texts(stored)
    yield from unlogged_layers(stored)
    yield from unlogged_choices(stored)
    yield from unlogged_figures(stored)
    yield from unlogged_payments(stored)


def altered_texts(stored: Stored) -> Iterator[Finding]:
    """Name the adopted texts that are no longer what their digest says, and sets out of order."""
    book = stored.book.code
    for row in stored.policy.layers:
        if hashlib.sha256(row["content"].encode()).hexdigest() != row["digest"]:
            yield broken(
                "POLICY_TEXT",
                f"{book} 第 {row['version']} 版政策方案 {row['layer']} 的文字与采用时的摘要不符",
            )
    for version, layers in versions_of(stored).items():
        alike = len({tuple(row[name] for name in SHARED) for row in layers}) == 1
        if not alike or [row["place"] for row in layers] != list(range(len(layers))):
            yield broken("POLICY_TEXT", f"{book} 第 {version} 版政策方案的各层次序、经手人不一致")
    yield from misplaced(stored)


def misplaced(stored: Stored) -> Iterator[Finding]:
    """Name the layers in use that lie over another than the one that their text names."""
    above = ""
    for row in in_use(stored):
        try:
            parent = read_layer(row["content"], f"{row['layer']}.yaml").parent
        except Refused as error:
            told = error.findings[0].message
            yield broken("POLICY_TEXT", f"{stored.book.code} 采用的文字读不懂：{told}")
            return
        if parent != above:
            yield broken(
                "POLICY_TEXT",
                f"{stored.book.code} 采用的政策方案 {row['layer']} 应在 {parent or '最上'} 之下，"
                f"现在 {above or '最上'} 之下",
            )
        above = row["layer"]


def versions_of(stored: Stored) -> dict[int, list[Row]]:
    """Group a book's layers into the sets that were recorded together, oldest first."""
    found: dict[int, list[Row]] = {}
    for row in stored.policy.layers:
        found.setdefault(row["version"], []).append(row)
    return found


def in_use(stored: Stored) -> list[Row]:
    """Return the newest adopted set."""
    adopted = [layers for layers in versions_of(stored).values() if layers[0]["adopted_by"]]
    return adopted[-1] if adopted else []


def unlogged_layers(stored: Stored) -> Iterator[Finding]:
    """Name the sets of layers that nobody recorded, and those recorded that are gone.

    A book of 0.1.0 adopted nothing when it was opened: its line does not say `adopted`.
    """
    book = stored.book.code
    held: Counter[tuple[Any, ...]] = Counter()
    names: dict[tuple[Any, ...], str] = {}
    before: dict[str, str] = {}
    for place, (version, layers) in enumerate(versions_of(stored).items(), 1):
        head = layers[0]
        after = {row["layer"]: row["digest"] for row in layers}
        who = (head["reason"], head["recorded_by"], head["adopted_by"])
        identity = (digests(before), digests(after), *who)
        held[identity] += 1
        names[identity] = f"第 {version} 版"
        before = after if head["adopted_by"] else before
        if place != version:
            yield broken("POLICY_UNLOGGED", f"{book} 政策方案缺第 {place} 版")
    said: Counter[tuple[Any, ...]] = Counter()
    for line in stored.policy.lines:
        for identity in adoptions_in(line):
            said[identity] += 1
            names.setdefault(identity, f"{line['at'][:19]} {line['operator']} ")
    for identity in held - said:
        yield broken("POLICY_UNLOGGED", f"{book} {names[identity]}政策方案在操作日志里没有")
    for identity in said - held:
        yield broken("POLICY_LOST", f"{book} 操作日志里有{names[identity]}记下的政策方案，账里没有")


def adoptions_in(line: Row) -> Iterator[tuple[Any, ...]]:
    """Read what a line of the log says of layers proposed or adopted."""
    by = line["operator"]
    if line["action"] == "init":
        content = json.loads(line["content"])
        if content.get("adopted"):
            yield digests({}), digests(content["layers"]), content["adopted"], by, by
    elif line["action"] == "policy-adopt":
        content = json.loads(line["content"])
        adopted_by = by if content["stage"] == "adopted" else ""
        layers = digests(content["before"]), digests(content["after"])
        yield *layers, content["reason"], content["proposed_by"], adopted_by


def digests(layers: dict[str, str]) -> frozenset[tuple[str, str]]:
    """Return a set of layers as something to compare."""
    return frozenset(layers.items())


def unlogged_choices(stored: Stored) -> Iterator[Finding]:
    """Name the readings that nobody chose, those chosen that are gone, and those out of order."""
    book = stored.book.code
    last = last_proposals(stored)
    held: Counter[Said] = Counter()
    for name, group in itertools.groupby(stored.policy.values, key=lambda row: row["name"]):
        before = ""
        for place, row in enumerate(group, 1):
            if row["version"] != place:
                yield broken("CHOICE_UNLOGGED", f"{book} 口径 {name} 缺第 {place} 次记录")
            if row["layer"] != CHOICE:
                continue  # 0.1.0 kept copies of its profile's values here.
            value, by = json.loads(row["value"]), row["recorded_by"]
            year, ground = first_year(row["since"]), row["clause"]
            held[name, before, value, row["reason"], year, by, people_in(ground, by)] += 1
            before = value
            proposed = last.get((name, place))
            if "提出，" in ground if proposed is None else not follows(row, proposed):
                told = f"{book} 口径 {name} 第 {place} 次选定的不是另一人提出的"
                yield broken("CHOICE_UNCONFIRMED", told)
            dated = GROUND.fullmatch(ground)
            recorded = datetime.fromisoformat(row["recorded_at"]).date().isoformat()
            if dated is not None and dated[1] != recorded:
                yield broken("CHOICE_UNLOGGED", f"{book} 口径 {name} 的选定时间被改")
            if len(row["since"]) != len("2026") and row["since"] != row["recorded_at"][:10]:
                yield broken("CHOICE_UNLOGGED", f"{book} 口径 {name} 的起用年度被改")
    said = said_of_choices(stored, held)
    yield from apart(book, held, said)
    yield from unlogged_proposals(stored)


#: A choice: name, value before and after, reason, first year, who, and the ground as it reads.
Said = tuple[str, str, str, str, int, str, str]
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
    for code, ones, where in (
        ("CHOICE_UNLOGGED", held - said, "操作日志里没有"),
        ("CHOICE_LOST", said - held, "操作日志里有，账里没有"),
    ):
        for name, before, value, reason, year, _, ground in ones:
            years = f"，自 {year} 年度起" if year else ""
            what = f"口径 {name} 由“{before or '未选'}”选为“{value}”{years}（{ground}，{reason}）"
            yield broken(code, f"{book} {what}，{where}")


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
    held: Counter[tuple[Any, ...]] = Counter()
    decided = Counter(row["name"] for row in stored.policy.values)
    places: Counter[tuple[str, int]] = Counter()
    for row in stored.policy.proposals:
        places[row["name"], row["version"]] += 1
        late = row["version"] > decided[row["name"]] + 1
        if late or row["place"] != places[row["name"], row["version"]]:
            yield broken("CHOICE_UNLOGGED", f"{stored.book.code} 口径 {row['name']} 提出的次序被改")
        told = (json.loads(row["value"]), row["reason"], row["from_year"], row["paper"])
        held[row["name"], *told, row["recorded_by"]] += 1
    said: Counter[tuple[Any, ...]] = Counter()
    for line in stored.policy.lines:
        if line["action"] == "policy-propose":
            content = json.loads(line["content"])
            told = (content["value"], content["reason"], content["from_year"], content["paper"])
            said[line["subject"], *told, line["operator"]] += 1
    for code, ones, where in (
        ("CHOICE_UNLOGGED", held - said, "操作日志里没有"),
        ("CHOICE_LOST", said - held, "操作日志里有，账里没有"),
    ):
        for name, value, reason, year, paper, by in ones:
            words = f"{by} 提出的口径 {name} = “{value}”（{year} 年度起，{paper}，{reason}）"
            yield broken(code, f"{stored.book.code} {words}，{where}")


def stood_before(unsaid: Counter[Said], name: str, chosen: tuple[Any, ...]) -> str:
    """Return what stood before a choice whose line does not say it, as 0.1.0's do not."""
    return next((was for at, was, *more in unsaid if at == name and tuple(more) == chosen), "")


def unlogged_figures(stored: Stored) -> Iterator[Finding]:
    """Name the years whose fund figures are not what the last import of them left."""
    held: dict[str, Row] = {}
    for row in stored.policy.figures:
        amounts = {name: yuan(row[f"{name}_fen"]) for name in FIGURES}
        held[str(row["year"])] = {"rows": 1, "amount": amounts["balance"], **amounts}
    yield from imported(stored, held, "FIGURES_UNLOGGED", "基金收支数", figures=True)


def unlogged_payments(stored: Stored) -> Iterator[Finding]:
    """Name the years whose payments are not what the last import of them left: rows and sum."""
    held = {
        year: {"rows": stock.rows, "amount": yuan(stock.amount_fen)}
        for year, stock in stored.policy.payments.items()
    }
    yield from imported(stored, held, "PAYMENTS_UNLOGGED", "医疗费用支付数", figures=False)


def imported(
    stored: Stored, held: dict[str, Row], code: str, what: str, *, figures: bool
) -> Iterator[Finding]:
    """Compare what is held for each year with where the lines of the log lead.

    Every import says what it found and what it left, so what was left and never found again
    is what must be held now.
    """
    left: dict[str, Counter[str]] = {}
    for line in stored.policy.lines:
        if line["action"] != "assess-import":
            continue
        for told in json.loads(line["content"])["years"]:
            if ("balance" in told["after"]) is figures:
                states = left.setdefault(told["year"], Counter([written(NOTHING)]))
                states[written(told["before"])] -= 1
                states[written(told["after"])] += 1
    for year in sorted({*left, *held}):
        now = held.get(year, NOTHING)
        said = [json.loads(text) for text, times in left.get(year, Counter()).items() if times > 0]
        if said != [now] and (said or year in held):
            logged = "；".join(shown(state) for state in said) or "没有导入过"
            yield broken(
                code,
                f"{stored.book.code} {year} 年{what}与导入时不符：现为 {shown(now)}，"
                f"操作日志为 {logged}",
            )


def written(state: Row) -> str:
    """Write a state so that equal ones are equal texts."""
    return json.dumps(state, sort_keys=True)


def shown(state: Row) -> str:
    """Show a state for people."""
    amounts = [f"{title} {state[name]}" for name, title in FIGURES.items() if name in state]
    return "、".join(amounts) or f"{state['rows']} 行、{state['amount']} 元"
