"""附件: which papers each kind needs, and that no receipt proves more than it says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.events.kinds import ALL
from ledger.workflow.drafting.review import reject
from tests.cases import only, order, receipt, refused
from tests.office import FIRST, SECOND, THIRD, codes, needed_papers

if TYPE_CHECKING:
    from tests.office import Office, Row

OWED = {"hospital": FIRST, "year": "2026"}
#: The words of each kind that needs papers, as far as they must be there.
WORDS: dict[str, dict[str, str]] = {
    "opening-balance": {"account": "1003", "date": "2026-01-01"},
    "allocation": {},
    "disbursement": {**OWED, "from": "1004"},
    "payment-return": {**OWED, "to": "1004", "disbursement": "拨-1"},
    "repayment": {**OWED, "to": "1004", "payer_account": "622210000001"},
    "remittance": {},
    "suspense": {"to": "1004", "counterparty": "某单位"},
    "interest": {},
    "pass-down": {"lower_area": "620102", "year": "2026", "from": "1004"},
    "pass-up": {"lower_area": "620102", "year": "2026", "to": "1004"},
    "settlement-offset": {
        **OWED,
        "reason": "other: 约定",
        "settlement": "9.00",
        "benefit": "住院",
    },
    "write-off": OWED,
    "recovery": {**OWED, "to": "1004"},
    "succession": {**OWED, "successor": SECOND},
    "application": OWED,
    "agreement": OWED,
    "guarantee": {"hospital": FIRST},
    "suspension": {"hospital": FIRST},
    "recall": {**OWED, "trigger": "misuse", "notified_on": "2026-03-10"},
    "recall-lift": {"hospital": FIRST, "recall": "收-1", "reason": "已消除"},
    "payment-stop": {"hospital": FIRST, "switch": "on"},
    "court-case": {**OWED, "court": "城关区人民法院", "number": "（2026）甘0102执1号"},
    "adjustment": {"year": "2026", "factor": "1.5", "reason": "重大公共卫生事件"},
    "sanction": {**OWED, "cause": "late", "reason": "上年逾期"},
    "cure": {"event": "拨-1", "reason": "已退回"},
    "confirmation-answer": {"hospital": FIRST, "letter": "函-1", "answer": "agree"},
    "confirmation-explained": {"hospital": FIRST, "letter": "函-1", "reason": "已停业"},
    "confirmation-reminder": {"hospital": FIRST, "letter": "函-1"},
    "opening-check": {"account": "1101", "amount": "1.00"},
    "alternative-check": {"year": "2025", "balances": f"{FIRST}:2025:0", "reason": "逐笔核对"},
    "bankruptcy-claim": {
        **OWED,
        "court": "城关区人民法院",
        "number": "（2026）甘0102破1号",
        "administrator": "某律师事务所",
    },
    "licence-report": {"month": "2026-03", "listed": "0", "concerned": "0"},
    "fund-report": {
        "month": "2026-03",
        "balance": "9.00",
        "income": "9.00",
        "expenditure": "9.00",
        "budget": "9.00",
        "assets": "9.00",
    },
    "publication": {"year": "2026", "channel": "门户网站"},
    "prior-write-off": {"hospital": FIRST, "year": "2024", "date": "2025-03-10"},
}


def shared_receipt(office: Office, hospital: str, amount: str, total: str) -> Row:
    """Write a payment that a batch's bank receipt proves together with others."""
    papers = [order(f"指令-{hospital}-{amount}"), receipt("批-1", total)]
    return office.pay(hospital, amount, papers=papers)


def test_every_kind_is_refused_without_any_one_of_its_papers(office: Office) -> None:
    needs = {kind.KIND: kind.PAPERS for kind in ALL if kind.PAPERS}
    assert set(needs) == set(WORDS)
    office.fund()
    office.post(office.pay(FIRST, "600000.00", key="拨-1"))
    rows: list[Row] = []
    expected: list[tuple[int, str]] = []
    for kind, types in needs.items():
        for type_ in types:
            held = [
                p for p in needed_papers(kind, 100 + len(rows), "2026-03-10") if p["type"] != type_
            ]
            words = {"amount": "5.00", **WORDS[kind]}
            rows.append(office.row(kind, papers=held, **words))
            expected.append((len(rows), type_))

    beside = (
        "APPROVAL_AMOUNT",
        "CHOICE_MISSING",
        "COURT_AMOUNT",
        "EXCEEDS_WRITTEN_OFF",
        "LETTER_UNKNOWN",
        "OPENING_TOTAL",
        "NOT_IRREGULAR",
        "RECALLED",
        "RECALL_UNKNOWN",
    )
    findings = [f for f in refused(office, *rows) if f.code not in beside]

    assert codes(findings) == ["PAPER_MISSING"] * len(rows)
    for finding, (row, type_) in zip(findings, expected, strict=True):
        assert (finding.row, finding.field) == (row, "papers 附件")
        assert f"（{type_}）" in finding.message
        assert finding.clause == "《会计基础工作规范》第五十一条(四)"


def test_a_refund_of_suspense_needs_its_bank_receipt(office: Office) -> None:
    words = {"amount": "5.00", "counterparty": "某单位"}
    office.post(office.row("suspense", to="1004", **words))
    refund = {"refund": "是", "from": "1004", "date": "2026-05-01"}

    finding = only(refused(office, office.row("suspense-out", papers=[], **refund, **words)))

    assert finding.code == "PAPER_MISSING"


def test_one_receipt_proves_a_batch_of_three_hospitals(office: Office) -> None:
    office.fund()
    total = "100000.00"

    office.post(
        shared_receipt(office, FIRST, "60000.00", total),
        shared_receipt(office, SECOND, "30000.00", total),
        shared_receipt(office, THIRD, "10000.00", total),
    )

    assert len(office.vouchers()) == 5


def test_one_transfer_returns_the_money_of_two_hospitals(office: Office) -> None:
    office.fund()
    office.post(office.pay(FIRST, "60000.00"), office.pay(SECOND, "40000.00"))
    proof = [receipt("来-7", "100000.00", "2026-12-20")]

    office.post(
        office.give_back(FIRST, "60000.00", papers=proof),
        office.give_back(SECOND, "40000.00", papers=proof),
    )

    assert codes(office.faults()) == []


def test_a_receipt_proves_no_more_than_its_amount(office: Office) -> None:
    office.fund()
    office.record(shared_receipt(office, FIRST, "60000.00", "100000.00"))

    finding = only(refused(office, shared_receipt(office, SECOND, "40000.01", "100000.00")))

    assert (finding.code, finding.clause) == ("RECEIPT_USED_UP", "财会〔2024〕12号·二十一(二)")
    assert finding.message == (
        "银行回单 批-1 金额 100,000.00，已用 60,000.00，本笔 40,000.01，超出 0.01"
    )


def test_a_receipt_proves_one_payment_to_a_hospital_and_year(office: Office) -> None:
    """T15: the same 回单 booked twice."""
    office.fund()
    office.post(shared_receipt(office, FIRST, "60000.00", "100000.00"))

    again = only(refused(office, shared_receipt(office, FIRST, "40000.00", "100000.00")))
    assert (again.code, again.clause) == ("RECEIPT_TWICE", "财会〔2024〕12号·二十一(二)")
    assert "（disbursement-3）" in again.message
    papers = [order("指令-8"), receipt("批-1", "100000.00")]
    office.post(office.pay(SECOND, "40000.00", papers=papers))


def test_a_receipt_says_the_same_amount_to_everyone(office: Office) -> None:
    office.fund()
    office.post(shared_receipt(office, FIRST, "60000.00", "100000.00"))

    for stated in ("100000.01", ""):
        row = shared_receipt(office, SECOND, "1.00", stated)
        finding = only(refused(office, row))
        assert finding.code == "DOCUMENT_UNEQUAL"
        assert "此前写的是 100,000.00" in finding.message


def test_a_receipt_is_known_within_its_account_and_side(office: Office) -> None:
    office.fund()
    papers = [order("指令-1", "300.00"), receipt("0001")]

    office.post(
        office.pay(FIRST, "100.00", papers=papers),
        office.pay(FIRST, "200.00", papers=papers, **{"from": "1003"}),
        office.give_back(FIRST, "50.00", papers=[receipt("0001", day="2026-12-20")]),
    )

    assert len(office.vouchers()) == 5


def test_several_receipts_of_one_event_add_up_to_it(office: Office) -> None:
    office.fund()

    def paid(first: str, second: str) -> Row:
        papers = [order("指令-1"), receipt("单-1", first), receipt("单-2", second)]
        return office.pay(FIRST, "100.00", papers=papers)

    for first, second in (("60.00", "40.01"), ("60.00", "")):
        finding = only(refused(office, paid(first, second)))
        assert finding.code == "RECEIPTS_UNEQUAL"
        assert "应等于收付金额 100.00" in finding.message
    office.post(paid("60.00", "40.00"))


def test_a_live_draft_reserves_its_receipt_until_it_is_rejected(office: Office) -> None:
    office.fund()
    row = shared_receipt(office, FIRST, "100.00", "100.00")
    office.record(row)
    other = {**shared_receipt(office, SECOND, "100.00", "100.00"), "key": row["key"]}

    assert codes(refused(office, other)) == ["KEY_REUSED"]
    assert codes(refused(office, {**other, "key": "另一笔"})) == ["RECEIPT_USED_UP"]
    office.desk.operator = "审核丙"
    reject(office.desk, [str(row["key"])], "付错了医院")
    office.post(other)


def test_what_has_already_happened_is_proved_by_a_receipt_and_has_a_reason(office: Office) -> None:
    office.fund()
    office.post(office.pay(FIRST, "100.00"))
    decision = {"type": "offset-decision", "number": "冲1", "date": "2026-12-02"}
    sheet = {"type": "settlement-sheet", "number": "结1", "date": "2026-12-02"}
    unproved = office.row(
        "settlement-offset",
        amount="1.00",
        irregular="true",
        papers=[decision, sheet],
        **WORDS["settlement-offset"],
    )

    findings = refused(office, unproved, office.give_back(FIRST, "1.00", irregular="是"))

    assert codes(findings) == ["IRREGULAR_UNPROVED", "REST_ACCOUNT", "IRREGULAR_REASON"]


def test_what_lies_with_another_voucher_is_not_counted_here(office: Office) -> None:
    """51(四): one agreement for two payments lies with the first; the second's 附件数 leaves it out."""
    office.fund()
    agreement = {"type": "agreement", "number": "协-1", "date": "2026-03-01", "sheets": 4}
    first = [{**order("令-1"), "sheets": 2}, receipt("单-1"), agreement]
    kept = {**agreement, "kept_with": "2026-03 记-0001"}
    second = [{**order("令-2"), "sheets": 2}, receipt("单-2"), kept]
    office.post(
        office.pay(FIRST, "60000.00", papers=first), office.pay(FIRST, "5000.00", papers=second)
    )

    march = [voucher for voucher in office.vouchers() if voucher.period == "2026-03"]

    assert [voucher.sheets for voucher in march] == [7, 3]
    assert office.faults() == []
