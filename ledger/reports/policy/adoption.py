"""采用政策方案 as a report: what was proposed or adopted, each value before and after."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from ledger.formats.report import Column, Report, book_line, named_row
from ledger.policy.parameters import PARAMETERS

if TYPE_CHECKING:
    from ledger.workflow.policy.policy import Adopting

COLUMNS = MappingProxyType(
    {
        "layer": Column(heading="层"),
        "title": Column(heading="名称", wraps=12),
        "name": Column(heading="参数", wraps=12, spare=True),
        "before": Column(heading="采用前", wraps=20),
        "after": Column(heading="采用后", wraps=20),
    }
)


def adoption(done: Adopting) -> Report:
    """What an adoption changes, before and after."""
    title, said = "采用政策方案", f"{done.proposed_by} 提出，现已采用"
    if not done.adopted:
        title = f"提出{title}"
        said = f"{done.proposed_by} 已提出，待另一位会计主管采用：prepay policy adopt"
    return Report(
        title=title,
        subtitle=(book_line(done.book), said, f"理由：{done.reason}"),
        columns=tuple(COLUMNS.values()),
        rows=tuple(
            named_row(
                COLUMNS,
                {
                    "layer": change.layer,
                    "title": PARAMETERS[change.name].title if change.name in PARAMETERS else "",
                    "name": change.name,
                    "before": change.before or "没有",
                    "after": change.after or "没有",
                },
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
