"""逐份登记: one answer or one explanation from the command line, by the way of the lists."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ledger.basis.errors import unclear
from ledger.basis.terms import CONFIRMATIONS, PAPER_TYPES
from ledger.events.words import Unclear, as_date
from ledger.intake.files import RawFile
from ledger.intake.raw_row import RawRow
from ledger.workflow.confirm.answers import record_explanation

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping
    from pathlib import Path

    from ledger.workflow.desk import Desk
    from ledger.workflow.drafting.record import RecordResult


def one_answer(
    folder: Path, cutoff: dt.date | None, *, agree: bool, words: Mapping[str, str]
) -> RawFile:
    """Write an answer given in words as the rows of a list: one for each year that is named.

    `folder` is where a scan is looked for.
    """
    if agree == bool(words["differ"]):
        raise unclear("ANSWER_UNCLEAR", "没有说明相符还是不符", "写 --agree，或 --differ 金额")
    number, day = paper_of(words["reply"], "--reply")
    common = {
        "hospital": words["hospital"],
        "cutoff": str(cutoff) if cutoff else "",
        "answer": CONFIRMATIONS["agree" if agree else "differ"],
        "reason": words["reason"],
        "number": number,
        "date": str(day),
        "file": words["scan"],
    }
    rows: list[RawRow] = []
    for part in re.split(r"[;；]", words["differ"]):
        year, _, amount = part.replace("：", ":").rpartition(":")
        given = {**common, "year": year.strip(), "amount": amount.strip()}
        kept = {name: word for name, word in given.items() if word}
        rows.append(RawRow(number=len(rows) + 1, words=kept))
    return RawFile(name="回函登记", folder=folder, rows=tuple(rows), findings=())


def explain(
    desk: Desk,
    hospital: str,
    cutoff: dt.date | None,
    *,
    reason: str,
    paper: str,
    book: str,
    dry_run: bool,
) -> RecordResult:
    """Record one explanation."""
    number, day = paper_of(paper, "--paper")
    values: dict[str, object] = {"hospital": hospital, "date": day, "reason": reason}
    if cutoff is not None:
        values["cutoff"] = cutoff
    note = f"{PAPER_TYPES['confirmation-note']}:{number}:{day}"
    return record_explanation(desk, values, [note], book=book, dry_run=dry_run)


def paper_of(text: str, option: str) -> tuple[str, dt.date]:
    """Read a paper's number and day: `回函-01:2027-01-10`."""
    number, _, day = text.replace("：", ":").rpartition(":")
    try:
        return number.strip() or missing(option), as_date(day)
    except Unclear as error:
        raise unclear("PAPER_UNREADABLE", f"{option}：{error.what}", error.remedy) from None


def missing(option: str) -> str:
    """Refuse a paper without a number."""
    raise unclear("PAPER_UNREADABLE", f"{option} 没有编号或日期", f"写成 {option} 编号:2027-01-10")
