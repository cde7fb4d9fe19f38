"""到期清单 as people and programs meet it: the order, any day, every book, and the command line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

import cli
from ledger.basis.errors import Refused
from ledger.basis.terms import DUTIES
from ledger.dues import listing
from ledger.reports.due.due_list import due_report
from tests.office import EMPLOYEE, FIRST, RESIDENT, SECOND, THIRD, Office, codes
from tests.templates import kept

if TYPE_CHECKING:
    from ledger.formats.report import Report


def lines(report: Report, *names: str) -> list[tuple[object, ...]]:
    """Read some fields of every duty, in order."""
    duties = report.tree["duties"]
    assert isinstance(duties, list)
    return [tuple(str(duty[name]) for name in names) for duty in duties]


def kinds(report: Report) -> list[str]:
    """List the kinds of duties, in order."""
    return [str(line[0]) for line in lines(report, "kind")]


@kept
def year(office: Office) -> Office:
    """Give an office whose three hospitals were paid, and one of them has returned a part."""
    office.fund()
    office.post(
        office.pay(FIRST, "800000.00"),
        office.pay(SECOND, "500000.00"),
        office.pay(THIRD, "300000.00"),
    )
    office.on("2026-12-19")
    office.post(office.give_back(FIRST, "800000.00", day="2026-12-18"))
    return office


def test_before_the_deadline_one_line_after_it_a_line_a_hospital(year: Office) -> None:
    before = due_report(year.desk, EMPLOYEE, "2026-12-20")
    [soon] = [
        line
        for line in lines(before, "kind", "urgency", "days", "amount", "count")
        if line[0] == "return"
    ]
    assert soon == ("return", "soon", "5", "800000.00", "2")
    after = due_report(year.desk, EMPLOYEE, "2026-12-26")
    late = [
        line for line in lines(after, "kind", "urgency", "name", "amount") if line[0] == "return"
    ]
    assert late == [
        ("return", "overdue", "安宁示范医院", "500000.00"),
        ("return", "overdue", "榆中示范卫生院", "300000.00"),
    ]


def due(office: Office, kind: str, day: str) -> list[tuple[object, ...]]:
    """Read how urgent each duty of a kind is on a day, how many days are left, and how much."""
    report = due_report(office.desk, EMPLOYEE, day)
    return [
        line[1:] for line in lines(report, "kind", "urgency", "days", "amount") if line[0] == kind
    ]


def test_on_the_deadline_day_the_money_may_still_come_back(year: Office) -> None:
    """25 December: one line with nothing late; on the 26th two hospitals are a day late."""
    assert due(year, "return", "2026-12-25") == [("soon", "0", "800000.00")]
    assert due(year, "return", "2026-12-26") == [
        ("overdue", "-1", "500000.00"),
        ("overdue", "-1", "300000.00"),
    ]


def test_on_the_deadline_day_a_payment_may_still_be_made(office: Office) -> None:
    """31 March: what is approved may be signed and paid; afterwards it is late, and not signed for."""
    office.fund()
    office.assess([FIRST], 2026, amount="500.00")

    assert due(office, "payment", "2026-03-31") == [("soon", "0", "500.00")]
    assert due(office, "agreement", "2026-03-31") == [("soon", "0", "None")]
    assert due(office, "payment", "2026-04-01") == [("overdue", "-1", "500.00")]
    assert due(office, "agreement", "2026-04-01") == []
    # On the day on which it would have to come back it can still be paid; then no more.
    assert due(office, "payment", "2026-12-25") == [("overdue", "-269", "500.00")]
    assert due(office, "payment", "2026-12-26") == []


def test_on_the_deadline_day_an_application_may_still_come_in(office: Office) -> None:
    """10 January (甘肃·二)."""
    assert due(office, "application", "2026-01-10") == [("soon", "0", "None")]
    assert due(office, "application", "2026-01-11") == []


def test_a_past_day_is_told_as_it_was_with_what_is_known_now(year: Office) -> None:
    """The bank had it on 24 December; it is booked in January, and was in time all the same."""
    year.on("2027-01-05")
    year.post(year.give_back(SECOND, "500000.00", day="2026-12-24"))
    on_26 = due_report(year.desk, EMPLOYEE, "2026-12-26")
    assert [line for line in lines(on_26, "kind", "name") if line[0] == "return"] == [
        ("return", "榆中示范卫生院")
    ]
    on_20 = due_report(year.desk, EMPLOYEE, "2026-12-20")
    assert ("return", "800000.00") in lines(on_20, "kind", "amount")


def test_what_comes_back_after_the_years_end_goes_up_at_once(year: Office) -> None:
    """A-12: 50 万 of 2026 come back in February 2027; 20 万 go up, 30 万 are still pressed for."""
    year.on("2026-12-30")
    year.post(year.row("remittance", date="2026-12-30", amount="9200000.00"))
    year.on("2027-02-10")
    year.post(year.give_back(SECOND, "500000.00", day="2027-02-09"))
    assert [
        line
        for line in lines(due_report(year.desk, EMPLOYEE, ""), "kind", "urgency", "amount", "what")
        if line[0] == "remittance"
    ] == [
        (
            "remittance",
            "prompt",
            "500000.00",
            "2027年收回以前年度的预付金 500,000.00，应随后上解 500,000.00",
        )
    ]
    year.on("2027-05-10")
    year.post(year.row("remittance", date="2027-05-10", amount="200000.00"))
    assert ("remittance", "prompt", "300000.00") in lines(
        due_report(year.desk, EMPLOYEE, ""), "kind", "urgency", "amount"
    )


def test_a_recall_that_has_nothing_to_call_still_stops_the_payment_and_says_so(
    office: Office,
) -> None:
    """居民 recalled it in April, and nothing was out; 职工's 核定 of 90 万 cannot be paid."""
    office.permit(FIRST, 2026, amount="900000.00")
    office.on("2026-04-10")
    words = {"hospital": FIRST, "year": "2026", "trigger": "preservation", "fund": "resident"}
    told = {"notified_on": "2026-04-02", "date": "2026-04-01", "key": "收回-1"}
    office.post(office.row("recall", **words, **told))
    command = f"prepay enter 解除收回 --book {RESIDENT} --hospital {FIRST}"
    for book in (EMPLOYEE, ""):
        found = lines(due_report(office.desk, book, ""), "kind", "what", "command")
        assert [line for line in found if line[0] == "payment"] == [
            (
                "payment",
                "2026年度核定未拨付 900,000.00，但收回通知 收回-1（620100/resident）未解除，不能拨付",
                f"情形消除的 {command} --recall 收回-1",
            )
        ]
    lift = {"hospital": FIRST, "recall": "收回-1", "reason": "已解除保全", "fund": "resident"}
    office.post(office.row("recall-lift", date="2026-04-09", **lift))
    [paid] = [
        line
        for line in lines(due_report(office.desk, EMPLOYEE, ""), "kind", "urgency", "what")
        if line[0] == "payment"
    ]
    assert paid == ("payment", "overdue", "2026年度核定未拨付 1 家：城关示范医院")


def test_settlements_go_on_only_when_no_fund_of_the_area_is_owed_anything(office: Office) -> None:
    """职工's 50 万 came back; 居民 is still owed 20 万, then 5 万 of it is written off."""
    office.fund()
    office.fund(book=RESIDENT)
    office.post(
        office.pay(FIRST, "500000.00"),
        office.pay(FIRST, "200000.00", fund="resident"),
    )
    office.on("2026-12-28")
    office.post(office.row("payment-stop", hospital=FIRST, switch="停拨", date="2026-12-26"))
    office.post(office.give_back(FIRST, "500000.00", day="2026-12-27"))

    def told() -> list[tuple[object, ...]]:
        found = lines(due_report(office.desk, EMPLOYEE, ""), "kind", "urgency", "what")
        return [line[1:] for line in found if line[0] == "payment-stop"]

    since = "2026-12-26 起停止拨付结算费用，"
    assert told() == [("open", f"{since}其他险种账套未收回 200,000.00")]
    office.post(office.give_back(FIRST, "150000.00", day="2026-12-27", fund="resident"))
    written = office.row(
        "write-off",
        hospital=FIRST,
        year="2026",
        amount="50000.00",
        date="2026-12-28",
        fund="resident",
    )
    office.post(written)
    assert told() == [("open", f"{since}已核销未收回 50,000.00")]


def test_settlements_go_on_when_all_came_back(year: Office) -> None:
    year.on("2026-12-28")
    year.post(year.row("payment-stop", hospital=FIRST, switch="停拨", date="2026-12-26"))
    [stop] = [
        line
        for line in lines(due_report(year.desk, "", ""), "kind", "urgency", "what")
        if line[0] == "payment-stop"
    ]
    assert stop == (
        "payment-stop",
        "prompt",
        "2026-12-26 起停止拨付结算费用，预付金已没有余额，应登记恢复",
    )


def test_the_most_urgent_comes_first_and_money_before_paper(year: Office) -> None:
    found = lines(due_report(year.desk, EMPLOYEE, "2026-12-26"), "urgency", "kind")
    order = ["overdue", "prompt", "soon", "later", "open"]
    assert [order.index(str(urgency)) for urgency, _ in found] == sorted(
        order.index(str(urgency)) for urgency, _ in found
    )
    overdue = [kind for urgency, kind in found if urgency == "overdue"]
    assert overdue == sorted(overdue, key=lambda kind: kind not in listing.MONEY)
    assert {"return", "close"} <= set(overdue)


def test_every_kind_of_duty_has_a_source_that_a_case_has_seen() -> None:
    """The vocabulary and the sources are one: a word nobody says is dead."""
    said = {str(kind) for kind in DUTIES}
    source = "".join(
        path.read_text("utf-8") for path in sorted(Path(listing.__file__).parent.glob("*.py"))
    )
    assert {kind for kind in said if f'"{kind}"' not in source} == set()


def test_an_empty_book_has_little_to_tell(office: Office) -> None:
    office.on("2026-01-20")
    report = due_report(office.desk, "", "")
    assert kinds(report) == []
    assert "没有到期和未了结的事项" in report.subtitle[1]


def test_what_belongs_to_the_area_is_told_once(office: Office) -> None:
    office.on("2026-12-20")
    assert kinds(due_report(office.desk, "", "")).count("application") == 1
    assert kinds(due_report(office.desk, RESIDENT, "")).count("application") == 1
    assert kinds(due_report(office.desk, EMPLOYEE, "")).count("application") == 1


def test_months_and_years_that_wait_to_be_closed(office: Office) -> None:
    office.on("2026-03-05")
    [close] = [
        line
        for line in lines(due_report(office.desk, EMPLOYEE, ""), "kind", "due", "what")
        if line[0] == "close"
    ]
    assert close == ("close", "2026-02-28", "2026-01 至 2026-02 还没有结账（2 个月）")
    office.close("2026-01", book=EMPLOYEE)
    [close] = [
        line
        for line in lines(due_report(office.desk, EMPLOYEE, ""), "kind", "what")
        if line[0] == "close"
    ]
    assert close == ("close", "2026-02 还没有结账（1 个月）")
    # On 5 February nobody had closed January yet.
    office.on("2026-03-06")
    [before] = [
        line
        for line in lines(due_report(office.desk, EMPLOYEE, "2026-02-05"), "kind", "what")
        if line[0] == "close"
    ]
    assert before == ("close", "2026-01 还没有结账（1 个月）")


def test_drafts_that_nobody_has_dealt_with(office: Office) -> None:
    office.fund()
    office.record(office.pay(FIRST, "100.00"))
    assert ("draft", "有 1 笔草稿等待审核或记账") in lines(
        due_report(office.desk, EMPLOYEE, ""), "kind", "what"
    )


def test_a_day_that_cannot_be_read_is_refused(office: Office) -> None:
    with pytest.raises(Refused) as refusal:
        due_report(office.desk, "", "二十号")
    assert codes(refusal.value.findings) == ["DATE_UNREADABLE"]


def test_the_command_in_each_format(year: Office, tmp_path: Path) -> None:
    url = year.desk.engine.url.render_as_string(hide_password=False)
    start = ["--database", url, "due", "--on", "2026-12-26", "--book", EMPLOYEE]
    table = CliRunner().invoke(cli.main, start)
    assert table.exit_code == 0
    assert "2026-12-26 到期清单" in table.stdout
    assert "从结算中冲抵：prepay enter 冲抵结算 --book 620100/employee" in table.stdout
    tree = json.loads(CliRunner().invoke(cli.main, [*start, "--format", "json"]).stdout)
    assert tree["on"] == "2026-12-26"
    assert {duty["book"] for duty in tree["duties"]} == {EMPLOYEE}
    target = tmp_path / "到期.xlsx"
    done = CliRunner().invoke(cli.main, [*start, "--output", str(target)])
    assert (done.exit_code, target.stat().st_size > 1000) == (0, True)


def test_reading_writes_nothing(year: Office) -> None:
    before = year.faults(), len(year.vouchers())
    due_report(year.desk, "", "2026-12-26")
    assert (year.faults(), len(year.vouchers())) == before


def test_a_deadline_on_a_day_of_rest_says_so_and_does_not_move(office: Office) -> None:
    """2027: 10 January is a Sunday, and no notice lets a deadline move (A-9)."""
    office.desk.operator = "主管丁"
    told = {
        duty["due"]: duty["what"]
        for duty in due_report(office.desk, EMPLOYEE, "2027-01-05").tree["duties"]  # type: ignore[attr-defined]
        if duty["kind"] == "application"
    }
    (what,) = told.values()
    assert str(next(iter(told))) == "2027-01-10"
    assert what.endswith("；2027-01-10 是星期日，休息日不顺延（A-9），提前办理")
