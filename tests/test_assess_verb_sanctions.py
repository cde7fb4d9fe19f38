"""核定 and last year: who was late by a 分, who was barred, and what a profile makes of it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from ledger.workflow.setup.masters import initialise
from tests.assess_office import (
    CHOICES,
    TWELVE,
    amounts,
    application,
    figures,
    load,
    payments,
    register,
    run,
    settle,
    steps,
)
from tests.cases import only, refusal, refused
from tests.office import FIRST, SECOND, THIRD, Office, codes

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def office(url: str, tmp_path: Path) -> Iterator[Office]:
    """Give 兰州市's books from 2025 on, in which two hospitals were paid in March."""
    made = Office.open(url, tmp_path, start="2025-01")
    made.post(
        made.row("opening-balance", date="2025-01-01", account="1003", amount="9000000.00"),
        made.row("allocation", date="2025-01-10", amount="9000000.00"),
        made.pay(FIRST, "1200000.00", day="2025-03-10"),
        made.pay(SECOND, "600000.00", day="2025-03-10"),
    )
    made.post(made.give_back(SECOND, "600000.00", day="2025-12-20", year="2025"))
    load(made, [figures("职工", **TWELVE), figures("居民", **TWELVE)])
    load(
        made,
        [
            *payments(FIRST, "职工", "1200000.00"),
            *payments(SECOND, "职工", "600000.00"),
            *payments(FIRST, "居民", "100000.00"),
        ],
    )
    register(made, application(made, FIRST), application(made, SECOND))
    settle(made, **CHOICES)
    yield made
    made.desk.engine.dispose()


def give_back(office: Office, amount: str, day: str, **words: object) -> None:
    """Let the first hospital give back money of 2025."""
    office.post(office.give_back(FIRST, amount, day=day, year="2025", **words))


def approved(office: Office, hospital: str = FIRST, fund: str = "employee") -> str:
    """Run, and give what was approved for a hospital."""
    return amounts(run(office))[hospital, fund][2]


def test_all_back_on_25_december_is_not_late(office: Office) -> None:
    give_back(office, "1200000.00", "2025-12-25")

    assert approved(office) == "1200000.00"
    assert approved(office, SECOND) == "600000.00"


def test_t4_one_fen_short_on_25_december_halves_the_next_year(office: Office) -> None:
    give_back(office, "1199999.99", "2025-12-25")
    give_back(office, "0.01", "2025-12-26")

    done = run(office)

    assert amounts(done)[FIRST, "employee"][2] == "600000.00"
    late = next(text for text in steps(done, FIRST) if text.startswith("上年未按时全额返还"))
    assert late.startswith("上年未按时全额返还|600,000.00|甘肃·四|职工到期差0.01，")


def test_a_return_of_25_december_that_was_booked_in_january_is_in_time(office: Office) -> None:
    give_back(office, "1200000.00", "2025-12-25", booked="2026-01-02")

    assert approved(office) == "1200000.00"


def test_a_return_of_26_december_is_late(office: Office) -> None:
    give_back(office, "1200000.00", "2025-12-26")

    assert approved(office) == "600000.00"


def test_what_the_bank_sent_back_asks_for_no_return(office: Office) -> None:
    paid = next(v.key for v in office.vouchers() if v.hospital == FIRST)
    office.post(
        office.row(
            "payment-return",
            hospital=FIRST,
            year="2025",
            date="2025-03-12",
            amount="1200000.00",
            disbursement=paid,
            to="1004",
        )
    )

    assert approved(office) == "1200000.00"


def test_an_offset_before_the_deadline_counts_as_returned_and_one_after_it_does_not(
    office: Office,
) -> None:
    give_back(office, "1000000.00", "2025-12-20")
    words = {"hospital": FIRST, "year": "2025", "benefit": "住院", "reason": "other:协议约定"}
    office.post(
        office.row(
            "settlement-offset",
            date="2025-12-24",
            amount="150000.00",
            settlement="150000.00",
            **words,
        )
    )
    assert "职工到期差50,000.00" in "".join(steps(run(office), FIRST))

    office.post(
        office.row(
            "settlement-offset",
            date="2025-12-28",
            amount="50000.00",
            settlement="50000.00",
            **words,
        )
    )
    assert "职工到期差50,000.00" in "".join(steps(run(office), FIRST))


def test_a_return_booked_in_error_and_taken_back_after_the_deadline_never_counted(
    office: Office,
) -> None:
    give_back(office, "1200000.00", "2025-12-24")
    assert approved(office) == "1200000.00"
    voucher = next(v for v in office.vouchers() if v.kind == "repayment" and v.hospital == FIRST)
    office.correct(voucher.label, day=date(2025, 12, 30))
    office.post()

    assert approved(office) == "600000.00"


def test_a_return_that_is_only_a_draft_is_warned_of(office: Office) -> None:
    office.record(office.give_back(FIRST, "1200000.00", day="2025-12-24", year="2025"))

    done = run(office)

    assert only(list(done.warnings)).code == "POSTINGS_WAITING"
    assert amounts(done)[FIRST, "employee"][2] == "600000.00"


def test_money_that_was_written_off_never_came_back(office: Office) -> None:
    words = {"hospital": FIRST, "year": "2025", "amount": "1200000.00", "date": "2025-12-20"}
    office.post(office.row("write-off", government="province", **words))

    assert approved(office) == "600000.00"


def test_an_open_recall_of_last_year_refuses_until_it_is_lifted(office: Office) -> None:
    words = {"year": "2025", "trigger": "preservation", "notified_on": "2025-12-01"}
    recall = office.row("recall", hospital=FIRST, date="2025-12-01", **words)
    register(office, recall)
    line = next(line for line in run(office).run.lines if line.hospital == FIRST)
    assert "2025-12-01 起收回通知（有财产被保全" in "".join(line.refused)

    give_back(office, "1200000.00", "2025-12-24")
    assert approved(office) == "1200000.00"


def test_the_opening_of_last_year_s_prepayment_counts_as_paid_and_not_returned(
    url: str, tmp_path: Path
) -> None:
    office = Office.open(url, tmp_path)
    words = {"hospital": FIRST, "year": "2025", "amount": "3.00"}
    office.post(office.row("opening-balance", date="2026-01-01", account="1101", **words))
    load(office, [figures("职工", **TWELVE), figures("居民", **TWELVE)])
    load(office, [*payments(FIRST, "职工", "10.00"), *payments(FIRST, "居民", "10.00")])
    register(office, application(office, FIRST))
    settle(office, **CHOICES)

    done = run(office)

    assert amounts(done)[FIRST, "employee"][2] == "5.00"
    assert amounts(done)[FIRST, "resident"][2] == "10.00"
    office.desk.engine.dispose()


def test_late_in_one_fund_halves_all_where_that_was_chosen(office: Office) -> None:
    assert approved(office, fund="resident") == "100000.00"

    settle(office, late_scope="all")

    assert approved(office, fund="resident") == "50000.00"


def test_a_registered_lateness_from_before_the_books_halves_too(office: Office) -> None:
    office.post(office.give_back(FIRST, "1200000.00", day="2025-12-24", year="2025"))
    words = {
        "hospital": SECOND,
        "year": "2026",
        "cause": "late",
        "reason": "旧账",
        "date": "2026-01-05",
    }
    assert only(refused(office, office.row("sanction", **words))).code == "SANCTION_AMOUNT"

    register(office, office.row("sanction", amount="10.00", **words))

    assert approved(office, SECOND) == "300000.00"
    assert approved(office) == "1200000.00"


def test_a_successor_answers_for_lateness_only_where_that_was_chosen(office: Office) -> None:
    office.post(
        office.row(
            "succession",
            hospital=FIRST,
            year="2025",
            amount="1200000.00",
            successor=SECOND,
            date="2026-01-04",
        )
    )
    assert codes(refusal(office, lambda: run(office))) == ["CHOICE_MISSING"]

    settle(office, successor_sanction="stays")
    assert approved(office, SECOND) == "600000.00"
    assert approved(office, FIRST) == "600000.00"
    settle(office, successor_sanction="follows")
    assert approved(office, SECOND) == "300000.00"
    assert approved(office, FIRST) == "1200000.00"


def test_a_debt_taken_over_before_the_deadline_is_answered_for_by_exactly_one(
    office: Office,
) -> None:
    words = {"hospital": FIRST, "year": "2025", "successor": SECOND, "date": "2025-06-01"}
    office.post(office.row("succession", amount="1200000.00", **words))
    settle(office, successor_sanction="stays")
    assert approved(office, SECOND) == "600000.00"
    assert approved(office, FIRST) == "600000.00"

    settle(office, successor_sanction="follows")

    assert approved(office, SECOND) == "300000.00"
    assert approved(office, FIRST) == "1200000.00"


def test_t6_one_fen_short_brings_the_next_year_to_nothing_in_zhangye(
    office: Office,
) -> None:
    office.desk.operator = "管理员甲"
    initialise(office.desk, area="620700", name="张掖市", profile="zhangye", start="2026-01")
    words = {"area": "620700", "hospital": THIRD}
    office.post(
        office.row(
            "opening-balance",
            date="2026-01-01",
            account="1101",
            year="2025",
            amount="0.01",
            **words,
        )
    )
    area = "620700"
    load(office, [figures("职工", area=area, **TWELVE), figures("居民", area=area, **TWELVE)])
    load(
        office,
        [
            *payments(THIRD, "职工", "1200000.00", area=area),
            *payments(THIRD, "居民", "1200000.00", area=area),
        ],
    )
    register(office, application(office, THIRD, area=area))
    settle(office, area, **CHOICES)

    done = run(office, area=area)

    line = next(line for line in done.run.lines if line.book == "620700/employee")
    assert line.amount_fen == 0
    assert "职工到期差0.01" in line.refused[0]
    assert amounts(done)[THIRD, "resident"][2] == "1200000.00"
