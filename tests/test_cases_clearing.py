"""冲抵、核销、收回、承接: what clears a prepayment without the hospital's own money."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.masters.book import BankAccount
from ledger.workflow.policy.policy_choice import choose
from ledger.workflow.setup.masters import describe_account
from tests.cases import only, posted, receipt, refused
from tests.office import EMPLOYEE, FIRST, RESIDENT, SECOND, THIRD, leaf

if TYPE_CHECKING:
    from tests.office import Office, Row

SHEET = {"type": "settlement-sheet", "number": "结算〔2026〕88号", "date": "2026-11-30"}
DECISION = {"type": "offset-decision", "number": "兰医保冲〔2026〕1号", "date": "2026-12-01"}
COURT = {"type": "court-document", "number": "（2026）甘01破3号", "date": "2026-10-08"}
APPROVAL = {"type": "government-approval", "number": "甘政函〔2026〕9号", "date": "2026-11-09"}
REASON = {"reason": "other: 医院申请以结算款冲抵"}


def offset(office: Office, amount: str, **words: object) -> Row:
    """Write an offset against a settlement of the first hospital."""
    given = {"date": "2026-12-02", "hospital": FIRST, "year": "2026", **REASON, **words}
    return office.row("settlement-offset", amount=amount, papers=[SHEET, DECISION], **given)


def write_off(
    office: Office, amount: str, *, court: str = "", approved: str = "", **words: object
) -> Row:
    """Write a write-off of the first hospital's prepayment."""
    papers = [
        {**COURT, "amount": court or amount},
        {**APPROVAL, "amount": approved or amount},
    ]
    given = {"date": "2026-12-02", "hospital": FIRST, "year": "2026", "papers": papers, **words}
    return office.row("write-off", amount=amount, **given)


def test_an_offset_of_300000_leaves_the_settlement_of_800000_gross(office: Office) -> None:
    """T11: benefit expense is the whole settlement, not what was left to pay."""
    office.fund()
    office.post(office.pay(FIRST, "600000.00"))

    assert posted(office, offset(office, "300000.00", settlement="800000.00", benefit="住院")) == [
        (
            "城关示范医院结算单结算〔2026〕88号冲抵2026年度医保预付金（兰医保冲〔2026〕1号）",
            [
                "借 5001.01.01 800,000.00",
                f"贷 {leaf(FIRST)} 300,000.00",
                "贷 1004 500,000.00",
            ],
        )
    ]


def test_the_rest_of_a_settlement_is_not_taken_from_the_prepayment_s_own_account_unproved(
    office: Office,
) -> None:
    """1004 is 预付金专户: what is paid beside an offset comes from another account, or a bank line."""
    office.fund()
    office.post(office.pay(FIRST, "600000.00"))
    bare = offset(office, "300000.00", settlement="800000.00", benefit="住院")
    bare["papers"] = [SHEET, DECISION]

    finding = only(refused(office, bare))
    assert finding.code == "REST_ACCOUNT"
    assert "还要支付 500,000.00" in finding.message
    assert "填 其他支出户（other）" in finding.remedy

    # The whole settlement is offset: nothing is paid, nothing is asked.
    whole = {**bare, "settlement": "300000.00", "key": "全额"}
    office.record(whole)
    [_, told] = posted(office, {**bare, "from": "其他支出户", "key": "另付"})
    assert told[1] == [
        "借 5001.01.01 800,000.00",
        f"贷 {leaf(FIRST)} 300,000.00",
        "贷 2001.03 500,000.00",
    ]


def test_in_a_shared_account_the_rest_is_paid_from_it_as_ever(office: Office) -> None:
    shared = BankAccount(code="1004", bank="示范银行", number="1004001", exclusive=False)
    describe_account(office.desk, EMPLOYEE, shared)
    office.fund()
    office.post(office.pay(FIRST, "600000.00"))
    bare = offset(office, "300000.00", settlement="800000.00", benefit="住院")
    bare["papers"] = [SHEET, DECISION]
    [told] = posted(office, bare)
    assert "贷 1004 500,000.00" in told[1]


def test_inpatient_and_outpatient_stand_on_one_voucher(office: Office) -> None:
    office.fund()
    office.post(office.pay(FIRST, "600000.00"))
    lines = [
        {"benefit": "inpatient", "gross": "310000.00"},
        {"benefit": "outpatient", "gross": "90000.00"},
    ]

    ((_, found),) = posted(office, offset(office, "120000.00", lines=lines))

    assert found == [
        "借 5001.01.01 310,000.00",
        "借 5001.01.03 90,000.00",
        f"贷 {leaf(FIRST)} 120,000.00",
        "贷 1004 280,000.00",
    ]


def test_a_settlement_wholly_offset_pays_nothing_out(office: Office) -> None:
    office.fund()
    office.post(office.pay(FIRST, "600000.00"))

    ((_, found),) = posted(office, offset(office, "90000.00", lines="住院:50000; 生育:40000"))

    assert found == [
        "借 5001.01.01 50,000.00",
        "借 5001.01.04 40,000.00",
        f"贷 {leaf(FIRST)} 90,000.00",
    ]


def test_each_fund_has_benefits_of_its_own(office: Office) -> None:
    office.fund(book=RESIDENT)
    office.post(office.pay(FIRST, "600000.00", fund="resident"))
    benefits = (("inpatient", "5001.01"), ("outpatient", "5001.02"), ("other", "5001.03"))

    for benefit, code in benefits:
        words = {"fund": "resident", "settlement": "20000.00", "benefit": benefit}
        ((_, found),) = posted(office, offset(office, "20000.00", **words), book=RESIDENT)
        assert found == [f"借 {code} 20,000.00", f"贷 {leaf(FIRST)} 20,000.00"]

    maternity = offset(office, "1.00", fund="resident", settlement="1.00", benefit="maternity")
    finding = only(refused(office, maternity))
    assert finding.code == "BENEFIT_UNKNOWN"
    assert "居民医保没有待遇类别“生育”，可用：住院、门诊、其他" in finding.message


def test_an_offset_names_one_settlement_and_is_no_larger(office: Office) -> None:
    office.fund()
    office.post(office.pay(FIRST, "600000.00"))

    for words in ({}, {"settlement": "9.00"}, {"benefit": "住院"}):
        assert only(refused(office, offset(office, "1.00", **words))).code == "SETTLEMENT_UNCLEAR"
    larger = offset(office, "300000.01", settlement="300000.00", benefit="住院")
    finding = only(refused(office, larger))
    assert finding.code == "EXCEEDS_SETTLEMENT"
    assert "300,000.01" in finding.message
    assert "300,000.00" in finding.message


def test_a_loss_is_written_off_to_other_expense_of_either_fund(office: Office) -> None:
    office.fund()
    office.fund(book=RESIDENT)
    office.post(office.pay(FIRST, "80000.00"), office.pay(FIRST, "70000.00", fund="resident"))
    summary = "核销城关示范医院2026年度医保预付金（(2026)甘01破3号；甘政函〔2026〕9号）"
    # One judgment and one approval speak of both funds' money.
    both = {"court": "150000.00", "approved": "150000.00"}

    assert posted(office, write_off(office, "80000.00", **both)) == [
        (summary, ["借 5401.01 80,000.00", f"贷 {leaf(FIRST)} 80,000.00"])
    ]
    residents = write_off(office, "70000.00", fund="resident", **both)
    assert posted(office, residents, book=RESIDENT) == [
        (summary, ["借 5401 70,000.00", f"贷 {leaf(FIRST)} 70,000.00"])
    ]


def test_a_write_off_above_the_courts_amount_is_refused(office: Office) -> None:
    """T17: 500,000 of a court document over 450,000."""
    office.fund()
    office.post(office.pay(FIRST, "600000.00"))

    finding = only(refused(office, write_off(office, "500000.00", court="450000.00")))

    assert (finding.code, finding.clause) == ("EXCEEDS_DOCUMENT", "甘肃·五、六")
    assert "法院文书 (2026)甘01破3号 金额 450,000.00" in finding.message
    assert "超出 50,000.00" in finding.message
    above = write_off(office, "450000.00", court="450000.00", approved="449999.99")
    assert "政府批复" in only(refused(office, above)).message


def test_write_offs_that_cite_one_document_stay_below_it_together(office: Office) -> None:
    office.fund()
    office.post(office.pay(FIRST, "400000.00"), office.pay(SECOND, "400000.00"))
    office.post(write_off(office, "300000.00", court="450000.00"))

    why = {"court": "450000.00", "hospital": SECOND, "reason": "两家同为被执行人"}
    finding = only(refused(office, write_off(office, "150000.01", **why)))

    assert finding.code == "EXCEEDS_DOCUMENT"
    assert "已用 300,000.00，本笔 150,000.01，超出 0.01" in finding.message
    office.post(write_off(office, "150000.00", **why))


def test_where_a_recovery_goes_is_chosen_by_a_person(office: Office) -> None:
    """A-14: no rule settles it; both readings post, neither is guessed."""
    row = {"date": "2026-12-20", "hospital": FIRST, "year": "2025", "to": "1004"}
    papers = {"other": {"type": "other", "number": "分配方案2号", "date": "2026-12-18"}}

    def recovery(number: str) -> Row:
        proof = [receipt(number), papers["other"]]
        return office.row("recovery", amount="30000.00", papers=proof, **row)

    for year in ("2025", "2024"):
        gone = {"hospital": FIRST, "year": year, "amount": "30000.00", "date": "2025-12-19"}
        office.post(office.row("prior-write-off", **gone))
    finding = only(refused(office, recovery("R-1")))
    assert finding.code == "CHOICE_MISSING"
    assert "other_income = 贷记 4501 其他收入" in finding.message
    assert "prepay policy choose recovery_credit" in finding.remedy
    found = []
    for number, reading in (("R-1", "other_income"), ("R-2", "other_expense")):
        office.desk.operator = "主管丁"
        since = 2024 if row["year"] == "2024" else 0
        choose(office.desk, EMPLOYEE, "recovery_credit", reading, "与财政部门商定", from_year=since)
        found += posted(office, recovery(number), book=EMPLOYEE)
        row["year"] = "2024"
    assert found == [
        (
            "收回已核销的城关示范医院2025年度医保预付金（分配方案2号）",
            ["借 1004 30,000.00", "贷 4501.01 30,000.00"],
        ),
        (
            "收回已核销的城关示范医院2024年度医保预付金（分配方案2号）",
            ["借 1004 30,000.00", "贷 5401.01 30,000.00"],
        ),
    ]


def test_a_prior_write_off_lies_before_the_books_began(office: Office) -> None:
    """The books began in January 2026: what is written off since then leaves 1101 by a 核销."""
    gone = {"hospital": FIRST, "year": "2024", "amount": "30000.00"}
    for day in ("2026-01-01", "2026-12-19"):
        finding = only(refused(office, office.row("prior-write-off", date=day, **gone)))
        assert finding.code == "PRIOR_LATE"
        assert f"{day} 不在建账以前" in finding.message
        assert "核销（write-off）" in finding.remedy
    office.post(office.row("prior-write-off", date="2025-12-31", **gone))


def test_several_successors_take_over_a_hospitals_prepayment(office: Office) -> None:
    office.fund()
    office.post(office.pay(FIRST, "500000.00"))
    paper = {"type": "restructuring", "number": "兰卫发〔2026〕7号", "date": "2026-06-01"}
    words = {"date": "2026-06-02", "hospital": FIRST, "year": "2026", "papers": [paper]}

    assert posted(
        office,
        office.row("succession", amount="300000.00", successor=SECOND, **words),
        office.row("succession", amount="200000.00", successor=THIRD, **words),
    ) == [
        (
            "安宁示范医院承接城关示范医院2026年度医保预付金（兰卫发〔2026〕7号）",
            [f"借 {leaf(SECOND)} 300,000.00", f"贷 {leaf(FIRST)} 300,000.00"],
        ),
        (
            "榆中示范卫生院承接城关示范医院2026年度医保预付金（兰卫发〔2026〕7号）",
            [f"借 {leaf(THIRD)} 200,000.00", f"贷 {leaf(FIRST)} 200,000.00"],
        ),
    ]
    assert office.balance(leaf(FIRST)) == "0.00"
    same = office.row(
        "succession", amount="1.00", successor=SECOND, **{**words, "hospital": SECOND}
    )
    assert only(refused(office, same)).code == "SUCCESSOR_SAME"
