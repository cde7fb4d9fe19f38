"""Every move of a fact into another month is said before it is saved, and asked on a terminal."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import pytest

from ledger.reports.vouchers.draft_list import drafts
from ledger.workflow.drafting.correct import correct
from ledger.workflow.drafting.review import approve, moves_told
from tests.cases import only
from tests.office import EMPLOYEE, FIRST, Office, codes
from tests.templates import kept
from tests.typed import drafted, on_the_line

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


@kept
def february(office: Office) -> Office:
    """Give books of 10 February, January closed, with a payment of January."""
    office.fund()
    office.post(office.pay(FIRST, "100.00", day="2026-01-20", key="拨"))
    office.close("2026-01")
    office.on("2026-02-10")
    return office


def late(office: Office, **words: object) -> dict[str, object]:
    """Write the row of a return that the bank had in January."""
    return office.give_back(FIRST, "10.00", day="2026-01-28", key="还", **words)


def file_of(folder: Path, row: Mapping[str, object]) -> str:
    """Write a row as a file."""
    path = folder / "晚到.jsonl"
    path.write_text(json.dumps(row, ensure_ascii=False), encoding="utf-8")
    return str(path)


def test_a_late_receipt_does_not_go_to_another_month_without_a_word(february: Office) -> None:
    result = february.record(late(february), dry_run=True)

    finding = only(list(result.warnings))
    assert (finding.code, finding.key, finding.field) == ("MONTH_MOVED", "还", "booked 记账日期")
    assert finding.message == (
        "业务日期 2026-01-28，记账日期 2026-02-01：这笔记入 2026-02，不记入 2026-01"
        "（2026-01 已结账）"
    )


def test_a_month_that_somebody_typed_is_said_too(february: Office) -> None:
    early = february.give_back(FIRST, "10.00", day="2026-02-03", booked="2026-03-02")
    february.on("2026-03-05")

    closed = only(list(february.record(late(february, booked="2026-02-09")).warnings))
    typed = only(list(february.record(early).warnings))

    assert "（2026-01 已结账，记账日期按所填）" in closed.message
    assert "（记账日期按所填）" in typed.message


def test_what_stays_in_its_month_is_no_news(february: Office) -> None:
    row = february.give_back(FIRST, "10.00", day="2026-02-03", booked="2026-02-09")

    assert february.record(row).warnings == ()


def test_a_correction_says_its_month(february: Office) -> None:
    february.post(february.give_back(FIRST, "10.00", day="2026-02-03", key="错"))
    february.close("2026-02")
    february.desk.operator = "制单乙"

    done = correct(february.desk, EMPLOYEE, ["错"], reason="错", day=date(2026, 2, 28))

    assert codes(list(done.warnings)) == ["MONTH_MOVED"]


def test_drafts_and_who_approves_them_are_told(february: Office) -> None:
    february.record(late(february))
    told = "业务在 2026-01、记入 2026-02 的 1 笔：还"

    (report,) = drafts(february.desk, EMPLOYEE)
    february.desk.operator = "审核丙"
    (reviewed,) = approve(february.desk, ["还"])

    assert told in report.subtitle
    assert moves_told(reviewed.drafts) == [told]


@pytest.mark.parametrize(
    ("typed", "booked"), [("\n", "2026-02-10"), ("2026-02-05\n", "2026-02-05")]
)
def test_on_a_terminal_today_is_proposed_in_the_running_month(
    february: Office, monkeypatch: pytest.MonkeyPatch, typed: str, booked: str
) -> None:
    path = file_of(february.folder, late(february))

    done = on_the_line(february, monkeypatch, "record", path, typed=typed)

    assert done.exit_code == 0, done.output
    assert "2026-01 已结账，还要记入 2026-02 或以后" in done.output
    assert "[2026-02-10]" in done.output
    assert [draft["booked"] for draft in drafted(february)] == [booked]


def test_after_the_open_month_its_last_day_is_proposed(
    february: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    february.on("2026-04-02")
    words = ["--date", "2026-01-28", "--hospital", FIRST, "--year", "2026", "--amount", "10.00"]
    more = [
        "--to",
        "1004",
        "--payer-account",
        f"6222{FIRST[-8:]}",
        "--paper",
        "银行回单:1:2026-01-28",
    ]

    done = on_the_line(february, monkeypatch, "enter", "repayment", *words, *more, typed="\n")

    assert done.exit_code == 0, done.output
    assert "[2026-02-28]" in done.output
    assert "这笔记入 2026-02，不记入 2026-01" in done.output


def test_where_nobody_sits_the_contracts_default_holds_and_is_said(
    february: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = file_of(february.folder, late(february))

    done = on_the_line(february, monkeypatch, "record", path, typed=None)

    assert done.exit_code == 0, done.output
    assert "记账日期 2026-02-01：这笔记入 2026-02" in done.output


def test_a_file_is_known_again_whatever_day_was_agreed_on(
    february: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same file again, on another day and where nobody sits: nothing new, and no refusal."""
    path = file_of(february.folder, late(february))
    on_the_line(february, monkeypatch, "record", path, typed="\n")
    february.on("2026-02-20")

    again = on_the_line(february, monkeypatch, "record", path, typed="")
    piped = on_the_line(february, monkeypatch, "record", path, typed=None)

    assert "1 笔以前录过" in again.output, again.output
    assert "1 笔以前录过" in piped.output, piped.output
    assert len(drafted(february)) == 1
