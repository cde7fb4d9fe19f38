"""What stops the payments of a hospital, in which fund and in which year."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from ledger.store.engine import reading
from ledger.store.masters import read_books
from ledger.store.standing.standing import books_of_area
from tests import standing_office
from tests.cases import only, refused
from tests.office import EMPLOYEE, FIRST, RESIDENT, SECOND, Office, codes
from tests.standing_office import offset, recall, stood
from tests.templates import kept

if TYPE_CHECKING:
    from tests.office import Row

permitted = kept(standing_office.permitted)
FUND_BOOKS = ("employee", "resident")


def stop(office: Office, switch: str, day: str, **words: object) -> Row:
    """Write the row of a 停拨结算, or of its end."""
    return office.row("payment-stop", hospital=FIRST, switch=switch, date=day, **words)


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


# The special reasons of an offset in mid-year.


def test_the_books_of_an_area_are_those_that_can_be_opened(office: Office) -> None:
    with reading(office.desk.engine) as conn:
        assert set(read_books(conn)) == set(books_of_area(EMPLOYEE))
