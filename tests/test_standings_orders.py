"""A payment order bounds the payments made on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.events import checks
from tests import standing_office
from tests.cases import only, order, receipt, refusal, refused
from tests.office import FIRST, Office, codes
from tests.templates import kept

if TYPE_CHECKING:
    import pytest

    from ledger.voucher.running import Candidate

permitted = kept(standing_office.permitted)


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
