"""What stands for a hospital: what counts as paid, what stops it, where its money went."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from ledger.basis.errors import Refused
from ledger.events import checks
from ledger.events.agreement import Agreement
from ledger.masters.hospital import bare_number
from ledger.policy.standing import standing_at
from ledger.store.engine import reading
from ledger.store.masters import read_books, read_hospitals
from ledger.store.standing import books_of_area, read_standing
from ledger.workflow.drafting.review import approve
from ledger.workflow.posting.post import post_drafts
from ledger.workflow.setup.masters import add_operator, import_hospitals
from tests import assess_office
from tests.cases import only, order, receipt, refusal, refused
from tests.office import (
    EMPLOYEE,
    FIRST,
    RESIDENT,
    SECOND,
    THIRD,
    Office,
    codes,
    raw,
    register_account,
)
from tests.templates import kept

if TYPE_CHECKING:
    from pathlib import Path

    from ledger.basis.errors import Finding
    from ledger.policy.standing import Standing
    from ledger.voucher.running import Candidate
    from tests.office import Row

LISTED = f"6222{FIRST[-8:]}"
FUND_BOOKS = ("employee", "resident")


@kept
def permitted(office: Office) -> Office:
    """Give an office in March that may pay the first hospital 1,000.00 of 职工."""
    office.fund()
    office.on("2026-03-20")
    office.permit(FIRST, 2026, amount="1000.00")
    office.withheld |= {(h, "2026", "employee") for h in (FIRST, SECOND)}
    return office


def stood(office: Office, hospital: str = FIRST, year: int = 2026) -> Standing:
    """Read what stands for a hospital's year in the 职工 book."""
    day = date(year, 3, 1)
    asked = Agreement(book=EMPLOYEE, key="问", date=day, hospital=hospital, year=year)
    with reading(office.desk.engine) as conn:
        found = read_standing(conn, EMPLOYEE, office.desk.chart("employee"), [asked], ())
    return standing_at(found.standings, hospital, year)


def accounts_paid(office: Office) -> set[str]:
    """Return the accounts to which the first hospital's money went."""
    with reading(office.desk.engine) as conn:
        listed = read_hospitals(conn, date(2026, 3, 31), {FIRST})[FIRST].accounts
    return stood(office).accounts_paid(listed)


def recall(office: Office, **words: object) -> Row:
    """Write the row of a recall of the first hospital's money."""
    given = {"hospital": FIRST, "year": "2026", "date": "2026-03-01", **words}
    told = {"notified_on": "2026-03-01", "trigger": "agreement-ended", **given}
    return office.row("recall", **told)


def stop(office: Office, switch: str, day: str, **words: object) -> Row:
    """Write the row of a 停拨结算, or of its end."""
    return office.row("payment-stop", hospital=FIRST, switch=switch, date=day, **words)


def offset(office: Office, amount: str, settlement: str, **words: object) -> Row:
    """Write the row of an offset of the first hospital's settlement."""
    given = {"hospital": FIRST, "year": "2026", "date": "2026-03-18", "reason": "misuse", **words}
    return office.row(
        "settlement-offset", amount=amount, settlement=settlement, benefit="inpatient", **given
    )


def returned(office: Office, **words: object) -> Row:
    """Write the row of a return of the first hospital's money."""
    return office.give_back(FIRST, "1.00", day="2026-03-19", **words)


def warned(office: Office, row: Row) -> list[Finding]:
    """Record a row for trial and give what is worth a second look."""
    return list(office.record(row, dry_run=True).warnings)


def unposted(office: Office) -> list[Finding]:
    """Post what is approved and give what is refused."""
    office.desk.operator = "主管丁"
    try:
        post_drafts(office.desk, ())
    except Refused as refusal:
        return list(refusal.findings)
    return []


def special(office: Office, row: Row) -> None:
    """Book a payment that the bank has made against a rule."""
    office.record(row)
    office.desk.operator = "管理员甲"
    add_operator(office.desk, "主管辛", ("approver", "chief"))
    office.desk.operator = "主管辛"
    approve(office.desk, ())
    office.desk.operator = "主管丁"
    post_drafts(office.desk, ())


# What counts as paid.


@pytest.mark.parametrize(
    ("turnover", "paid"),
    [
        ({"amount": "600.00"}, 600_00),
        ({"amount": "600.00", "debit_to_date": "900.00", "credit_to_date": "300.00"}, 900_00),
    ],
)
def test_a_mid_year_opening_counts_as_paid_by_its_debit_to_date(
    url: str, tmp_path: Path, turnover: dict[str, str], paid: int
) -> None:
    office = Office.open(url, tmp_path, start="2026-07")
    office.on("2026-07-20")
    office.post(
        office.row(
            "opening-balance",
            date="2026-07-01",
            account="1101",
            hospital=FIRST,
            year="2026",
            **turnover,
        ),
        office.row("opening-balance", date="2026-07-01", account="1004", amount="9000.00"),
    )
    office.permit(FIRST, 2026, amount="1000.00")
    office.withheld.add((FIRST, "2026", "employee"))

    assert stood(office).paid_fen == paid
    pay = office.pay(FIRST, "500.00", day="2026-07-10", reason="其他：经会商延期拨付")
    assert isinstance(pay["papers"], list)
    pay["papers"].append({"type": "other", "number": "延1", "date": "2026-07-09"})
    assert codes(refused(office, pay)) == ["LIMIT_EXCEEDED"]
    office.desk.engine.dispose()


def test_another_accounts_opening_with_a_hospital_is_not_paid(office: Office) -> None:
    office.post(
        office.row(
            "opening-balance",
            date="2026-01-01",
            account="2001",
            counterparty="某单位",
            hospital=FIRST,
            year="2026",
            amount="5.00",
        ),
        office.row("opening-balance", date="2026-01-01", account="1003", amount="5.00"),
    )
    office.permit(FIRST, 2026, amount="1000.00")

    assert stood(office).paid_fen == 0


def test_a_special_payment_within_the_quota_stays_paid_when_it_comes_back(office: Office) -> None:
    office.fund()
    office.on("2026-03-20")
    office.assess([FIRST], 2026, amount="1000.00")
    office.withheld.add((FIRST, "2026", "employee"))
    special(office, office.pay(FIRST, "1000.00", irregular="true", reason="协议未签先付"))
    office.post(office.give_back(FIRST, "1000.00", day="2026-03-18", payer_account=LISTED))

    assert stood(office).paid_fen == 1000_00


def test_only_what_went_beyond_the_amount_approved_then_is_freed(permitted: Office) -> None:
    permitted.post(permitted.pay(FIRST, "700.00"))
    special(permitted, permitted.pay(FIRST, "500.00", irregular="true", reason="银行重发"))
    assert stood(permitted).paid_fen == 1200_00

    permitted.post(permitted.give_back(FIRST, "500.00", day="2026-03-18", payer_account=LISTED))
    assert stood(permitted).paid_fen == 1000_00
    permitted.assess([FIRST], 2026, amount="1100.00")
    assert stood(permitted).paid_fen == 1000_00


def test_a_proposed_assessment_and_gate_are_no_ground_to_pay_on(office: Office) -> None:
    office.fund()
    assess_office.lanzhou(office)
    office.on("2026-02-05")
    office.withheld.add((FIRST, "2026", "employee"))
    assess_office.run(office)
    agreement = office.row("agreement", hospital=FIRST, year="2026", date="2026-02-05")

    pay = office.pay(FIRST, "100.00", day="2026-02-05")
    assert codes(refused(office, agreement, pay)) == ["NOT_ASSESSED"]
    assess_office.approve(office)
    assert office.record(agreement, pay)


# What stops it.


def test_a_recall_of_one_year_stops_the_payments_of_every_year(permitted: Office) -> None:
    permitted.post(recall(permitted, year="2025", key="收-1"))
    assert codes(refused(permitted, permitted.pay(FIRST, "1.00"))) == ["RECALLED"]

    permitted.post(
        permitted.row(
            "recall-lift", hospital=FIRST, recall="收-1", reason="已续签", date="2026-03-05"
        )
    )
    assert permitted.record(permitted.pay(FIRST, "1.00"))


@pytest.mark.parametrize("kind", ["recall", "suspension"])
def test_what_stops_one_fund_of_the_area_stops_the_other(permitted: Office, kind: str) -> None:
    row = (
        recall(permitted, fund="resident", key="停-1")
        if kind == "recall"
        else permitted.row(
            "suspension", hospital=FIRST, fund="resident", date="2026-03-01", key="停-1"
        )
    )
    permitted.post(row)

    finding = only(refused(permitted, permitted.pay(FIRST, "1.00")))
    assert finding.code == {"recall": "RECALLED", "suspension": "SUSPENDED"}[kind]
    assert finding.clause.startswith("甘肃·六(")

    undo = permitted.row(
        "withdrawal", event="停-1", fund="resident", reason="登记有误", date="2026-03-02"
    )
    permitted.post(undo)
    assert permitted.record(permitted.pay(FIRST, "1.00"))


def test_a_withdrawal_in_one_book_leaves_the_same_key_of_the_other_alone(
    permitted: Office,
) -> None:
    permitted.post(recall(permitted, key="同号"), recall(permitted, fund="resident", key="同号"))
    permitted.post(permitted.row("withdrawal", event="同号", reason="登记有误", date="2026-03-02"))

    stops = stood(permitted).stops
    assert [(stop.book, stop.key) for stop in stops] == [(RESIDENT, "同号")]


def test_what_stops_one_hospital_stops_no_other(permitted: Office) -> None:
    permitted.permit(SECOND, 2026, amount="1000.00")
    permitted.post(recall(permitted, fund="resident"), stop(permitted, "on", "2026-03-01"))

    assert stood(permitted, SECOND).stops == ()
    assert permitted.record(permitted.pay(SECOND, "1.00"))


@pytest.mark.parametrize("fund", ["employee", "resident"])
def test_while_settlements_are_stopped_an_offset_pays_nothing_beside_it(
    permitted: Office, fund: str
) -> None:
    permitted.post(
        permitted.pay(FIRST, "1000.00"), stop(permitted, "on", "2026-03-15", key="停", fund=fund)
    )
    permitted.post(recall(permitted, trigger="misuse"))

    finding = only(refused(permitted, offset(permitted, "1.00", "5000.00")))
    assert finding.code == "SETTLEMENT_STOPPED"
    assert finding.clause == "甘肃·六"
    assert finding.permission
    assert "还要支付 4,999.00" in finding.message
    assert "2026-03-15 起" in finding.message
    assert {"employee": "兰州市职工", "resident": "兰州市居民"}[fund] in finding.message
    assert permitted.record(offset(permitted, "1.00", "1.00"), dry_run=True)
    assert permitted.record(offset(permitted, "1.00", "2.00", date="2026-03-14"), dry_run=True)

    permitted.post(stop(permitted, "off", "2026-03-17", fund=fund))
    assert permitted.record(offset(permitted, "1.00", "5000.00"), dry_run=True)


@pytest.mark.parametrize(("stopped", "resumed"), [FUND_BOOKS, FUND_BOOKS[::-1]])
def test_settlements_stopped_by_one_fund_do_not_go_on_by_the_others_word(
    permitted: Office, stopped: str, resumed: str
) -> None:
    permitted.post(
        permitted.pay(FIRST, "1000.00"), stop(permitted, "on", "2026-03-15", fund=stopped)
    )
    permitted.post(recall(permitted, trigger="misuse"))
    permitted.post(stop(permitted, "off", "2026-03-16", fund=resumed))

    assert codes(refused(permitted, offset(permitted, "1.00", "2.00"))) == ["SETTLEMENT_STOPPED"]


def test_what_stops_settlements_is_no_stop_of_prepayment(permitted: Office) -> None:
    permitted.post(stop(permitted, "on", "2026-03-01"))

    standing = stood(permitted)
    assert standing.stops == ()
    halt = standing.halted(date(2026, 3, 1))
    assert halt is not None
    assert halt.kind == "payment-stop"
    assert standing.halted(date(2026, 2, 28)) is None


# Where its money went.


def listed_anew(office: Office, account: str, since: str) -> None:
    """Let the hospital list name another account of the first hospital from a day on."""
    row = {
        "code": FIRST,
        "name": "城关示范医院",
        "ownership": "public",
        "level": "二级甲等",
        "inpatient": "yes",
        "bank_account": account,
        "valid_from": since,
    }
    office.desk.operator = "制单乙"
    import_hospitals(office.desk, raw([row], "hospitals.csv"))


def test_the_account_paid_is_the_one_listed_on_the_day_of_the_payment(permitted: Office) -> None:
    permitted.post(permitted.pay(FIRST, "100.00"))
    listed_anew(permitted, "6333", "2026-03-15")

    assert accounts_paid(permitted) == {LISTED}
    assert permitted.record(returned(permitted, payer_account=LISTED), dry_run=True)
    finding = only(refused(permitted, returned(permitted, payer_account="6333")))
    assert finding.code == "ORIGINAL_CHANNEL"
    assert LISTED in finding.message

    permitted.post(permitted.pay(FIRST, "1.00", day="2026-03-16"))
    elsewhere = permitted.pay(FIRST, "1.00", day="2026-03-16", payee_account="6444")
    finding = only(refused(permitted, elsewhere))
    assert (finding.code, finding.clause, finding.permission) == ("PAYEE_UNKNOWN", "甘肃·五", True)
    assert f"prepay hospital account add {FIRST} 6444 --paper" in finding.remedy
    register_account(permitted, FIRST, "6444", since="2026-03-16")
    permitted.post(elsewhere)
    assert accounts_paid(permitted) == {LISTED, "6333", "6444"}


@pytest.mark.parametrize(
    "spelled",
    ["6222 1000 0001", "6222\u00a010000001", "6222-1000—0001", "６２２２1000０００１"],
)
def test_an_account_number_is_its_digits_however_they_are_set(
    permitted: Office, spelled: str
) -> None:
    permitted.post(permitted.pay(FIRST, "100.00", payee_account="622210000001"))

    assert warned(permitted, returned(permitted, payer_account=spelled)) == []
    other = returned(permitted, payer_account=spelled.replace("1", "9").replace("１", "９"))
    assert codes(refused(permitted, other)) == ["ORIGINAL_CHANNEL"]


def test_a_number_in_the_books_may_be_set_in_full_width_too() -> None:
    assert bare_number("６２２２ 1000－0001 ａ") == "622210000001A"
    assert bare_number("——") == ""


def test_a_return_without_the_payers_account_gives_a_reason(permitted: Office) -> None:
    permitted.post(permitted.pay(FIRST, "100.00"))

    finding = only(refused(permitted, returned(permitted, payer_account="")))
    assert (finding.code, finding.permission) == ("PAYER_UNKNOWN", True)
    assert "未填付款账号，无法核对原渠道" in finding.message
    assert finding.clause == "甘肃·四"
    assert warned(permitted, returned(permitted, payer_account=LISTED)) == []
    assert warned(permitted, returned(permitted, reason="回单没有付款账号，已函询银行")) == []


def test_money_comes_back_from_an_account_of_the_joint_accounting_that_many_share(
    permitted: Office,
) -> None:
    permitted.post(permitted.pay(FIRST, "100.00"))
    joint = returned(permitted, payer_account="7001")
    assert only(refused(permitted, joint)).code == "ORIGINAL_CHANNEL"

    for hospital in (FIRST, SECOND):
        register_account(permitted, hospital, "7001", since="2026-03-01", kind="集中核算")

    assert warned(permitted, joint) == []
    with pytest.raises(Refused, match="不能又是榆中示范卫生院的自有账户"):
        register_account(permitted, THIRD, "7001", since="2026-03-01")
    with pytest.raises(Refused, match="城关示范医院的自有账户"):
        register_account(permitted, SECOND, LISTED, since="2026-03-01", kind="集中核算")
    register_account(
        permitted, FIRST, "7001", since="2026-03-01", kind="集中核算", until="2026-03-02"
    )
    assert only(refused(permitted, joint)).code == "ORIGINAL_CHANNEL"


def test_a_payment_order_bounds_the_payments_made_on_it(permitted: Office) -> None:
    def paid(amount: str, order: str, stated: str = "") -> dict[str, object]:
        paper = {"type": "payment-order", "number": order, "date": "2026-03-10"}
        row = permitted.pay(FIRST, amount)
        receipt = {"type": "bank-receipt", "number": f"单-{row['key']}", "date": "2026-03-10"}
        return row | {"papers": [paper | ({"amount": stated} if stated else {}), receipt]}

    finding = only(refused(permitted, paid("600.00", "令-1", "500.00")))
    assert (finding.code, finding.permission) == ("ORDER_EXCEEDED", True)
    assert "金额 500.00，已付 0.00，本笔 600.00，超出 100.00" in finding.message
    permitted.post(paid("300.00", "令-1", "500.00") | {"key": "付-1"})
    assert only(refused(permitted, paid("200.01", "令-1"))).code == "ORDER_EXCEEDED"
    assert only(refused(permitted, paid("100.00", "令-1", "600.00"))).code == "DOCUMENT_UNEQUAL"
    permitted.post(paid("200.00", "令-1"))
    back = {"hospital": FIRST, "year": "2026", "amount": "300.00", "to": "1004"}
    permitted.post(permitted.row("payment-return", date="2026-03-12", disbursement="付-1", **back))
    permitted.post(paid("300.00", "令-1", "500.00"))

    permitted.post(paid("10.00", "令-2") | {"key": "付-2"})
    unsaid = only(refused(permitted, paid("10.00", "令-2")))
    assert (unsaid.code, unsaid.permission) == ("ORDER_TOTAL_MISSING", True)
    assert "令-2 已付 10.00（付-2），本笔 10.00，几笔共用一张指令" in unsaid.message
    assert only(refused(permitted, paid("10.01", "令-2", "20.00"))).code == "ORDER_EXCEEDED"
    permitted.post(paid("10.00", "令-2", "20.00"))
    assert only(refused(permitted, paid("0.01", "令-2"))).code == "ORDER_EXCEEDED"


def test_several_payments_of_one_file_on_one_order_say_its_total(permitted: Office) -> None:
    def paid(key: str, amount: str, stated: str = "") -> dict[str, object]:
        papers = [order("令-3", stated), receipt(f"单-{key}")]
        return permitted.pay(FIRST, amount, key=key, papers=papers)

    finding = only(refused(permitted, paid("付-1", "300.00"), paid("付-2", "300.00")))
    assert (finding.code, finding.key) == ("ORDER_TOTAL_MISSING", "付-2")
    permitted.record(paid("付-1", "300.00", "600.00"), paid("付-2", "300.00", "600.00"))


def test_a_payment_of_a_shared_order_without_a_total_is_still_corrected(
    permitted: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Books of before the rule: the payments stand, and one of them is put right."""
    with monkeypatch.context() as before:
        before.setattr(checks, "order_findings", lambda *_: ())
        for key in ("付-1", "付-2"):
            papers = [order("令-4"), receipt(f"单-{key}")]
            permitted.post(permitted.pay(FIRST, "10.00", key=key, papers=papers))

    assert permitted.faults() == []
    permitted.correct("付-1", right=[{"amount": "9.00"}])
    permitted.post()
    assert permitted.faults() == []

    more = refusal(permitted, lambda: permitted.correct("付-2", right=[{"amount": "10.01"}]))
    assert codes(more) == ["ORDER_TOTAL_MISSING"]
    stated = {"amount": "10.01", "papers": [order("令-4", "19.01"), receipt("单-付-2")]}
    permitted.correct("付-2", right=[stated])
    permitted.post()
    assert permitted.faults() == []


def test_a_correction_moves_no_payment_onto_an_order_that_states_nothing(
    permitted: Office,
) -> None:
    """In blue, or by a paper of a closed year: the order then stands behind two payments."""
    permitted.post(permitted.pay(FIRST, "10.00", key="付-1", papers=[order("令-5"), receipt("五")]))
    permitted.post(permitted.pay(FIRST, "10.00", key="付-2", papers=[order("令-6"), receipt("六")]))

    def onto(total: str) -> list[Candidate]:
        papers = [order("令-5", total), receipt("六")]
        return permitted.correct("付-2", right=[{"papers": papers}])

    moved = only(refusal(permitted, lambda: onto("")))
    assert moved.code == "ORDER_TOTAL_MISSING"
    assert "令-5 已付 10.00（付-1），本笔 10.00" in moved.message
    assert only(refusal(permitted, lambda: onto("19.99"))).code == "ORDER_EXCEEDED"
    onto("20.00")
    permitted.post()
    assert permitted.faults() == []


# The special reasons of an offset in mid-year.


def paid_as(office: Office, ownership: str) -> None:
    """Pay the first hospital, and list it under an ownership."""
    office.post(office.pay(FIRST, "100.00"))
    row = {"code": FIRST, "name": "城关示范医院", "ownership": ownership, "inpatient": "yes"}
    office.desk.operator = "制单乙"
    import_hospitals(office.desk, raw([{**row, "level": "二级甲等"}], "hospitals.csv"))


@pytest.mark.parametrize(
    ("reason", "ownership"),
    [
        ("misuse", "public"),
        ("有财产被保全", "private"),
        ("procurement", "public"),
    ],
)
def test_a_trigger_that_was_recalled_for_is_a_special_reason(
    permitted: Office, reason: str, ownership: str
) -> None:
    paid_as(permitted, ownership)
    early = offset(permitted, "1.00", "2.00", reason=reason)
    assert codes(refused(permitted, early)) == ["RECALL_UNREGISTERED"]

    trigger, _, why = reason.partition(": ")
    permitted.post(recall(permitted, trigger=trigger, reason=why or "查实"))

    assert permitted.record(offset(permitted, "1.00", "2.00", reason=reason), dry_run=True)


def test_an_offset_may_stand_in_one_file_with_its_recall_and_is_posted_after_it(
    permitted: Office,
) -> None:
    permitted.post(permitted.pay(FIRST, "1000.00", day="2026-03-10"))
    day, why = "2026-05-10", "有财产被保全"
    called = recall(permitted, trigger=why, date=day, notified_on=day)
    early = offset(permitted, "1.00", "2.00", reason=why, date=day)
    permitted.record(called, early)

    permitted.desk.operator = "审核丙"
    approve(permitted.desk, [str(early["key"])])
    assert codes(unposted(permitted)) == ["RECALL_UNREGISTERED"]

    permitted.desk.operator = "审核丙"
    approve(permitted.desk, ())
    assert unposted(permitted) == []


@pytest.mark.parametrize(
    ("reason", "ownership"),
    [
        ("other", "public"),
        ("guarantee-lost", "private"),
        ("false-statements", "public"),
        ("procurement", "private"),
        ("因故", "public"),
    ],
)
def test_a_trigger_of_another_province_or_ownership_is_no_special_reason(
    permitted: Office, reason: str, ownership: str
) -> None:
    paid_as(permitted, ownership)

    finding = only(refused(permitted, offset(permitted, "1.00", "2.00", reason=reason)))
    assert finding.code == "SPECIAL_REASON"
    assert "guarantee-lost" not in finding.remedy
    assert "false-statements" not in finding.remedy
    assert ("procurement" in finding.remedy) == (ownership == "public")
    assert "misuse" in finding.remedy


def test_the_books_of_an_area_are_those_that_can_be_opened(office: Office) -> None:
    with reading(office.desk.engine) as conn:
        assert set(read_books(conn)) == set(books_of_area(EMPLOYEE))
