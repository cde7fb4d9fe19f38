"""政策方案: the layers of a profile (national → province → …) and the values they give.

Every value stands with its clause and the day from which it holds; a later layer overrides
an earlier one. What no rule settles is a choice: its readings stand in the layer, and a
person records which one holds.
"""

from __future__ import annotations

import functools
import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from ledger.basis.errors import Refused, refuse, unclear

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

PROFILES = Path(__file__).parent / "profiles"


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyValue:
    """One value in force: what, by which clause, from which day, by which layer or person."""

    name: str
    value: str | tuple[str, ...]
    clause: str
    since: date
    layer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A question that no rule settles, with its readings (code → 中文)."""

    name: str
    question: str
    readings: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """One published layer: its title, digest, values and open questions."""

    name: str
    title: str
    digest: str
    values: tuple[PolicyValue, ...]
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """The values in force for a book, by name, and the choices that may be made."""

    values: Mapping[str, PolicyValue]
    choices: Mapping[str, Choice]

    def text(self, name: str) -> str:
        """Give a value that is one word; raises Refused where a choice is still open."""
        value = self._value(name).value
        assert isinstance(value, str), name
        return value

    def texts(self, name: str) -> tuple[str, ...]:
        """Give a value that is a list of words."""
        value = self._value(name).value
        assert isinstance(value, tuple), name
        return value

    def clause(self, name: str) -> str:
        """Give the clause that a value rests on."""
        return self._value(name).clause

    def _value(self, name: str) -> PolicyValue:
        if name not in self.values:
            raise open_question(self.choices[name])
        return self.values[name]


def open_question(choice: Choice) -> Refused:
    """Refuse until a person has chosen, listing the readings and the command."""
    readings = "；".join(f"{code} = {text}" for code, text in choice.readings.items())
    return refuse(
        "CHOICE_MISSING",
        f"尚未选定：{choice.question}。可选：{readings}",
        f"由会计主管选定：prepay policy choose {choice.name} {next(iter(choice.readings))}"
        " --reason 理由",
    )


def load_layers(profile: str) -> tuple[Layer, ...]:
    """Read a profile's layers, the most general first; raises Refused for an unknown name."""
    known = sorted(path.stem for path in PROFILES.glob("*.yaml"))
    if profile not in known or profile == "national":
        names = "、".join(name for name in known if name != "national")
        raise unclear("PROFILE_UNKNOWN", f"没有名为“{profile}”的政策方案", f"可用：{names}")
    layers: list[Layer] = []
    name: str | None = profile
    while name is not None:
        layer, name = read_source((PROFILES / f"{name}.yaml").read_bytes())
        layers.insert(0, layer)
    return tuple(layers)


@functools.cache
def read_source(source: bytes) -> tuple[Layer, str | None]:
    """Read one layer and the name of its parent; the same bytes are worked out once."""
    tree = yaml.safe_load(source)
    return read_layer(tree, hashlib.sha256(source).hexdigest()), tree["parent"]


def read_layer(tree: dict[str, Any], digest: str) -> Layer:
    """Turn one layer's YAML tree into values."""
    name = tree["layer"]
    return Layer(
        name=name,
        title=tree["title"],
        digest=digest,
        values=tuple(
            PolicyValue(
                name=key,
                value=tuple(entry["value"]) if isinstance(entry["value"], list) else entry["value"],
                clause=entry["clause"],
                since=entry["from"],
                layer=name,
            )
            for key, entry in (tree.get("values") or {}).items()
        ),
        choices=tuple(
            Choice(name=key, question=entry["question"], readings=dict(entry["readings"]))
            for key, entry in (tree.get("choices") or {}).items()
        ),
    )


def in_force(layers: tuple[Layer, ...], chosen: Mapping[str, PolicyValue]) -> Policy:
    """Lay the layers over each other and the recorded choices over them."""
    values = {value.name: value for layer in layers for value in layer.values}
    choices = {choice.name: choice for layer in layers for choice in layer.choices}
    return Policy(values={**values, **chosen}, choices=choices)
