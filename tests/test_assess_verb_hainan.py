"""核定 end to end, 海南: one fund chosen, the threshold, publication, the plan by agency."""

from __future__ import annotations

from ledger.reports.assess.show import AssessmentAsked, sheets
from ledger.workflow.setup.masters import import_hospitals
from tests.assess_office import (
    HAINAN,
    SHORT,
    TWELVE,
    amounts,
    application,
    approve,
    figures,
    hainan,
    load,
    payments,
    plan_rows,
    register,
    run,
    tree,
)
from tests.cases import only, refusal
from tests.office import Office, codes, raw

NORTH, SOUTH = "H46000000001", "H46000000002"


def ready(office: Office, *, north: str = "1500000.00", south: str = "1000000.00") -> None:
    """Make 海南省 ready: 职工 14 months, 居民 9; both hospitals apply."""
    hainan(office)
    fourteen = {**TWELVE, "balance": "140000000.00"}
    nine = {**TWELVE, "balance": "90000000.00"}
    area = HAINAN
    load(office, [figures("职工", area=area, **fourteen), figures("居民", area=area, **nine)])
    load(
        office,
        [
            *payments(NORTH, "职工", north, area=area),
            *payments(NORTH, "职工", "777777.00", area=area, service="门诊"),
            *payments(NORTH, "居民", "500000.00", area=area),
            *payments(SOUTH, "职工", south, area=area),
        ],
    )
    register(office, *(application(office, code, area=area) for code in (NORTH, SOUTH)))


def test_t9_both_funds_qualify_and_all_is_paid_from_the_one_with_more_months(
    office: Office,
) -> None:
    ready(office)

    done = run(office, area=HAINAN)

    assert [gate.verdict for gate in done.run.gates] == ["open", "not-selected"]
    assert amounts(done) == {
        (NORTH, "employee"): ("2000000.00", "2000000.00", "2000000.00"),
        (SOUTH, "employee"): ("0.00", "0.00", "0.00"),
        (NORTH, "resident"): ("0.00", "0.00", "0.00"),
        (SOUTH, "resident"): ("0.00", "0.00", "0.00"),
    }


def test_t8_a_base_of_exactly_a_million_is_refused_and_a_fen_a_month_more_is_paid(
    office: Office,
) -> None:
    ready(office)
    line = next(line for line in run(office, area=HAINAN).run.lines if line.hospital == SOUTH)
    assert "应大于1,000,000.00" in line.refused[0]

    load(office, payments(SOUTH, "职工", "1000000.01", area=HAINAN))

    assert amounts(run(office, area=HAINAN))[SOUTH, "employee"][2] == "1000000.01"


def test_the_plan_names_the_fund_and_adds_up_by_agency(office: Office) -> None:
    ready(office, south="1200000.00")
    run(office, area=HAINAN)
    approve(office, area=HAINAN)

    (plan,) = plan_rows(office, area=HAINAN)

    assert plan["fund"] == "employee"
    assert plan["agencies"] == [
        {
            "agency": "三亚市医保服务中心",
            "approved": "1200000.00",
            "paid": "0.00",
            "left": "1200000.00",
        },
        {
            "agency": "海口市医保服务中心",
            "approved": "2000000.00",
            "paid": "0.00",
            "left": "2000000.00",
        },
    ]
    assert plan["total"]["left"] == "3200000.00"


def test_what_is_published_names_hospitals_and_the_method_and_no_person(office: Office) -> None:
    ready(office)
    run(office, area=HAINAN)
    asked = AssessmentAsked(year=2026, area=HAINAN, public=True)
    finding = only(refusal(office, lambda: sheets(office.desk, asked)))
    assert (finding.code, finding.clause) == ("NOT_APPROVED", "海南·八(三)")
    approve(office, area=HAINAN)

    (report,) = sheets(office.desk, asked)

    assert report.tree["rows"] == [
        {
            "hospital": NORTH,
            "name": "海口示范医院",
            "fund": "employee",
            "base": "2000000.00",
            "months": "1",
            "formula": "基数 × 1个月",
            "amount": "2000000.00",
            "paid": "0.00",
        }
    ]
    text = f"{report}"
    assert "制单乙" not in text
    assert "审核丙" not in text


def test_fraud_last_year_bars_this_year(office: Office) -> None:
    ready(office)
    words = {"hospital": NORTH, "year": "2025", "trigger": "false-statements"}
    recall = office.row("recall", area=HAINAN, date="2025-12-20", notified_on="2025-12-22", **words)
    register(office, recall)

    line = next(line for line in run(office, area=HAINAN).run.lines if line.hospital == NORTH)

    assert line.amount_fen == 0
    assert "骗取预付金" in "".join(line.refused)


def test_a_suspension_within_twelve_months_refuses_and_an_older_one_does_not(
    office: Office,
) -> None:
    ready(office)
    words = {"area": HAINAN, "hospital": NORTH}
    office.on("2026-01-06")
    register(office, office.row("suspension", date="2024-03-01", until="2025-01-04", **words))
    assert amounts(run(office, area=HAINAN))[NORTH, "employee"][2] == "2000000.00"

    register(office, office.row("suspension", date="2025-03-01", until="2025-03-09", **words))

    line = next(line for line in run(office, area=HAINAN).run.lines if line.hospital == NORTH)
    assert "中止协议" in line.refused[0]


def test_a_private_hospital_needs_a_guarantee_that_holds_on_the_day(office: Office) -> None:
    ready(office)
    office.desk.operator = "制单乙"
    words = {"ownership": "private", "level": "三级甲等", "inpatient": "yes", "agency": "海口"}
    import_hospitals(
        office.desk, raw([{"code": NORTH, "name": "海口示范医院", **words}], "民营.csv")
    )
    line = next(line for line in run(office, area=HAINAN).run.lines if line.hospital == NORTH)
    assert "没有有效的自有房屋产权担保" in line.refused[0]

    deed = {"area": HAINAN, "fund": "resident", "hospital": NORTH, "date": "2025-06-01"}
    register(office, office.row("guarantee", until="2026-01-04", **deed))
    assert amounts(run(office, area=HAINAN))[NORTH, "employee"][2] == "0.00"
    register(office, office.row("guarantee", until="2026-01-05", **deed))
    assert amounts(run(office, area=HAINAN))[NORTH, "employee"][2] == "2000000.00"


def test_the_two_areas_of_a_database_are_told_apart(office: Office) -> None:
    ready(office)
    run(office, area=HAINAN)

    finding = only(refusal(office, lambda: run(office, area="")))
    assert finding.code == "AREA_UNCLEAR"
    assert "620100 兰州市" in finding.remedy

    assert codes(refusal(office, lambda: tree(office))) == ["NOT_ASSESSED"]


def test_where_the_funds_are_added_up_the_months_of_both_are_needed(office: Office) -> None:
    hainan(office)
    area = HAINAN
    load(office, [figures("职工", area=area, **TWELVE), figures("居民", area=area, **SHORT)])
    load(office, payments(NORTH, "职工", "1500000.00", area=area))
    register(office, application(office, NORTH, area=area))

    finding = only(refusal(office, lambda: run(office, area=HAINAN)))

    assert finding.code == "MONTHS_MISSING"
    assert finding.message.startswith("海南省居民医保 2025-01、")
