"""查询: the yearly statement for the public; nothing here writes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ledger.reports.assess.publication import METHOD, publication
from ledger.reports.assess.show import AssessmentAsked, check_public, load_run, read_approved
from ledger.reports.owed import bridge_notes
from ledger.reports.policy.show import shown
from ledger.store.assess import read_moved
from ledger.store.engine import reading
from ledger.store.facts import adopted_policy
from ledger.workflow.assess.drafts import version_of
from ledger.workflow.assess.run import area_books

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from ledger.formats.report import Report
    from ledger.workflow.desk import Desk


def publications(
    desk: Desk, book: str, year: int, day: date | None, sees: Sequence[str] = ()
) -> list[Report]:
    """公示 of a prepayment year, of all funds of the area that may be seen, up to a day."""
    on = day or desk.today()
    with reading(desk.engine) as conn:
        whole = area_books(conn, book.partition("/")[0])
        books = [one for one in whole if not sees or one.code in sees]
        asked = year or on.year
        made = [row for one in books for row, _ in read_approved(conn, one.code, asked)]
        newest = max((version_of(row["key"]) for row in made), default=0)
        run = load_run(conn, books, AssessmentAsked(year=asked, version=newest))
        check_public(run)
        moved = {
            one.code: read_moved(
                conn, one.code, base=desk.chart(one.fund).roles["prepayment"], year=run.year
            )
            for one in books
        }
        rules = adopted_policy(conn, books[0]).on(on)
        described = {name: shown(rules, name).value for name, _ in METHOD if rules.has(name)}
        bridges = [note for one in books for note in bridge_notes(desk, conn, one, on)]
    drawn = publication(run, moved, rules, on, described)
    left_out = [one.name for one in whole if one not in books]
    part = (f"不含{'、'.join(left_out)}：不在可以查看的账套里。",) if left_out else ()
    return [replace(drawn, notes=(*part, *drawn.notes, *bridges))]
