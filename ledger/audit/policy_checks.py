"""验证 what a book works by: nothing of it may differ from what the log says people did.

The rules, the readings and the figures decide what may be paid, so whoever changes them behind
the program's back changes what `verify` would call lawful. Each of them was brought in by a
verb, and the verb left a line in the log. Lines are matched whatever their order, since every
one also says what stood before it: a clock that was set back makes no sound book unsound.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from typing import TYPE_CHECKING, Any

from ledger.audit.choice_checks import unlogged_choices
from ledger.audit.invariants import broken
from ledger.basis.errors import Refused
from ledger.basis.money import yuan
from ledger.policy.layer_file import read_layer

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
        if not recorded_at_once(layers):
            yield broken("POLICY_TEXT", f"{book} 第 {version} 版政策方案的各层次序、经手人不一致")
    yield from misplaced(stored)


def recorded_at_once(layers: list[Row]) -> bool:
    """Return whether layers are of one recording: by the same people, and in order."""
    alike = len({tuple(row[name] for name in SHARED) for row in layers}) == 1
    return alike and [row["place"] for row in layers] == list(range(len(layers)))


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
    yield from missing_versions(stored)
    held, said = layers_held(stored), layers_said(stored)
    for identity, names in held.items():
        if len(names) > len(said.get(identity, ())):
            yield broken("POLICY_UNLOGGED", f"{book} {names[-1]}政策方案在操作日志里没有")
    for identity, names in said.items():
        if len(names) > len(held.get(identity, ())):
            name = held[identity][-1] if identity in held else names[0]
            yield broken("POLICY_LOST", f"{book} 操作日志里有{name}记下的政策方案，账里没有")


#: A set of layers: what stood before it and after it, why, by whom, and by whom adopted.
LayersSaid = tuple[frozenset[tuple[str, str]], frozenset[tuple[str, str]], str, str, str]


def missing_versions(stored: Stored) -> Iterator[Finding]:
    """Name the gaps in the numbers of a book's versions."""
    for place, version in enumerate(versions_of(stored), 1):
        if place != version:
            yield broken("POLICY_UNLOGGED", f"{stored.book.code} 政策方案缺第 {place} 版")


def layers_held(stored: Stored) -> dict[LayersSaid, list[str]]:
    """Name the versions that a book has, by what the log must say of each."""
    held: dict[LayersSaid, list[str]] = {}
    before: dict[str, str] = {}
    for version, layers in versions_of(stored).items():
        head = layers[0]
        after = {row["layer"]: row["digest"] for row in layers}
        who = (head["reason"], head["recorded_by"], head["adopted_by"])
        held.setdefault((digests(before), digests(after), *who), []).append(f"第 {version} 版")
        before = after if head["adopted_by"] else before
    return held


def layers_said(stored: Stored) -> dict[LayersSaid, list[str]]:
    """Name the lines of the log that say that layers were recorded, by what they say."""
    said: dict[LayersSaid, list[str]] = {}
    for line in stored.policy.lines:
        for identity in adoptions_in(line):
            name = f"{line['at'][:19]} {line['operator']} "
            said.setdefault(identity, []).append(name)
    return said


def adoptions_in(line: Row) -> Iterator[LayersSaid]:
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
    left = left_by_imports(stored, figures=figures)
    for year in sorted({*left, *held}):
        now = held.get(year, NOTHING)
        said = [json.loads(text) for text in +left.get(year, Counter())]
        # A year of which neither is left has nothing to be compared.
        if said != [now] and (said or year in held):
            logged = "；".join(map(shown, said)) or "没有导入过"
            yield broken(
                code,
                f"{stored.book.code} {year} 年{what}与导入时不符：现为 {shown(now)}，"
                f"操作日志为 {logged}",
            )


def left_by_imports(stored: Stored, *, figures: bool) -> dict[str, Counter[str]]:
    """Count for each year which states imports left, less those that a later one found."""
    left: dict[str, Counter[str]] = {}
    for line in stored.policy.lines:
        if line["action"] != "assess-import":
            continue
        for told in json.loads(line["content"])["years"]:
            if ("balance" in told["after"]) is figures:
                states = left.setdefault(told["year"], Counter([written(NOTHING)]))
                states[written(told["before"])] -= 1
                states[written(told["after"])] += 1
    return left


def written(state: Row) -> str:
    """Write a state so that equal ones are equal texts."""
    return json.dumps(state, sort_keys=True)


def shown(state: Row) -> str:
    """Show a state for people."""
    amounts = [f"{title} {state[name]}" for name, title in FIGURES.items() if name in state]
    return "、".join(amounts) or f"{state['rows']} 行、{state['amount']} 元"
