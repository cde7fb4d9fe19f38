"""注销通报: a month's list raises recalls by itself, once, and tells every row it cannot read."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

import cli
from ledger.basis.errors import Refused
from ledger.reports.due.due_list import due_report
from ledger.workflow.drafting.review import approve, drafts_of
from ledger.workflow.exchange.licences import import_list
from tests.assess_office import hainan
from tests.office import EMPLOYEE, FIRST, RESIDENT, SECOND, Office, raw
from tests.templates import kept

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from ledger.workflow.exchange.licences import Reported

PAPER = "卫健函〔2026〕8号:2026-06-03"


def take_in(
    office: Office,
    *rows: Mapping[str, object],
    month: str = "2026-05",
    paper: str = PAPER,
    area: str = "620100",
) -> Reported:
    """Import a list as the preparer."""
    office.desk.operator = "制单乙"
    return import_list(office.desk, raw(rows, "通报.csv"), month=month, paper=paper, area=area)


@kept
def paid(office: Office) -> Office:
    """Give an office in June that paid a hospital out of both funds."""
    office.fund()
    office.fund(book=RESIDENT)
    office.post(
        office.pay(FIRST, "800000.00"),
        office.pay(FIRST, "200000.00", fund="resident"),
    )
    office.on("2026-06-04")
    return office


def test_each_book_in_which_it_holds_money_gets_its_recall(paid: Office) -> None:
    done = take_in(paid, {"name": "城关示范医院", "date": "2026-05-20", "reason": "自行申请注销"})
    assert (done.listed, done.concerned) == (1, ("城关示范医院",))
    drafts = {
        (draft.event.book, draft.event.KIND, draft.event.hospital) for draft in drafts_of(paid.desk)
    }
    assert drafts == {
        (EMPLOYEE, "licence-report", ""),
        (EMPLOYEE, "recall", FIRST),
        (RESIDENT, "recall", FIRST),
    }
    paid.desk.operator = "审核丙"
    approve(paid.desk, ())
    report = due_report(paid.desk, "", "2026-06-05")
    duties = report.tree["duties"]
    assert isinstance(duties, list)
    called = [(d["book"], d["amount"]) for d in duties if d["kind"] == "recall"]
    assert called == [(EMPLOYEE, "800000.00"), (RESIDENT, "200000.00")]
    assert paid.faults() == []


def test_the_same_list_again_records_nothing(paid: Office) -> None:
    row = {"hospital": FIRST, "date": "2026-05-20"}
    take_in(paid, row)
    again = take_in(paid, row)
    assert all(one.replayed for one in again.result.rows)
    paid.desk.operator = "审核丙"
    approve(paid.desk, ())
    later = take_in(paid, row)
    assert all(one.replayed for one in later.result.rows)
    assert drafts_of(paid.desk) == []


def test_who_is_recalled_already_is_named_and_not_recalled_again(paid: Office) -> None:
    paid.post(
        paid.row(
            "recall",
            hospital=FIRST,
            year="2026",
            trigger="preservation",
            notified_on="2026-04-02",
            date="2026-04-01",
        )
    )
    done = take_in(paid, {"hospital": FIRST, "date": "2026-05-20"})
    assert done.known == ("城关示范医院",)
    recalls = [d.event.book for d in drafts_of(paid.desk) if d.event.KIND == "recall"]
    assert recalls == [RESIDENT]


def test_who_is_to_be_paid_is_recalled_though_another_fund_recalled_it_before(
    paid: Office,
) -> None:
    """居民 recalled 安宁 in April; what 职工 approved for it and has not paid is recalled too."""
    words = {"hospital": SECOND, "year": "2026", "trigger": "preservation", "fund": "resident"}
    paid.permit(SECOND, 2026, amount="300000.00")
    paid.post(paid.row("recall", date="2026-04-01", notified_on="2026-04-02", **words))
    take_in(paid, {"hospital": SECOND, "date": "2026-05-20"})
    recalls = [d.event.book for d in drafts_of(paid.desk) if d.event.KIND == "recall"]
    assert recalls == [EMPLOYEE]


def test_who_holds_nothing_and_strangers_are_only_counted(paid: Office) -> None:
    done = take_in(
        paid,
        {"hospital": SECOND, "date": "2026-05-20"},
        {"name": "外地门诊部", "date": "2026-05-21"},
        {"hospital": "H99999999999", "date": "2026-05-21"},
    )
    assert (done.listed, done.concerned) == (3, ())
    assert [draft.event.KIND for draft in drafts_of(paid.desk)] == ["licence-report"]


def test_a_recall_without_a_day_does_not_stand_in_for_one_of_ten_working_days(
    office: Office,
) -> None:
    """海南·七(一): 协议解除 says 及时; 注销 then sets a day, once."""
    hainan(office)
    haikou, area = "H46000000001", {"area": "460000"}
    book = "460000/employee"
    paper = {"type": "migration-sheet", "number": "QC-1", "date": "2026-01-01"}
    office.post(
        office.row("opening-balance", date="2026-01-01", account="1004", amount="900.00", **area),
        office.row(
            "opening-balance",
            date="2026-01-01",
            account="1101",
            hospital=haikou,
            year="2025",
            amount="100.00",
            papers=[paper],
            **area,
        ),
    )
    office.on("2026-06-04")
    ended = {"hospital": haikou, "year": "2025", "trigger": "agreement-ended", **area}
    office.post(office.row("recall", date="2026-05-04", notified_on="2026-05-06", **ended))
    row = {"hospital": haikou, "date": "2026-05-20"}
    done = take_in(office, row, area="460000")
    assert (done.concerned, done.known) == (("海口示范医院",), ())
    office.approve()
    duties = due_report(office.desk, book, "2026-06-04").tree["duties"]
    assert isinstance(duties, list)
    assert [d["due"] for d in duties if d["kind"] == "recall"] == [date(2026, 6, 3), None]
    more = take_in(office, row, area="460000", paper="卫健函〔2026〕9号:2026-06-04")
    assert (more.known, [d.event.KIND for d in drafts_of(office.desk)]) == (
        ("海口示范医院",),
        ["licence-report"],
    )


def test_a_second_list_of_the_month_adds_what_the_first_did_not_name(paid: Office) -> None:
    paid.post(paid.pay(SECOND, "300.00", day="2026-06-04"))
    first = {"hospital": FIRST, "date": "2026-05-20"}
    take_in(paid, first)
    more = take_in(
        paid,
        first,
        {"hospital": SECOND, "date": "2026-05-30"},
        paper="卫健函〔2026〕9号:2026-06-04",
    )
    assert more.known == ("城关示范医院",)
    drafts = sorted((d.event.KIND, d.event.hospital, d.event.book) for d in drafts_of(paid.desk))
    assert drafts == [
        ("licence-report", "", EMPLOYEE),
        ("licence-report", "", EMPLOYEE),
        ("recall", FIRST, EMPLOYEE),
        ("recall", FIRST, RESIDENT),
        ("recall", SECOND, EMPLOYEE),
    ]


def test_what_was_registered_by_hand_on_the_list_is_known_and_not_raised_again(
    paid: Office,
) -> None:
    number, _, day = PAPER.rpartition(":")
    paper = {"type": "licence-list", "number": number, "date": day}
    words = {"trigger": "ownership-change", "notified_on": "2026-06-03", "date": "2026-05-20"}
    by_hand = paid.row("recall", hospital=FIRST, year="2026", papers=[paper], **words)
    paid.post(by_hand)
    done = take_in(paid, {"hospital": FIRST, "date": "2026-05-20"})
    assert done.known == ("城关示范医院",)
    assert [d.event.book for d in drafts_of(paid.desk) if d.event.KIND == "recall"] == [RESIDENT]


def test_the_same_list_is_still_the_same_once_the_money_is_back(paid: Office) -> None:
    row = {"hospital": FIRST, "date": "2026-05-20"}
    take_in(paid, row)
    paid.approve()
    paid.post(
        paid.give_back(FIRST, "800000.00", day="2026-06-04"),
        paid.give_back(FIRST, "200000.00", day="2026-06-04", fund="resident"),
    )
    again = take_in(paid, row)
    assert all(one.replayed for one in again.result.rows)
    assert (again.concerned, drafts_of(paid.desk)) == (("城关示范医院",), [])


def test_a_hospital_that_stands_twice_counts_once_from_its_earliest_day(paid: Office) -> None:
    done = take_in(
        paid, {"hospital": FIRST, "date": "2026-05-20"}, {"hospital": FIRST, "date": "2026-05-12"}
    )
    assert done.listed == 1
    recalls = [
        (d.event.book, d.event.date.isoformat())
        for d in drafts_of(paid.desk)
        if d.event.KIND == "recall"
    ]
    assert recalls == [(EMPLOYEE, "2026-05-12"), (RESIDENT, "2026-05-12")]


def test_every_row_that_cannot_be_read_is_told_at_once(paid: Office) -> None:
    with pytest.raises(Refused) as refusal:
        take_in(paid, {"hospital": FIRST, "date": "五月"}, {"date": "2026-05-20"})
    assert [finding.row for finding in refusal.value.findings] == [1, 2]
    assert drafts_of(paid.desk) == []


def test_the_command_asks_for_the_paper_and_speaks_chinese(paid: Office, tmp_path: Path) -> None:
    file = tmp_path / "通报.csv"
    file.write_bytes(
        "名称,注销日期,许可证号,原因\n城关示范医院,2026-05-20,PDY01,歇业\n".encode("gb18030")
    )
    url = paid.desk.engine.url.render_as_string(hide_password=False)
    start = ["--database", url, "--as", "制单乙", "licence", "import", str(file)]
    none = CliRunner().invoke(cli.main, [*start, "--month", "2026-05"])
    assert (none.exit_code, "PAPER_MISSING" in none.stderr) == (1, True)
    done = CliRunner().invoke(cli.main, [*start, "--month", "2026-05", "--paper", PAPER])
    assert done.exit_code == 0, done.stderr
    assert "2026-05 通报 1 家，涉及预付金 1 家：城关示范医院" in done.stderr
    assert len(drafts_of(paid.desk)) == 3
