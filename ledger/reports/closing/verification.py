"""验证: what the proof of the books found, check by check."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from ledger.formats.report import Column, Report, named_row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ledger.formats.report import Row
    from ledger.workflow.close.verify import Verified

COLUMNS = MappingProxyType(
    {
        "book": Column(heading="账套"),
        "check": Column(heading="检查"),
        "result": Column(heading="结果"),
    }
)


def outcome(result: Verified) -> str:
    """Say in a few words how a check came out."""
    said = f"不符 {len(result.findings)} 处" if result.findings else "相符"
    explained = f"，另有 {len(result.explained)} 项已说明" * bool(result.explained)
    older = f"，按旧规则 {len(result.older)} 项" * bool(result.older)
    return f"{said}{explained}{older}"


def verification(results: Sequence[Verified]) -> Report:
    """What verify found, check by check; the tree is the contract's."""
    sound = not any(result.findings for result in results)
    older = [finding.message for result in results for finding in result.older]
    told = (f"另有 {len(older)} 项按旧规则记账，升级以前即已如此：",) if older else ()
    noted = [f"{result.book} {line}" for result in results for line in result.noted]
    return Report(
        title="验证",
        subtitle=(*verdict_lines(results, sound=sound), *told, *older),
        columns=tuple(COLUMNS.values()),
        rows=tuple(check_row(result) for result in results),
        notes=tuple(noted),
        tree={"sound": sound, "checks": [check_tree(result) for result in results]},
    )


def verdict_lines(results: Sequence[Verified], *, sound: bool) -> tuple[str, ...]:
    """Say whether all agrees, then what does not and has been explained."""
    head = "全部相符" if sound else "有不符之处"
    explained = [one.told() for result in results for one in result.explained]
    if not explained:
        return (head,)
    return (f"{head}，另有 {len(explained)} 项已说明", *explained)


def check_row(result: Verified) -> Row:
    """Draw one check, in red where it found something."""
    return named_row(
        COLUMNS,
        {"book": result.book, "check": result.name, "result": outcome(result)},
        mark="alert" if result.findings else "",
    )


def check_tree(result: Verified) -> dict[str, object]:
    """Write one check for programs; what is explained or older only where there is something."""
    tree: dict[str, object] = {
        "id": result.id,
        "book": result.book,
        "ok": not result.findings,
        "detail": "；".join(finding.message for finding in result.findings) or result.name,
    }
    if result.explained:
        tree["explained"] = [one.told() for one in result.explained]
    if result.older:
        tree["older"] = [finding.message for finding in result.older]
    if result.noted:
        tree["noted"] = list(result.noted)
    return tree
