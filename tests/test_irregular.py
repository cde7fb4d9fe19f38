"""特殊情况 (design 2.12): what happened against a rule stands red until it is put right."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
import sqlalchemy as sa

from ledger.policy.irregular import Breach, Cured, Irregular, ended
from ledger.reports.closing.close_status import close_statuses
from ledger.reports.closing.closing_sheet import closing_sheets
from ledger.reports.drawing import draw_up
from ledger.reports.kind import ReportAsked
from ledger.reports.vouchers.origin import explain
from ledger.reports.vouchers.voucher_list import vouchers_listed
from ledger.reports.vouchers.vouchers_shown import vouchers_shown
from ledger.store.engine import reading
from ledger.store.standing.irregular import Until, irregular_rows
from ledger.workflow.close.export import export_all
from ledger.workflow.close.verify import verify
from tests.office import EMPLOYEE, FIRST, NAMES, Office
from tests.special import (
    cases,
    cure,
    ends,
    opened,
    paid,
    report,
    special,
    text,
    tree,
    withdraw,
    wrongly_paid,
)

if TYPE_CHECKING:
    from ledger.formats.report import Report

LINE = "特殊情况：1 笔尚未处理，合计 100,000.00 元"
MARCH, APRIL = date(2026, 3, 31), date(2026, 4, 30)


def paid_twice(office: Office) -> None:
    """Pay 城关 what was approved, and let the bank pay it once more."""
    opened(office)
    office.on("2026-03-26")
    office.post(paid(office, "100000.00", key="拨-1"))
    special(office, wrongly_paid(office, "重付", "100000.00"))


# How a case ends.


def test_the_bank_paid_twice_and_the_second_payment_came_back(office: Office) -> None:
    paid_twice(office)
    (case,) = cases(office)
    assert [(breach.code, breach.clause) for breach in case.breaches] == [
        ("LIMIT_EXCEEDED", "甘肃·三")
    ]
    assert (case.holder, case.year, case.amount_fen) == (NAMES[FIRST], 2026, 100_000_00)
    assert (case.reason, case.approved_by) == ("银行已经划出", "主管辛")
    assert case.stands

    words = {"hospital": FIRST, "year": "2026", "to": "1004", "disbursement": "重付"}
    back = {"date": "2026-03-25", "amount": "100000.00"}
    office.post(office.row("payment-return", **words, **back))

    assert ends(office) == {"重付": ("within", "2026-03-25")}
    assert ends(office, Until(booked=MARCH, cured=date(2026, 3, 24))) == {"重付": None}


def test_paid_too_much_stands_until_no_more_is_left_than_was_approved(office: Office) -> None:
    opened(office)
    office.on("2026-06-20")
    special(office, wrongly_paid(office, "多付", "150000.00"))

    office.post(office.give_back(FIRST, "49999.99", day="2026-05-06"))
    assert ends(office) == {"多付": None}
    office.post(office.give_back(FIRST, "0.01", day="2026-05-07"))
    assert ends(office) == {"多付": ("within", "2026-05-07")}


def test_paid_late_is_no_matter_of_money_and_is_cured_by_a_paper(office: Office) -> None:
    opened(office)
    office.on("2026-05-20")
    special(office, wrongly_paid(office, "迟付", "90000.00", "2026-04-10"))
    (case,) = cases(office)
    assert [(breach.code, breach.clause) for breach in case.breaches] == [
        ("PAYMENT_LATE", "甘肃·四")
    ]
    office.post(office.give_back(FIRST, "60000.00", day="2026-05-06"))
    assert ends(office) == {"迟付": None}

    cure(office, "迟付", "补-1", "2026-05-08")

    (case,) = cases(office)
    assert case.cured == Cured(
        how="paper",
        date=date(2026, 5, 8),
        key="补-1",
        reason="会商同意延期拨付",
        papers=("其他 会商纪要 3 号",),
    )


def test_a_cure_that_is_withdrawn_leaves_the_case_red_again(office: Office) -> None:
    opened(office)
    office.on("2026-06-20")
    special(office, wrongly_paid(office, "迟付", "90000.00", "2026-04-10"))
    cure(office, "迟付", "补-1", "2026-05-08")
    withdraw(office, "补-1", "2026-06-01")

    assert ends(office) == {"迟付": None}
    assert ends(office, Until(cured=date(2026, 5, 31))) == {"迟付": ("paper", "2026-05-08")}

    cure(office, "迟付", "补-2", "2026-06-10")
    assert ends(office) == {"迟付": ("paper", "2026-06-10")}


def test_late_and_too_much_does_not_end_when_only_the_money_is_put_right(office: Office) -> None:
    opened(office)
    office.on("2026-06-20")
    special(office, wrongly_paid(office, "迟多", "150000.00", "2026-04-10"))
    assert {breach.code for breach in cases(office)[0].breaches} == {
        "LIMIT_EXCEEDED",
        "PAYMENT_LATE",
    }

    office.post(office.give_back(FIRST, "50000.00", day="2026-05-06"))
    assert ends(office) == {"迟多": None}
    office.post(office.give_back(FIRST, "100000.00", day="2026-06-06"))
    assert ends(office) == {"迟多": ("returned", "2026-06-06")}


def test_a_case_taken_back_in_red_no_longer_stands(office: Office) -> None:
    paid_twice(office)
    office.correct("重付", day=date(2026, 3, 26))
    office.post()

    (case,) = cases(office)
    assert case.cured is not None
    assert (case.cured.how, case.cured.key) == ("red", "2026-03 记-0003")
    assert ends(office, Until(cured=date(2026, 3, 25))) == {"重付": None}


def test_a_difference_counts_in_what_stands(office: Office) -> None:
    opened(office)
    office.on("2026-03-26")
    special(office, wrongly_paid(office, "多付", "150000.00"))
    office.correct("多付", right=[{"amount": "140000.00"}], form="difference")
    office.post()

    assert [case.amount_fen for case in cases(office)] == [140_000_00]


# The rule by itself.


def case_of(kind: str, *codes: str) -> Irregular:
    """Return a case booked on 10 March with these breaches."""
    return Irregular(
        book=EMPLOYEE,
        id="1",
        key="1",
        kind=kind,
        voucher="2026-03 记-0001",
        hospital=FIRST,
        holder=NAMES[FIRST],
        year=2026,
        date=date(2026, 3, 9),
        booked=date(2026, 3, 10),
        amount_fen=30_00,
        reason="",
        breaches=tuple(Breach(code, "甘肃·三", "") for code in codes),
        prepared_by="甲",
        approved_by="乙",
        cured=None,
    )


@pytest.mark.parametrize(
    ("kind", "codes", "left", "approved", "how"),
    [
        ("disbursement", ["LIMIT_EXCEEDED"], 100_00, 100_00, "within"),
        ("disbursement", ["LIMIT_EXCEEDED"], 100_01, 100_00, ""),
        ("disbursement", ["LIMIT_EXCEEDED"], 0, None, "returned"),
        ("disbursement", ["LIMIT_EXCEEDED"], 1, None, ""),
        ("disbursement", ["LIMIT_EXCEEDED", "FUND_GATE"], 100_00, 100_00, ""),
        ("disbursement", ["FUND_GATE"], 0, 100_00, "returned"),
        ("disbursement", [], 1, 100_00, ""),
        # What comes back by another account empties the leaf by itself: that puts nothing right.
        ("repayment", ["ORIGINAL_CHANNEL"], 0, 100_00, ""),
        ("write-off", ["WRITE_OFF_GOVERNMENT"], 0, 100_00, ""),
    ],
)
def test_what_ends_of_itself(
    kind: str, codes: list[str], left: int, approved: int | None, how: str
) -> None:
    balances = [(date(2026, 3, 1), 0), (date(2026, 3, 10), 130_00), (date(2026, 4, 2), left)]

    cured = ended(case_of(kind, *codes), balances, approved)

    found = (cured.how, cured.date) if cured else ("", None)
    assert found == (how, date(2026, 4, 2) if how else None)


# What is shown.


def overviews(office: Office) -> dict[str, Report]:
    """Draw up every overview that tells of special cases at its head."""
    names = ("trial-balance", "open-items", "settlement")
    shown = {name: report(office, name, period="2026-03") for name in names}
    shown["close status"] = close_statuses(office.desk, EMPLOYEE)[0]
    shown["voucher list"] = vouchers_listed(office.desk, EMPLOYEE, "", "2026-03")[0]
    return shown


def test_every_overview_is_headed_by_what_stands_until_it_is_cured(office: Office) -> None:
    paid_twice(office)
    for name, drawn in overviews(office).items():
        assert LINE in drawn.alerts[0], name
        assert LINE in text(drawn), name

    office.on("2026-04-10")
    cure(office, "重付", "补-1", "2026-04-09")
    for name, drawn in overviews(office).items():
        assert drawn.alerts == (), name


def test_what_happens_after_the_month_is_not_told_of_the_month(office: Office) -> None:
    paid_twice(office)

    assert report(office, "trial-balance", period="2026-02").alerts == ()
    assert report(office, "trial-balance", as_of="2026-03-09").alerts == ()
    assert LINE in report(office, "trial-balance", as_of="2026-03-10").alerts[0]


def test_the_json_of_the_trial_balance_stays_as_the_contract_has_it(office: Office) -> None:
    paid_twice(office)

    drawn = tree(report(office, "trial-balance", period="2026-03"))

    assert list(drawn) == ["book", "period", "accounts", "debit", "credit"]


def test_the_report_lists_what_stands_first(office: Office) -> None:
    paid_twice(office)
    special(office, wrongly_paid(office, "又付", "1.00", "2026-03-11"))
    cure(office, "重付", "补-1", "2026-03-12")

    drawn = report(office, "irregular")

    told = tree(drawn)
    assert (told["standing"], told["standing_amount"]) == (1, "1.00")
    assert [case["key"] for case in told["cases"]] == ["又付", "重付"]
    assert [row.mark for row in drawn.rows] == ["alert", "", "total"]
    assert told["cases"][0]["cured"] is None
    assert told["cases"][1]["cured"] == {
        "how": "paper",
        "date": "2026-03-12",
        "by": "补-1",
        "reason": "会商同意延期拨付",
        "papers": ["其他 会商纪要 3 号"],
    }
    page = text(drawn)
    assert "甘肃·三：城关示范医院2026年度核定 100,000.00" in page
    assert "2026-03-12 已登记处理：会商同意延期拨付（其他 会商纪要 3 号）" in page


def test_a_book_without_special_cases_says_so(office: Office) -> None:
    opened(office)

    drawn = report(office, "irregular")

    assert (drawn.alerts, drawn.rows) == ((), ())
    assert drawn.notes[0] == "共 0 笔，其中已处理 0 笔。"


def test_vouchers_are_marked_red_until_the_case_is_cured(office: Office) -> None:
    paid_twice(office)

    def marks() -> list[str]:
        (listed,) = vouchers_listed(office.desk, EMPLOYEE, "2026-03", "2026-03")
        asked = ReportAsked(book=EMPLOYEE, first="2026-03", period="2026-03")
        (lines,) = draw_up(office.desk, "journal", asked)
        found = [(str(row.cells[-1]), row.mark) for row in listed.rows if row.cells[-1]]
        return [*found[0], *sorted({row.mark for row in lines.rows if row.mark != "total"})]

    (sheet,) = vouchers_shown(office.desk, EMPLOYEE, ("重付",))
    assert marks() == ["特殊情况", "alert", "", "alert"]
    assert sheet.alerts[0].startswith("【特殊情况】")
    assert sheet.alerts[1].startswith("【违反】甘肃·三：城关示范医院2026年度核定 100,000.00")

    cure(office, "重付", "补-1", "2026-03-12")

    (sheet,) = vouchers_shown(office.desk, EMPLOYEE, ("重付",))
    assert marks() == ["特殊情况（已处理）", "", ""]
    assert sheet.alerts == ()
    assert sheet.notes[-1].startswith("处理情况：2026-03-12 已登记处理")


def test_explain_tells_what_was_breached_and_how_it_was_cured(office: Office) -> None:
    paid_twice(office)

    def told() -> dict[str, tuple[str, str]]:
        drawn = explain(office.desk, EMPLOYEE, "重付", "", "余额")
        return {str(row.cells[0]): (str(row.cells[1]), row.mark) for row in drawn.rows}

    before = told()
    cure(office, "重付", "补-1", "2026-03-12")
    after = told()

    assert before["违反"][0].startswith("甘肃·三：城关示范医院2026年度核定 100,000.00")
    assert before["违反"][1] == before["处理情况"][1] == "alert"
    assert before["原因"] == ("银行已经划出", "")
    assert before["处理情况"][0] == "尚未处理"
    assert after["处理情况"][0].startswith("2026-03-12 已登记处理：会商同意延期拨付")
    assert after["违反"][1] == after["处理情况"][1] == ""


def test_the_closing_sheet_says_what_stood_at_the_end_of_its_month(office: Office) -> None:
    paid_twice(office)
    office.on("2026-05-10")
    cure(office, "重付", "补-1", "2026-04-09")

    sheets = closing_sheets(office.close("2026-01", "2026-02", "2026-03", "2026-04", book=EMPLOYEE))

    told = [
        (sheet.alerts[:1], row.cells[1], row.mark)
        for sheet in sheets
        for row in sheet.rows
        if row.cells[0] == "特殊情况"
    ]
    assert told == [
        ((), "无", ""),
        ((), "无", ""),
        ((f"{LINE}，用 prepay report irregular 查看",), "1 笔尚未处理，合计 100,000.00", "alert"),
        ((), "无", ""),
    ]


def test_the_journals_carry_the_tag_and_the_breach_and_still_prove(office: Office) -> None:
    paid_twice(office)
    root = office.folder / "journals"
    export_all(office.desk, root, EMPLOYEE)

    march = (root / "620100-employee/2026/03.beancount").read_text("utf-8")

    assert march.count("#irregular") == 1
    assert march.count('  breaches: "甘肃·三：城关示范医院2026年度核定 100,000.00') == 1
    assert [f for r in verify(office.desk, book=EMPLOYEE, root=root) for f in r.findings] == []


def test_the_index_holds_the_special_cases_alone(office: Office) -> None:
    """What the overviews cost does not grow with history: SQL itself says which index it takes."""
    paid_twice(office)
    plans: list[str] = []

    def keep(conn: sa.Connection, *words: object) -> None:
        statement, parameters = str(words[1]), words[2]
        if "irregular" in statement and not statement.startswith("EXPLAIN"):
            how = "EXPLAIN " if conn.dialect.name == "postgresql" else "EXPLAIN QUERY PLAN "
            plans.append("\n".join(map(str, conn.exec_driver_sql(how + statement, parameters))))  # type: ignore[arg-type]

    with reading(office.desk.engine) as conn:
        if conn.dialect.name == "postgresql":
            # Tables of ten rows are read and merged whole; tables of millions would not be.
            for way in ("seqscan", "bitmapscan", "mergejoin", "hashjoin"):
                conn.exec_driver_sql(f"SET LOCAL enable_{way} = off")
            conn.exec_driver_sql("ANALYZE event, voucher")
        sa.event.listen(conn, "before_cursor_execute", keep)
        found = irregular_rows(conn, EMPLOYEE, date.max, ())

    assert [row["key"] for row in found] == ["重付"]
    assert len(plans) == 1
    assert "ix_event_irregular" in plans[0]
