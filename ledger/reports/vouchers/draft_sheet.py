"""凭证草稿: the vouchers that drafts will become, line by line, before anything is posted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.basis.terms import FORMS
from ledger.formats.report import UNIT, Column, Report, Row, money
from ledger.reports.vouchers.voucher_tree import entry_line_tree
from ledger.voucher.posting import form_of
from ledger.voucher.shown import lines_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ledger.voucher.running import Candidate

COLUMNS = (
    Column(heading="业务编号", wraps=12),
    Column(heading="记账日期"),
    Column(heading="摘要", wraps=20),
    Column(heading="会计科目", wraps=20),
    money("借方金额"),
    money("贷方金额"),
)


def draft_sheet(
    candidates: Sequence[Candidate], names: Mapping[str, str], *, notes: tuple[str, ...] = ()
) -> Report:
    """Draw up drafts as vouchers; `names` gives each leaf's whole name by code."""
    rows: list[Row] = []
    trees: list[dict[str, object]] = []
    for candidate in candidates:
        shown, tree = one_draft(candidate, names)
        rows += shown
        trees.append(tree)
    return Report(
        title="凭证草稿（审核、记账后的样子）",
        subtitle=(*notes, UNIT),
        columns=COLUMNS,
        rows=tuple(rows),
        tree={"vouchers": trees},
    )


def one_draft(
    candidate: Candidate, names: Mapping[str, str]
) -> tuple[list[Row], dict[str, object]]:
    """Draw up one draft: its 借 and 贷 lines, and the same for machines."""
    event = candidate.event
    lines = lines_of(candidate.legs, names)
    rows = []
    if event.LEGLESS:
        what = "登记事项：审核后即生效，不记账"
        rows = [Row(cells=(event.key, candidate.booked, candidate.summary, what, None, None))]
    for index, line in enumerate(lines):
        head = (event.key, candidate.booked, candidate.summary) if index == 0 else ("", None, "")
        sides = (line.amount_fen, None) if line.side == "debit" else (None, line.amount_fen)
        rows.append(Row(cells=(*head, f"{line.account} {line.name}", *sides)))
    form = form_of(event.KIND, event.corrects)
    tree: dict[str, object] = {
        "key": event.key,
        "kind": event.KIND,
        "form": form or None,
        "form_name": FORMS[form] if form else None,
        "period": candidate.period,
        "booked": candidate.booked.isoformat(),
        "summary": candidate.summary,
        "lines": [entry_line_tree(line) for line in lines],
    }
    return rows, tree
