"""Reads the file of one layer strictly: every fault at once, each with file, name and remedy."""

from __future__ import annotations

import difflib
import functools
import hashlib
import itertools
import re
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from ledger.basis.errors import Finding, Refused
from ledger.policy.parameters import PARAMETERS
from ledger.policy.shapes import WHOLE, Misshapen, quoted, read_value
from ledger.policy.values import Choice, Layer, PolicyValue, Value
from ledger.policy.yaml_text import Unparsable, parse, parse_kept

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ledger.policy.parameter import Parameter

LAYER_KEYS = ("layer", "title", "document", "parent", "areas", "from", "values", "choices")
ENTRY_KEYS = ("value", "clause", "from", "until", "items", "note", "by_choice")
CHOICE_KEYS = ("item", "question", "clause", "readings", "presumed", "items")
NAME = re.compile(r"[a-z0-9][a-z0-9_-]*", re.ASCII)
ITEM = re.compile(r"(?:[GHR]-\d{2,3}|A-\d{1,2})", re.ASCII)
#: The first digits of a division's code: a province, a city, a county.
AREA_START = re.compile(r"\d{2}(\d{2}){0,2}", re.ASCII)
Tree = dict[str, Any]


class Faults:
    """Collects what is wrong with one file."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.findings: list[Finding] = []

    def add(self, where: str, what: str, remedy: str) -> None:
        """Note one fault: in which parameter, what, and what is expected."""
        place = f"{where}：" if where else ""
        self.findings.append(
            Finding(
                code="PROFILE_UNREADABLE",
                message=f"政策方案文件 {self.file}：{place}{what}",
                remedy=remedy,
                field=where,
                unreadable=True,
            )
        )


@functools.cache
def read_layer(text: str, file: str, *, kept: bool = False) -> Layer:
    """Read one layer; the same text is worked out once. Raises Refused with every fault.

    `kept` tells a text that was read strictly before, when a book adopted it.
    """
    faults = Faults(file)
    tree = tree_of(text, faults, kept=kept)
    strange_keys(tree, LAYER_KEYS, "", faults)
    name = layer_name(tree, file, faults)
    since = day_of(tree.get("from"), "from", faults)
    values, choices = layer_values(name, tree, since, faults), layer_choices(name, tree, faults)
    for key in values:
        if key in choices:
            faults.add(key, "既写了值，又列为待选", "两处只留一处")
    title = word_of(tree, "title", "", faults)
    parent = tree.get("parent")
    if parent is not None and not isinstance(parent, str):
        faults.add("parent", f"上层“{quoted(parent)}”读不懂", "写上层的名称，如 parent: gansu")
    areas = areas_of(tree.get("areas"), faults)
    if faults.findings:
        raise Refused(faults.findings)
    return Layer(
        name=name,
        title=title,
        document=str(tree.get("document") or ""),
        parent=parent or "",
        areas=areas,
        digest=hashlib.sha256(text.encode()).hexdigest(),
        text=text,
        values=MappingProxyType(values),
        choices=MappingProxyType(choices),
    )


def strange_keys(raw: Tree, known: Sequence[str], where: str, faults: Faults) -> None:
    """Note the headings that nobody knows."""
    for key in raw:
        if key not in known:
            faults.add(where, f"不认识的栏目“{key}”", f"可用：{'、'.join(known)}")


def layer_name(tree: Tree, file: str, faults: Faults) -> str:
    """Read a layer's name, which is its file's."""
    stem = file.removesuffix(".yaml")
    name = word_of(tree, "layer", "", faults) or stem
    if name != stem:
        faults.add("layer", f"层名“{name}”与文件名不一致", f"文件改名为 {name}.yaml，或改层名")
    if not NAME.fullmatch(name):
        faults.add("layer", f"层名“{name}”不合用", "用小写英文字母、数字和连字符")
    return name


def layer_values(
    layer: str, tree: Tree, since: date | None, faults: Faults
) -> dict[str, tuple[PolicyValue, ...]]:
    """Read the values of a layer, by parameter."""
    read = {
        key: read_entries(layer, key, raw, since, faults)
        for key, raw in section(tree, "values", faults).items()
    }
    return {key: entries for key, entries in read.items() if entries}


def layer_choices(layer: str, tree: Tree, faults: Faults) -> dict[str, Choice]:
    """Read the open questions of a layer, by name."""
    choices = {}
    for key, raw in section(tree, "choices", faults).items():
        choice = read_choice(layer, key, raw, faults)
        if choice is not None:
            choices[key] = choice
    return choices


def tree_of(text: str, faults: Faults, *, kept: bool) -> Tree:
    """Parse the YAML; a file that is no YAML, or no table, is a single fault."""
    try:
        tree = parse_kept(text) if kept else parse(text)
    except Unparsable as error:
        faults.add("", str(error), "核对缩进、冒号后的空格和引号")
        raise Refused(faults.findings) from None
    if not isinstance(tree, dict):
        faults.add("", "不是一个方案", "至少写 layer、title、parent 和 values，见 docs/profiles.md")
        raise Refused(faults.findings)
    return tree


def areas_of(raw: object, faults: Faults) -> tuple[str, ...]:
    """Read the first digits of the areas that a layer is for; () where it does not say."""
    if raw is None:
        return ()
    codes = raw if isinstance(raw, list) else [raw]
    good = [code for code in codes if isinstance(code, str) and AREA_START.fullmatch(code)]
    if len(good) != len(codes) or not good:
        faults.add(
            "areas",
            "适用的统筹区应写成区划代码的前几位",
            'areas: ["62"] 是全省，["6207"] 是全市；都加引号',
        )
    return tuple(good)


def section(tree: Tree, key: str, faults: Faults) -> Tree:
    """Take a table of entries; an absent one is empty."""
    found = tree.get(key)
    if found is None:
        return {}
    if not isinstance(found, dict):
        faults.add(key, "应是一张表，每个参数一项", "见 docs/profiles.md 的例子")
        return {}
    return found


def read_entries(
    layer: str, name: object, raw: object, since: date | None, faults: Faults
) -> tuple[PolicyValue, ...]:
    """Read one parameter's entry, or its list of dated entries, in order of their dates."""
    parameter = PARAMETERS.get(name) if isinstance(name, str) else None
    if parameter is None or not isinstance(name, str):
        faults.add(str(name), "没有这个参数", closest(str(name)))
        return ()
    entries: list[PolicyValue] = []
    for each in raw if isinstance(raw, list) else [raw]:
        entry = read_entry(layer, name, parameter, each, since, faults)
        if entry is not None:
            entries.append(entry)
    entries.sort(key=lambda entry: entry.since)
    for first, second in itertools.pairwise(entries):
        check_overlap(name, first, second, faults)
    return tuple(entries)


def check_overlap(name: str, first: PolicyValue, second: PolicyValue, faults: Faults) -> None:
    """Note that an entry still holds when the next one begins."""
    if first.until is not None and first.until < second.since:
        return
    ending = first.until.isoformat() if first.until else "没有截止日"
    faults.add(
        name,
        f"从 {first.since} 起的一项（{ending}）与从 {second.since} 起的一项重叠",
        f"给前一项写 until: {date.fromordinal(second.since.toordinal() - 1)}",
    )


def read_entry(
    layer: str, name: str, parameter: Parameter, raw: object, since: date | None, faults: Faults
) -> PolicyValue | None:
    """Read one dated entry: its value, clause and dates."""
    if not isinstance(raw, dict) or "value" not in raw:
        faults.add(name, "没有 value", "写成 value、clause、from 三行")
        return None
    before = len(faults.findings)
    strange_keys(raw, ENTRY_KEYS, name, faults)
    clause = word_of(raw, "clause", name, faults)
    begins, until = entry_days(raw, name, since, faults)
    value = value_of(name, parameter, raw, faults)
    items = items_of(raw, name, faults)
    if value is None or begins is None or len(faults.findings) > before:
        return None
    return PolicyValue(
        name=name,
        value=value,
        clause=clause,
        since=begins,
        until=until,
        layer=layer,
        items=items,
        note=str(raw.get("note") or ""),
        choice=str(raw.get("by_choice") or ""),
    )


def entry_days(
    raw: Tree, name: str, since: date | None, faults: Faults
) -> tuple[date | None, date | None]:
    """Read from when until when an entry holds; `since` where it does not say."""
    begins = day_of(raw.get("from"), name, faults) or since
    if begins is None:
        faults.add(name, "没有生效日期", "写 from: 2025-01-01，或在文件开头写全文的 from")
    until = day_of(raw.get("until"), name, faults)
    if begins and until and until < begins:
        faults.add(name, f"截止日 {until} 早于生效日 {begins}", "核对 from 和 until")
    return begins, until


def value_of(name: str, parameter: Parameter, raw: Tree, faults: Faults) -> Value | None:
    """Read an entry's value; under `by_choice` it is one value for each reading."""
    try:
        if raw.get("by_choice") and isinstance(raw["value"], dict):
            return MappingProxyType(
                {str(key): str(read_value(parameter, one)) for key, one in raw["value"].items()}
            )
        return read_value(parameter, raw["value"])
    except Misshapen as error:
        faults.add(name, str(error), f"“{parameter.title}”：改正 value")
        return None


def read_choice(layer: str, name: object, raw: object, faults: Faults) -> Choice | None:
    """Read one open question with its readings."""
    if not isinstance(raw, dict) or not isinstance(name, str):
        faults.add(str(name), "不是一个待选口径", "写 item、question、clause、readings")
        return None
    if name not in PARAMETERS and not NAME.fullmatch(name):
        faults.add(name, "待选口径的名称不合用", "用小写英文字母、数字和下划线")
    strange_keys(raw, CHOICE_KEYS, name, faults)
    words = {key: word_of(raw, key, name, faults) for key in ("item", "question", "clause")}
    readings = raw.get("readings")
    if not isinstance(readings, dict) or not readings:
        faults.add(name, "没有读法", "在 readings 里逐条写：代码: 中文说明")
        return None
    check_readings(name, readings, faults)
    return Choice(
        name=name,
        item=words["item"],
        question=words["question"],
        clause=words["clause"],
        readings=MappingProxyType(dict(readings)),
        presumed=presumed_reading(raw, name, readings, faults),
        layer=layer,
        items=items_of(raw, name, faults),
    )


def presumed_reading(raw: Tree, name: str, readings: Tree, faults: Faults) -> str:
    """Read which reading counts while nobody has chosen; "" where none does."""
    presumed = raw.get("presumed") or ""
    if presumed and presumed not in readings:
        faults.add(name, f"推定的读法“{quoted(presumed)}”不在读法之内", "改成 readings 里的一个")
    return str(presumed)


def check_readings(name: str, readings: Tree, faults: Faults) -> None:
    """Note the readings that are no words, and those that their parameter could not take."""
    for code, text in readings.items():
        if not isinstance(code, str) or not isinstance(text, str):
            faults.add(name, f"读法“{quoted(code)}”没有加引号", f'写成 "{code}": 中文说明')
        elif name in PARAMETERS:
            reading_fault(name, code, faults)


def reading_fault(name: str, code: str, faults: Faults) -> None:
    """Fault a reading's code that its parameter could not hold as a value."""
    parameter = PARAMETERS[name]
    if parameter.shape == "flag":
        known = code in ("yes", "no")
    elif parameter.shape == "whole":
        known = WHOLE.fullmatch(code) is not None and code in (parameter.words or {code})
    else:
        known = parameter.shape == "text" and code in (parameter.words or {code})
    if not known:
        faults.add(name, f"读法“{code}”不是“{parameter.title}”能取的值", "改读法的代码")


def items_of(raw: Tree, name: str, faults: Faults) -> tuple[str, ...]:
    """Read which numbered lines of the regulations an entry serves."""
    items = raw.get("items") or []
    good = isinstance(items, list) and all(
        isinstance(item, str) and ITEM.fullmatch(item) for item in items
    )
    if not good:
        faults.add(name, f"items 读不懂：{quoted(items)}", "写成 [G-10, H-04] 这样的编号")
        return ()
    return tuple(items)


def word_of(raw: Tree, key: str, name: str, faults: Faults) -> str:
    """Read a word that must be there."""
    found = raw.get(key)
    if isinstance(found, str) and found.strip():
        return found
    names = {"clause": "条款", "layer": "层名", "title": "标题", "item": "编号", "question": "问题"}
    if found is None:
        faults.add(name or key, f"没有写{names[key]}（{key}）", f"补上 {key}")
    else:
        faults.add(name or key, f"{key} 应是加引号的文字，写的是 {quoted(found)}", f"改 {key}")
    return ""


def day_of(raw: object, name: str, faults: Faults) -> date | None:
    """Read a date; here, and only here, dates stand without quotes (both are understood)."""
    if raw is None:
        return None
    if type(raw) is date:
        return raw
    try:
        return date.fromisoformat(raw) if isinstance(raw, str) else wrong_day()
    except ValueError:
        faults.add(name, f"日期“{quoted(raw)}”读不懂", "写成 2025-01-01")
        return None


def wrong_day() -> date:
    """Refuse what is neither a date nor text."""
    raise ValueError


def closest(name: str) -> str:
    """Suggest the parameters whose names look like a word that is unknown."""
    titles = {parameter.title: known for known, parameter in PARAMETERS.items()}
    near = difflib.get_close_matches(name.lower(), [*PARAMETERS, *titles], n=4, cutoff=0.6)
    names = [titles.get(word, word) for word in near]
    said = "、".join(f"{known}（{PARAMETERS[known].title}）" for known in dict.fromkeys(names))
    return f"是不是 {said}？" if said else "可用的参数见 docs/profiles.md 的“参数一览”"


def unset(layers: Sequence[Layer]) -> Iterator[tuple[str, Parameter]]:
    """Name the parameters that every profile must set and that no layer does."""
    for name, parameter in PARAMETERS.items():
        if not parameter.optional and not any(layer.names(name) for layer in layers):
            yield name, parameter
