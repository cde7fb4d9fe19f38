"""Finds the layers of a profile, and puts them over each other: national → province → city.

Layers are files: those that ship with the program, and those in the folder `profiles/` beside
a database. A file of the office's own wins over a shipped one of the same name.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ledger.basis.errors import Finding, Refused, unclear
from ledger.policy.layer_file import read_layer, unset
from ledger.policy.parameters import PARAMETERS
from ledger.policy.shapes import words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from ledger.policy.values import Choice, Layer, PolicyValue

PROFILES = Path(__file__).parent / "profiles"
ROOT = "national"
#: The shipped layers have some 13 KiB; YAML takes seconds for each MiB.
LARGEST = 1 << 20
#: What says nothing without another: a name, what it must say for that, and its companion.
COMPANIONS = (
    ("coefficients", "", "coefficient_by"),
    ("floor", "tiers", "floor_tiers"),
    ("floor", "five_thousand", "floor_tiers"),
    ("floor", "ten_thousand", "floor_tiers"),
    ("fund_selection", "most_months", "fund_tie"),
    ("eligibility_list", "settled", "settled_years"),
    ("eligibility_list", "settled", "settled_service"),
    ("eligibility_list", "evaluation", "evaluation_years"),
    ("eligibility_list", "evaluation", "evaluation_minimum"),
    ("eligibility_list", "penalty", "penalty_free_months"),
    ("eligibility_list", "suspension", "suspension_free_months"),
    ("eligibility_list", "threshold", "threshold"),
)


def layer_files(folder: Path | None) -> dict[str, Path]:
    """List the files of layers by name: shipped, then the office's own over them."""
    files = {path.stem: path for path in sorted(PROFILES.glob("*.yaml"))}
    if folder is not None and folder.is_dir():
        files |= {path.stem: path for path in sorted(folder.glob("*.yaml"))}
    return files


def text_of(path: Path) -> str:
    """Read the text of a layer's file; line ends and a byte-order mark say nothing.

    Raises Refused (PROFILE_UNREADABLE) for what is no file, no text, or too large to be one.
    """
    try:
        if not path.is_file():
            raise unreadable(path, "不是文件", "把同名的文件夹移走，或改名")
        with path.open("rb") as file:
            raw = file.read(LARGEST + 1)
        if len(raw) > LARGEST:
            raise unreadable(path, "超过 1 MiB", "一层只写与上一层不同的取值，核对是不是放错了文件")
        return raw.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError:
        raise unreadable(path, "不是 UTF-8 文字", "另存为 UTF-8") from None
    except OSError:
        raise unreadable(path, "打不开", "核对文件的读取权限") from None


def unreadable(path: Path, what: str, remedy: str) -> Refused:
    """Refuse the file of a layer as a whole."""
    return unclear("PROFILE_UNREADABLE", f"政策方案文件 {path.name} {what}", remedy)


def texts_of(folder: Path | None, names: Iterable[str]) -> dict[str, str]:
    """Read the texts of these layers, by name; a layer without a file is left out."""
    files = layer_files(folder)
    return {name: text_of(files[name]) for name in names if name in files}


def load_layers(
    profile: str, folder: Path | None = None, kept: Sequence[Layer] = ()
) -> tuple[Layer, ...]:
    """Read a profile's layers, the most general first; `kept` stand in for files that are gone.

    Raises Refused for a name or a parent that is unknown, for layers that lead back to
    themselves, for any fault of a file, and where the layers together leave something unset.
    """
    files = layer_files(folder)
    texts = {layer.name: layer.text for layer in kept}
    known = [*files, *(name for name in texts if name not in files)]
    check_known(profile, known)
    layers: list[Layer] = []
    name = profile
    while name:
        text = text_of(files[name]) if name in files else texts[name]
        layer = read_layer(text, f"{name}.yaml")
        layers.insert(0, layer)
        name = parent_of(layer, layers, known)
    found = tuple(layers)
    check_whole(profile, found)
    return found


def check_known(profile: str, known: Sequence[str]) -> None:
    """Refuse a profile that is not there; the root is a layer, but no profile."""
    offered = [name for name in known if name != ROOT]
    if profile not in offered:
        names = "、".join(offered)
        raise unclear("PROFILE_UNKNOWN", f"没有名为“{profile}”的政策方案", f"可用：{names}")


def parent_of(layer: Layer, layers: Sequence[Layer], known: Sequence[str]) -> str:
    """Name the layer above; refuses one that is unknown, and one already passed."""
    if layer.parent and layer.parent not in known:
        raise unclear(
            "PROFILE_UNREADABLE",
            f"政策方案文件 {layer.name}.yaml：parent：没有名为“{layer.parent}”的上层",
            f"可用：{'、'.join(known)}",
        )
    if layer.parent in {passed.name for passed in layers}:
        way = " → ".join([*(passed.name for passed in reversed(layers)), layer.parent])
        raise unclear(
            "PROFILE_UNREADABLE",
            f"政策方案文件 {layer.name}.yaml：parent：各层绕成了圈（{way}）",
            "改正 parent：一层只能以更高的一层为上层",
        )
    return layer.parent


def check_whole(profile: str, layers: Sequence[Layer]) -> None:
    """Refuse layers that leave a parameter unset, or lean on a choice that is not there."""
    findings = [
        *unset_findings(profile, layers),
        *companion_findings(profile, layers),
        *choice_findings(layers),
    ]
    if findings:
        raise Refused(findings)


def unset_findings(profile: str, layers: Sequence[Layer]) -> list[Finding]:
    """Word which parameters no layer sets."""
    return [
        Finding(
            code="PROFILE_INCOMPLETE",
            message=f"政策方案 {profile} 没有规定“{parameter.title}”（{name}）",
            remedy=f"在 {profile}.yaml 的 values 里补上 {name}，写明 value、clause 和 from",
            field=name,
            unreadable=True,
        )
        for name, parameter in unset(layers)
    ]


def companion_findings(profile: str, layers: Sequence[Layer]) -> Iterator[Finding]:
    """Word which parameters are set without the one that they need beside them."""
    for name, word, companion in COMPANIONS:
        if not speaks(layers, name, word) or any(layer.names(companion) for layer in layers):
            continue
        yield Finding(
            code="PROFILE_INCOMPLETE",
            message=f"政策方案 {profile} 写了“{PARAMETERS[name].title}”（{name}），"
            f"却没有“{PARAMETERS[companion].title}”（{companion}）",
            remedy=f"在 {profile}.yaml 里补上 {companion}",
            field=companion,
            unreadable=True,
        )


def choice_findings(layers: Sequence[Layer]) -> Iterator[Finding]:
    """Word which values lean on a choice that has other readings, or is not there."""
    choices = {name: choice for layer in layers for name, choice in layer.choices.items()}
    for value in values_of(layers):
        if not value.choice or readings_of(value) == known_readings(choices, value.choice):
            continue
        yield Finding(
            code="PROFILE_UNREADABLE",
            message=f"政策方案文件 {value.layer}.yaml：{value.name}："
            f"by_choice 指的 {value.choice} 与它的读法对不上",
            remedy=f"在 choices 里写 {value.choice}，并为它的每个读法写一个值",
            field=value.name,
            unreadable=True,
        )


def values_of(layers: Iterable[Layer]) -> Iterator[PolicyValue]:
    """Return the dated values of layers, in their order."""
    for layer in layers:
        for entries in layer.values.values():
            yield from entries


def speaks(layers: Sequence[Layer], name: str, word: str) -> bool:
    """Return whether the lowest layer that speaks of a name says a word, or could be chosen to."""
    lowest = next((layer for layer in reversed(layers) if layer.names(name)), None)
    if lowest is None or not word:
        return lowest is not None
    if name in lowest.choices:
        return word in lowest.choices[name].readings
    return any(word in words_of(entry.value) for entry in lowest.values[name])


def known_readings(choices: Mapping[str, Choice], name: str) -> set[str]:
    """Return the readings of a choice; none where there is no such choice."""
    return set(choices[name].readings) if name in choices else set()


def readings_of(value: PolicyValue) -> set[str]:
    """Return the readings for which a value that leans on a choice says something."""
    return set() if isinstance(value.value, str | tuple) else set(value.value)
