"""总账: every account's months, their totals and the running balance, tied to the 科目余额表."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from ledger.basis.errors import Refused
from ledger.basis.money import parse_fen
from ledger.reports.drawing import draw_up
from ledger.reports.kind import ReportAsked
from tests.clearing_year import drawn, told
from tests.office import EMPLOYEE, FIRST, codes, leaf

if TYPE_CHECKING:
    from tests.office import Office


def lines(office: Office, **words: Any) -> list[tuple[object, ...]]:
    """Return the table's lines without the account's code and name for files."""
    return [row.cells[2:] for row in drawn(office, "general-ledger", **words).rows]


def test_an_account_shows_its_opening_its_months_and_the_year_to_date(
    spring_office: Office,
) -> None:
    rows = [
        (str(day), words, debit, credit, side, fen)
        for _, day, words, debit, credit, side, fen in lines(
            spring_office, period="2026-04", account="1101"
        )
    ]

    assert rows == [
        ("2026-01-01", "期初余额", None, None, "借", 20_000_000),
        ("2026-03-31", "本月合计", 130_000_000, 10_000_000, "借", 140_000_000),
        ("2026-03-31", "本年累计", 130_000_000, 10_000_000, "借", 140_000_000),
        # The wrong hospital's red and the right one's blue: 发生额 is not doubled.
        ("2026-04-30", "本月合计", 0, 0, "借", 140_000_000),
        ("2026-04-30", "本年累计", 130_000_000, 10_000_000, "借", 140_000_000),
    ]


def test_every_first_level_account_ties_to_the_trial_balance_in_every_month(
    year_office: Office,
) -> None:
    year_office.on("2026-12-31")
    year_office.close(*(f"2026-{month:02d}" for month in range(1, 13)), book=EMPLOYEE)

    ledger = told(year_office, "general-ledger", year=2026)
    accounts = {account["code"]: account for account in ledger["accounts"]}

    assert list(accounts) == ["1003", "1004", "1101", "2001", "3001", "4501", "5001", "5401"]
    for month in range(1, 13):
        period = f"2026-{month:02d}"
        balance = told(year_office, "trial-balance", period=period)
        for code, account in accounts.items():
            shown = account["months"][month - 1]
            assert shown["period"] == period
            for here, there in (("debit", "debit"), ("credit", "credit"), ("balance", "closing")):
                assert parse_fen(shown[here]) == sum(
                    parse_fen(row[there])
                    for row in balance["accounts"]
                    if row["code"].split(".")[0] == code
                )


def test_the_next_year_begins_with_what_was_carried_over(year_office: Office) -> None:
    year_office.on("2027-01-31")
    year_office.close(*(f"2026-{month:02d}" for month in range(1, 13)), book=EMPLOYEE)
    year_office.close_year_of(EMPLOYEE, 2026)
    year_office.post(year_office.give_back(FIRST, "3000.00", day="2027-01-20"))

    carried, month, year = lines(year_office, period="2027-01", account="1101")

    assert carried[2:] == ("上年结转", None, None, "借", 98_300_000)
    assert month[2:] == ("本月合计", 0, 300_000, "借", 98_000_000)
    assert year[2:] == ("本年累计", 0, 300_000, "借", 98_000_000)


def test_any_account_below_the_first_level_may_be_asked_for(spring_office: Office) -> None:
    hospital = told(spring_office, "general-ledger", period="2026-03", account=f"1101.01.{FIRST}")
    own = told(spring_office, "general-ledger", period="2026-03", account=leaf(FIRST))

    assert [(a["name"], a["opening"], a["closing"]) for a in hospital["accounts"]] == [
        ("暂付款-医保预付金-城关示范医院", "200000.00", "1000000.00")
    ]
    assert [(a["name"], a["opening"], a["closing"]) for a in own["accounts"]] == [
        ("暂付款-医保预付金-城关示范医院-2026年", "0.00", "800000.00")
    ]


def test_up_to_a_day_the_last_month_stops_on_it(spring_office: Office) -> None:
    ledger = told(spring_office, "general-ledger", as_of="2026-03-10", account="1101")

    assert ledger["accounts"][0]["months"][2]["debit"] == "1000000.00"
    assert (ledger["accounts"][0]["closing"], ledger["as_of"]) == ("1200000.00", "2026-03-10")


def test_the_other_books_of_a_day_stop_on_it_too(spring_office: Office) -> None:
    balance = told(spring_office, "trial-balance", as_of="2026-03-10")
    closing = {row["code"]: row["closing"] for row in balance["accounts"]}
    page = told(
        spring_office, "subledger", as_of="2026-03-10", account="1101.01." + FIRST, year=2026
    )
    journal = told(spring_office, "journal", as_of="2026-03-10", first="2026-03")
    cash = told(spring_office, "cash-journal", as_of="2026-03-10")

    # 城关's second payment and its 退汇 came later in the month.
    assert closing[leaf(FIRST)] == page["closing"] == "600000.00"
    assert (balance["debit"], balance["credit"]) == ("1000000.00", "1000000.00")
    assert {line["booked"] for line in journal["lines"]} == {"2026-03-10"}
    assert cash["closing"] == closing["1004"]
    assert balance["as_of"] == page["as_of"] == journal["as_of"] == cash["as_of"] == "2026-03-10"


def test_a_payment_taken_back_within_its_month_still_shows_on_the_days_between(
    office: Office,
) -> None:
    office.fund()
    office.on("2026-03-20")
    office.post(office.pay(FIRST, "500.00", key="拨-错"))
    office.correct("拨-错")
    office.post()

    between = told(office, "trial-balance", as_of="2026-03-15")
    after = told(office, "trial-balance", as_of="2026-03-31")

    def closing(tree: dict[str, Any]) -> str:
        rows = [row["closing"] for row in tree["accounts"] if row["code"] == leaf(FIRST)]
        return str(rows[0]) if rows else "0.00"

    assert (closing(between), closing(after)) == ("500.00", "0.00")


def test_what_cannot_be_answered_is_told(spring_office: Office) -> None:
    for words, code in (
        ({"account": "9999"}, "NOTHING_FOUND"),
        ({"year": 2025}, "NOTHING_FOUND"),
        ({"as_of": "2026-03-15", "period": "2026-04"}, "PERIOD_UNCLEAR"),
        ({"as_of": "三月"}, "DATE_UNREADABLE"),
        ({"items": True}, "OPTION_UNFIT"),
    ):
        with pytest.raises(Refused) as caught:
            draw_up(spring_office.desk, "general-ledger", ReportAsked(book=EMPLOYEE, **words))
        assert codes(caught.value.findings) == [code]
