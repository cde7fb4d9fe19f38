"""What two sets of layers say differently: each value and question, before and after."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ledger.policy.values import Choice, Layer, PolicyValue, Value


@dataclass(frozen=True, slots=True, kw_only=True)
class LayerChange:
    """One name of one layer: what it said before and no more, and what it says only now."""

    layer: str
    name: str
    before: str
    after: str


def changes_between(before: Sequence[Layer], after: Sequence[Layer]) -> tuple[LayerChange, ...]:
    """List every name whose values or readings differ, layer by layer."""
    old = {layer.name: said_by(layer) for layer in before}
    new = {layer.name: said_by(layer) for layer in after}
    found = []
    for layer in {**old, **new}:
        was, is_ = old.get(layer, {}), new.get(layer, {})
        found += [
            LayerChange(
                layer=layer,
                name=name,
                before=without(was.get(name, ()), is_.get(name, ())),
                after=without(is_.get(name, ()), was.get(name, ())),
            )
            for name in {**was, **is_}
            if was.get(name, ()) != is_.get(name, ())
        ]
    return tuple(found)


def without(texts: Sequence[str], same: Sequence[str]) -> str:
    """Join what is said, leaving out what the other side says too."""
    return "；".join(text for text in texts if text not in same)


def said_by(layer: Layer) -> Mapping[str, tuple[str, ...]]:
    """Write everything that a layer says, by name, one text for each dated entry."""
    values = {name: tuple(map(entry_text, entries)) for name, entries in layer.values.items()}
    return values | {name: (choice_text(choice),) for name, choice in layer.choices.items()}


def entry_text(entry: PolicyValue) -> str:
    """Write a dated value with its clause and its days."""
    until = f" 至 {entry.until}" if entry.until else ""
    by = f"，按 {entry.choice}" if entry.choice else ""
    return f"{value_text(entry.value)}（{entry.clause}，自 {entry.since}{until}{by}）"


def choice_text(choice: Choice) -> str:
    """Write an open question with its readings."""
    readings = "、".join(f"{code} = {text}" for code, text in choice.readings.items())
    presumed = f"，推定 {choice.presumed}" if choice.presumed else ""
    return f"待选（{choice.clause}{presumed}）：{readings}"


def value_text(value: Value) -> str:
    """Write a value of any shape on one line."""
    if isinstance(value, str):
        return value
    if isinstance(value, tuple):
        return "、".join(
            part if isinstance(part, str) else "，".join(part.values()) for part in value
        )
    return "、".join(f"{key}：{cell}" for key, cell in value.items())
