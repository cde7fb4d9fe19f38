"""采用政策方案 as a report: what was proposed or adopted, each value before and after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.formats.report import Column, Report, Row, book_line
from ledger.policy.parameters import PARAMETERS

if TYPE_CHECKING:
    from ledger.workflow.policy.policy import Adopting


def adoption(done: Adopting) -> Report:
    """What an adoption changes, before and after."""
    if done.adopted:
        said = f"{done.proposed_by} 提出，现已采用"
    else:
        said = f"{done.proposed_by} 已提出，待另一位会计主管采用：prepay policy adopt"
    return Report(
        title="采用政策方案" if done.adopted else "提出采用政策方案",
        subtitle=(book_line(done.book), said, f"理由：{done.reason}"),
        columns=(
            Column(heading="层"),
            Column(heading="名称", wraps=12),
            Column(heading="参数", wraps=12, spare=True),
            Column(heading="采用前", wraps=20),
            Column(heading="采用后", wraps=20),
        ),
        rows=tuple(
            Row(
                cells=(
                    change.layer,
                    PARAMETERS[change.name].title if change.name in PARAMETERS else "",
                    change.name,
                    change.before or "没有",
                    change.after or "没有",
                )
            )
            for change in done.changes
        ),
        tree={
            "book": done.book.code,
            "adopted": done.adopted,
            "proposed_by": done.proposed_by,
            "reason": done.reason,
            "changes": [
                {"layer": c.layer, "name": c.name, "before": c.before, "after": c.after}
                for c in done.changes
            ],
        },
        notes=() if done.changes else ("取值没有变化，只有文字不同",),
    )
