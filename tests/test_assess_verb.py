"""核定 end to end, 甘肃: import, run, agree, approve, show, plan."""

from __future__ import annotations

from ledger.store.drafts import read_drafts
from ledger.store.engine import reading
from ledger.workflow.drafting.review import approve as approve_drafts
from ledger.workflow.drafting.review import drafts_of
from ledger.workflow.setup.masters import import_hospitals
from tests.assess_office import (
    AREA,
    CHOICES,
    DOCUMENT,
    TWELVE,
    agree,
    amounts,
    application,
    approve,
    figures,
    lanzhou,
    load,
    payments,
    plan_rows,
    register,
    run,
    settle,
    steps,
    tree,
)
from tests.cases import only, refusal
from tests.office import EMPLOYEE, FIRST, RESIDENT, SECOND, THIRD, Office, codes, raw


def drafts(office: Office, book: str = EMPLOYEE) -> list[str]:
    """List the keys of a book's drafts."""
    with reading(office.desk.engine) as conn:
        return [draft.event.key for draft in read_drafts(conn, book)]


def test_a_fund_at_exactly_twelve_months_prepays_and_one_at_five_ninety_nine_does_not(
    office: Office,
) -> None:
    lanzhou(office)

    done = run(office)

    assert {gate.book: (gate.verdict, gate.months) for gate in done.run.gates} == {
        EMPLOYEE: ("open", "12.00"),
        RESIDENT: ("months-short", "5.99"),
    }
    assert amounts(done) == {
        (FIRST, "employee"): ("1200000.00", "1200000.00", "1200000.00"),
        (SECOND, "employee"): ("4999.99", "4999.99", "4999.99"),
        (THIRD, "employee"): ("0.00", "0.00", "0.00"),
        (FIRST, "resident"): ("0.00", "0.00", "0.00"),
        (SECOND, "resident"): ("0.00", "0.00", "0.00"),
    }
    shut = next(line for line in done.run.lines if line.book == RESIDENT)
    assert "可支付月数不足" in shut.refused[0]
    assert "甘肃·一" in shut.refused[0]


def test_the_walk_from_import_to_the_plan_ends_in_payments_that_the_books_allow(
    office: Office,
) -> None:
    lanzhou(office)
    office.fund()
    run(office)

    assert approve(office) == "2026 年度核定：2 笔预付已审核，可据以拨付"
    assert drafts(office) == []

    office.post(
        office.row("agreement", hospital=FIRST, year="2026", date="2026-01-21"),
        office.pay(FIRST, "700000.00", day="2026-02-10", permitted=False),
    )
    (plan,) = [one for one in plan_rows(office) if one["book"] == EMPLOYEE]
    assert plan["rows"][0] == {
        "agency": None,
        "hospital": FIRST,
        "name": "城关示范医院",
        "approved": "1200000.00",
        "paid": "700000.00",
        "left": "500000.00",
        "stopped": None,
    }
    assert plan["total"] == {"approved": "1204999.99", "paid": "700000.00", "left": "504999.99"}
    assert plan["document"].startswith("甘财社〔2026〕5号（2026-01-05）")

    too_much = office.pay(FIRST, "500000.01", day="2026-02-11", permitted=False)
    finding = only(refusal(office, lambda: office.record(too_much)))
    assert (finding.code, finding.clause) == ("LIMIT_EXCEEDED", "甘肃·三")
    assert office.faults() == []


def test_what_the_finance_bureau_agreed_may_be_less_and_both_are_kept(office: Office) -> None:
    lanzhou(office)
    agreed = agree([(FIRST, "职工", "900000.00"), (SECOND, "职工", "0")])

    done = run(office, agreed=agreed)

    assert amounts(done)[FIRST, "employee"] == ("1200000.00", "900000.00", "900000.00")
    assert amounts(done)[SECOND, "employee"] == ("4999.99", "0.00", "0.00")
    approve(office)
    (plan,) = [one for one in plan_rows(office) if one["book"] == EMPLOYEE]
    assert plan["total"]["approved"] == "900000.00"


def test_an_agreed_list_must_speak_of_every_computed_amount_and_of_nobody_else(
    office: Office,
) -> None:
    lanzhou(office)
    agreed = agree([(FIRST, "职工", "900000.00"), ("H62010000009", "职工", "1.00")])

    findings = refusal(office, lambda: run(office, agreed=agreed))

    assert codes(findings) == ["AGREED_MISSING", "AGREED_UNKNOWN"]
    assert "4,999.99" in findings[0].message
    assert findings[1].row == 2


def test_without_the_finance_bureau_s_decision_no_road_leads_to_an_approval(office: Office) -> None:
    lanzhou(office)
    run(office, document="")

    finding = only(refusal(office, lambda: approve(office)))
    assert (finding.code, finding.clause) == ("NOT_AGREED", "甘肃·一、四")

    office.desk.operator = "审核丙"
    assert all(not item.drafts for item in approve_drafts(office.desk, ()))
    named = [draft.event.key for draft in drafts_of(office.desk) if draft.event.amount_fen][:1]
    whole = refusal(office, lambda: approve_drafts(office.desk, named))
    assert set(codes(whole)) == {"ASSESSED_WHOLE"}


def test_who_ran_it_may_not_approve_it(office: Office) -> None:
    from ledger.workflow.setup.masters import add_operator

    lanzhou(office)
    office.desk.operator = "管理员甲"
    add_operator(office.desk, "两岗庚", ("preparer", "approver"))
    office.desk.operator = "两岗庚"
    from ledger.workflow.assess.run import run_year

    run_year(office.desk, 2026, area=AREA, document=DOCUMENT)

    finding = only(refusal(office, lambda: approve(office, by="两岗庚")))
    assert finding.code == "OWN_DRAFT"


def test_a_run_again_replaces_what_nobody_approved_and_makes_a_new_version_after_that(
    office: Office,
) -> None:
    lanzhou(office)
    run(office, document="")
    first = drafts(office)

    done = run(office)

    assert done.replaced == 7
    assert drafts(office) == first
    assert done.run.version == 1
    approve(office)
    load(office, payments(SECOND, "职工", "6000.00"))
    again = run(office)
    assert again.run.version == 2
    assert drafts(office)[0] == "核定-2026-v2-基金"
    (plan,) = [one for one in plan_rows(office) if one["book"] == EMPLOYEE]
    assert plan["total"]["approved"] == "1204999.99"
    approve(office)
    (plan,) = [one for one in plan_rows(office) if one["book"] == EMPLOYEE]
    assert plan["total"]["approved"] == "1206000.00"
    assert plan["version"] == 2


def test_everything_that_is_missing_is_told_at_once(office: Office) -> None:
    load(office, [figures("职工", **TWELVE)])
    load(office, payments(FIRST, "职工", "1000.00", payer="公务员医疗补助")[:10])
    register(office, application(office, FIRST))
    settle(office, base_years="1")

    findings = refusal(office, lambda: run(office))

    assert codes(findings) == [
        "MONTHS_MISSING",
        "MONTHS_MISSING",
        "FIGURES_MISSING",
        "CHOICE_MISSING",
        "CHOICE_MISSING",
    ]
    assert "2025-11、2025-12" in findings[0].message
    told = "".join(finding.remedy for finding in findings)
    assert "prepay policy choose payers_paid" in told
    assert "prepay policy choose floor" in told


def test_a_dry_run_says_all_and_writes_nothing(office: Office) -> None:
    lanzhou(office)

    done = run(office, dry_run=True)

    assert amounts(done)[FIRST, "employee"][2] == "1200000.00"
    assert drafts(office) == []


def test_the_approved_sheet_stays_the_same_after_a_rename_and_a_new_choice(office: Office) -> None:
    lanzhou(office)
    run(office)
    approve(office)
    before = tree(office)
    assert before["hospitals"][0]["name"] == "城关示范医院"
    assert before["layers"][0].startswith("national@")
    assert "base_years=1" in before["layers"]

    office.on("2026-06-01")
    settle(office, base_years="3", floor="tiers")
    office.desk.operator = "制单乙"
    words = {"ownership": "public", "level": "三级甲等", "inpatient": "yes"}
    renamed = {"code": FIRST, "name": "城关新名医院", "valid_from": "2025-01-01", **words}
    import_hospitals(office.desk, raw([renamed], "改名.csv"))
    load(office, payments(FIRST, "职工", "9.00"))

    assert tree(office) == before


def test_the_policy_may_not_move_between_the_run_and_the_approval(office: Office) -> None:
    lanzhou(office)
    run(office)
    settle(office, floor="tiers")

    findings = refusal(office, lambda: approve(office))

    assert codes(findings) == ["POLICY_CHANGED", "POLICY_CHANGED"]


def test_the_sheet_shows_every_input_step_and_clause(office: Office) -> None:
    lanzhou(office)

    done = run(office)

    told = steps(done, FIRST)
    assert told[0].startswith("医疗机构|城关示范医院|")
    text = "\n".join(told)
    for piece in (
        "职工·住院·基本医保统筹基金|12,000,000.00|甘肃·三",
        "职工·门诊·公务员医疗补助|2,400,000.00|甘肃·三",
        "基数（月平均支出）|1,200,000.00",
        "核定金额|1,200,000.00|甘肃·四",
    ):
        assert piece in text
    gate = "\n".join(done.run.gates[0].steps)
    assert "120,000,000.00 ÷（120,000,000.00 ÷ 12）" in gate


def test_drafts_of_applications_are_warned_of_since_they_do_not_count(office: Office) -> None:
    lanzhou(office)
    office.record(application(office, THIRD))

    done = run(office)

    assert only(list(done.warnings)).code == "REGISTERS_WAITING"
    assert amounts(done)[THIRD, "employee"][2] == "0.00"


def test_a_withdrawn_application_does_not_count(office: Office) -> None:
    lanzhou(office)
    made = application(office, THIRD)
    register(office, made)
    assert amounts(run(office))[THIRD, "employee"][2] == "3000.00"

    withdrawal = office.row("withdrawal", event=str(made["key"]), reason="填错", date="2026-01-05")
    register(office, withdrawal)

    assert amounts(run(office))[THIRD, "employee"][2] == "0.00"


def test_a_special_adjustment_changes_the_amount_by_its_document(office: Office) -> None:
    lanzhou(office)
    words = {"year": "2026", "scope": "amount", "factor": "1.5", "reason": "突发公共卫生事件"}
    register(office, office.row("adjustment", hospital=FIRST, date="2026-01-05", **words))

    done = run(office)

    assert amounts(done)[FIRST, "employee"][2] == "1800000.00"
    assert amounts(done)[SECOND, "employee"][2] == "4999.99"
    assert "special-document-" in "".join(steps(done, FIRST))


def test_who_drops_out_of_a_later_version_may_not_be_paid_by_the_earlier_one(
    office: Office,
) -> None:
    load(office, [figures("职工", **TWELVE), figures("居民", **TWELVE)])
    for hospital in (FIRST, SECOND):
        for fund in ("职工", "居民"):
            load(office, payments(hospital, fund, "100.00"))
    first, second = application(office, FIRST), application(office, SECOND)
    register(office, first, second)
    settle(office, **CHOICES)
    assert amounts(run(office))[SECOND, "employee"][2] == "100.00"
    approve(office)
    for fund in ("职工", "居民"):
        load(office, payments(SECOND, fund, "0"))
    withdrawal = office.row("withdrawal", event=str(second["key"]), reason="撤回申请")
    register(office, {**withdrawal, "date": "2026-01-05"})

    done = run(office)

    left = [line for line in done.run.lines if line.hospital == SECOND]
    assert [(line.book, line.amount_fen) for line in left] == [(EMPLOYEE, 0), (RESIDENT, 0)]
    assert "本版未列入" in left[0].refused[0]
