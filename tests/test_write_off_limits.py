"""核销的上限: the court's figure, the government's for this hospital, and whose case it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.cases import only, refusal, refused
from tests.office import FIRST, SECOND, codes
from tests.templates import kept

if TYPE_CHECKING:
    from tests.office import Office, Row

COURT = {"type": "court-document", "number": "（2026）甘0102执15号执行裁定书", "date": "2026-10-08"}
APPROVAL = {"type": "government-approval", "number": "甘政函〔2026〕9号", "date": "2026-11-09"}


@kept
def owing(office: Office) -> Office:
    """Let two hospitals owe 400,000.00 each."""
    office.fund()
    office.post(office.pay(FIRST, "400000.00"), office.pay(SECOND, "400000.00"))
    office.on("2026-12-02")
    return office


def loss(
    office: Office, amount: str, *, court: str = "", approved: str = "", **words: object
) -> Row:
    """Write a write-off whose papers state no amounts but those given."""
    papers = [
        {**COURT, **({"amount": court} if court else {})},
        {**APPROVAL, **({"amount": approved} if approved else {})},
    ]
    given = {"date": "2026-12-02", "hospital": FIRST, "year": "2026", "papers": papers, **words}
    return office.row("write-off", amount=amount, **given)


def test_papers_that_state_no_amount_let_nothing_be_written_off(owing: Office) -> None:
    found = refused(owing, loss(owing, "300000.00"))

    assert codes(found) == ["APPROVAL_AMOUNT", "COURT_AMOUNT"]
    assert "没有填批准核销城关示范医院的金额" in found[0].message
    assert all(one.clause for one in found)


def test_court_and_approval_are_told_together_each_with_its_figures(owing: Office) -> None:
    found = refused(owing, loss(owing, "300000.00", court="200000.00", approved="250000.00"))

    assert codes(found) == ["EXCEEDS_DOCUMENT", "EXCEEDS_DOCUMENT"]
    assert "金额 200,000.00，已用 0.00，本笔 300,000.00，超出 100,000.00" in found[0].message
    assert "（城关示范医院） 金额 250,000.00" in found[1].message


def test_the_courts_figure_is_worked_out_with_the_page_that_says_it(owing: Office) -> None:
    half = loss(owing, "300000.00", approved="400000.00", claim="500000.00")
    finding = only(refused(owing, half))
    assert finding.code == "COURT_FIGURE"
    assert "已受偿（satisfied，没有的填 0）、文书页码（page）" in finding.message

    worked = {"claim": "500000.00", "satisfied": "200000.01", "page": "第 3 页"}
    finding = only(refused(owing, loss(owing, "300000.00", approved="400000.00", **worked)))
    assert (finding.code, "金额 299,999.99" in finding.message) == ("EXCEEDS_DOCUMENT", True)

    worked |= {"satisfied": "0"}
    owing.post(loss(owing, "300000.00", approved="400000.00", **worked))


def test_what_is_typed_and_what_is_worked_out_may_not_differ(owing: Office) -> None:
    worked = {"claim": "500000.00", "satisfied": "200000.00", "page": "第 3 页"}
    row = loss(owing, "1.00", court="300000.01", approved="1.00", **worked)
    finding = only(refused(owing, row))
    assert finding.code == "COURT_FIGURE"
    assert "是 300,000.00，法院文书的金额填的是 300,000.01" in finding.message


def test_one_approval_covers_several_hospitals_each_with_its_amount(owing: Office) -> None:
    owing.post(loss(owing, "300000.00", court="400000.00", approved="300000.00"))
    other = {**COURT, "number": "（2026）甘0102执16号", "amount": "100000.00"}
    papers = [other, {**APPROVAL, "amount": "80000.00"}]
    second: dict[str, Any] = {"hospital": SECOND, "papers": papers}
    assert codes(refused(owing, loss(owing, "80000.01", **second))) == ["EXCEEDS_DOCUMENT"]
    owing.post(loss(owing, "80000.00", **second))
    # The first hospital's own amount is used up, in pieces too.
    found = refused(owing, loss(owing, "0.01", court="400000.00", approved="300000.00"))
    assert "已用 300,000.00，本笔 0.01" in only(found).message


def test_a_court_document_is_of_the_hospital_whose_loss_cited_it_first(owing: Office) -> None:
    owing.post(loss(owing, "100000.00", court="400000.00", approved="100000.00"))
    words = {"court": "400000.00", "approved": "100000.00", "hospital": SECOND}
    finding = only(refused(owing, loss(owing, "100000.00", **words)))
    assert finding.code == "COURT_DOCUMENT_OTHER"
    assert "是城关示范医院的（已用于核销" in finding.message
    owing.post(loss(owing, "100000.00", reason="两家为连带责任人", **words))


def test_a_registered_case_says_whose_document_it_is(owing: Office) -> None:
    """The case is registered in the other fund's book, and in the same file as the write-off."""
    case = owing.row(
        "court-case",
        date="2026-09-01",
        hospital=SECOND,
        fund="resident",
        year="2026",
        court="兰州市城关区人民法院",
        number="(2026)甘0102执15号",
        amount="400000.00",
    )
    words = {"court": "400000.00", "approved": "100000.00"}
    owing.post(case)
    finding = only(refused(owing, loss(owing, "100000.00", **words)))
    assert "是安宁示范医院的（诉讼执行登记的案号）" in finding.message
    owing.post(loss(owing, "100000.00", hospital=SECOND, **words))


def test_the_second_write_off_of_a_file_is_held_to_the_first(owing: Office) -> None:
    words = {"court": "400000.00", "approved": "300000.00"}
    first, second = loss(owing, "200000.00", **words), loss(owing, "100000.01", **words)
    finding = only(refused(owing, first, second))
    assert (finding.row, finding.code) == (2, "EXCEEDS_DOCUMENT")


def test_a_difference_may_not_lift_a_write_off_above_its_approval(owing: Office) -> None:
    words = {"court": "400000.00", "approved": "300000.00", "key": "核-1"}
    owing.post(loss(owing, "300000.00", **words))
    right = {"amount": "300000.01"}

    found = refusal(owing, lambda: owing.correct("核-1", right=[right], form="difference"))

    assert (
        "（城关示范医院） 金额 300,000.00，已用 0.00，本笔 300,000.01，超出 0.01"
        in only(found).message
    )


def test_what_was_written_off_under_the_older_rule_counts_as_used(owing: Office) -> None:
    """An old write-off states nothing; a new one of the same papers is held to what is left."""
    from ledger.events.citing import citations
    from ledger.events.losses.write_off import WriteOff
    from ledger.events.words import as_papers

    old = WriteOff(
        book="620100/employee",
        key="旧-1",
        date=owing.desk.today(),
        hospital=FIRST,
        year=2026,
        amount_fen=100_000_00,
        papers=as_papers([COURT, APPROVAL]),
    )
    cited = [(citing.used_fen, citing.stated_fen) for _, citing in citations(old)]
    assert cited == [(100_000_00, 0), (100_000_00, 0)]
