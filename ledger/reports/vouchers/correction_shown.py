"""更正: a correction prepared, and the vouchers that it will be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.basis.terms import CORRECTION_FORMS
from ledger.events.words import day_named
from ledger.intake.files import read_file
from ledger.intake.intake import event_headings
from ledger.reports.vouchers.draft_sheet import draft_sheet
from ledger.workflow.drafting.correct import NOTHING, correct

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from ledger.basis.errors import Finding
    from ledger.formats.report import Report
    from ledger.workflow.desk import Desk


def correct_with(
    desk: Desk,
    book: str,
    vouchers: Sequence[str],
    *,
    right: Path | None,
    reason: str,
    day: str,
    form: str,
    dry_run: bool,
) -> tuple[list[Report], tuple[Finding, ...]]:
    """Prepare a correction; return the vouchers as they will be, and what is to be said of them."""
    headings = event_headings() | {"corrects": "corrects", "更正凭证": "corrects"}
    file = read_file(right, headings) if right else NOTHING
    on = day_named(day) if day else None
    done = correct(
        desk, book, vouchers, reason=reason, right=file, day=on, form=form, dry_run=dry_run
    )
    notes = (f"形式：{CORRECTION_FORMS[done.form]}", done.why)
    return [draft_sheet(done.candidates, done.names, notes=notes)], done.warnings
