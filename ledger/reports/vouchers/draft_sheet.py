"""凭证草稿: the vouchers that drafts will become, line by line, before anything is posted."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from ledger.basis.terms import FORMS
from ledger.formats.report import UNIT, Column, Report, Row, money, named_row
from ledger.reports.vouchers.voucher_tree import entry_line_tree
from ledger.voucher.posting import form_of
from ledger.voucher.shown import lines_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ledger.formats.report import Cell, Row
    from ledger.voucher.running import Candidate

COLUMNS = MappingProxyType(
    {
        "key": Column(heading="业务编号", wraps=12),
        "booked": Column(heading="记账日期", blank=None),
        "summary": Column(heading="摘要", wraps=20),
        "account": Column(heading="会计科目", wraps=20),
        "debit": money("借方金额"),
        "credit": money("贷方金额"),
    }
)


def draft_sheet(
    candidates: Sequence[Candidate], names: Mapping[str, str], *, notes: tuple[str, ...] = ()
) -> Report:
    """Draw up drafts as vouchers; `names` gives each leaf's whole name by code."""
    return Report(
        title="凭证草稿（审核、记账后的样子）",
        subtitle=(*notes, UNIT),
        columns=tuple(COLUMNS.values()),
        rows=tuple(row for candidate in candidates for row in draft_rows(candidate, names)),
        tree={"vouchers": [voucher_draft_tree(candidate, names) for candidate in candidates]},
    )


def draft_rows(candidate: Candidate, names: Mapping[str, str]) -> list[Row]:
    """Draw up one draft: its 借 and 贷 lines, what it is on the first."""
    event = candidate.event
    head: dict[str, Cell] = {
        "key": event.key,
        "booked": candidate.booked,
        "summary": candidate.summary,
    }
    if event.LEGLESS:
        return [named_row(COLUMNS, {**head, "account": "登记事项：审核后即生效，不记账"})]
    rows: list[Row] = []
    for line in lines_of(candidate.legs, names):
        own: dict[str, Cell] = {
            "account": f"{line.account} {line.name}",
            line.side: line.amount_fen,
        }
        rows.append(named_row(COLUMNS, {**({} if rows else head), **own}))
    return rows


def voucher_draft_tree(candidate: Candidate, names: Mapping[str, str]) -> dict[str, object]:
    """Write one draft for machines."""
    event = candidate.event
    form = form_of(event.KIND, event.corrects)
    return {
        "key": event.key,
        "kind": event.KIND,
        "form": form or None,
        "form_name": FORMS[form] if form else None,
        "period": candidate.period,
        "booked": candidate.booked.isoformat(),
        "summary": candidate.summary,
        "lines": [entry_line_tree(line) for line in lines_of(candidate.legs, names)],
    }
