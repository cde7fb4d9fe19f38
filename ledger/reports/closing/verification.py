"""验证: what the proof of the books found, check by check."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.formats.report import Column, Report, Row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ledger.workflow.close.verify import Verified


def outcome(result: Verified) -> str:
    """Say in a few words how a check came out."""
    said = f"不符 {len(result.findings)} 处" if result.findings else "相符"
    explained = f"，另有 {len(result.explained)} 项已说明" * bool(result.explained)
    older = f"，按旧规则 {len(result.older)} 项" * bool(result.older)
    return f"{said}{explained}{older}"


def verification(results: Sequence[Verified]) -> Report:
    """What verify found, check by check; the tree is the contract's."""
    checks = [
        {
            "id": result.id,
            "book": result.book,
            "ok": not result.findings,
            "detail": "；".join(finding.message for finding in result.findings) or result.name,
        }
        | ({"explained": [one.told() for one in result.explained]} if result.explained else {})
        | ({"older": [finding.message for finding in result.older]} if result.older else {})
        for result in results
    ]
    sound = not any(result.findings for result in results)
    explained = [one.told() for result in results for one in result.explained]
    older = [finding.message for result in results for finding in result.older]
    head = "全部相符" if sound else "有不符之处"
    if explained:
        head += f"，另有 {len(explained)} 项已说明"
    told = (f"另有 {len(older)} 项按旧规则记账，升级以前即已如此：",) if older else ()
    return Report(
        title="验证",
        subtitle=(head, *explained, *told, *older),
        columns=(
            Column(heading="账套"),
            Column(heading="检查"),
            Column(heading="结果"),
        ),
        rows=tuple(
            Row(
                cells=(
                    result.book,
                    result.name,
                    outcome(result),
                ),
                mark="alert" if result.findings else "",
            )
            for result in results
        ),
        tree={"sound": sound, "checks": checks},
    )
