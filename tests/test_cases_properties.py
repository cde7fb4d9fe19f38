"""What holds for any amount, any two sides, any month, and any lawful course of business."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from ledger.basis.money import grouped, parse_fen, yuan
from ledger.basis.period import first_day, last_day, next_period, parse_period, period_of
from ledger.masters.chart import Account
from ledger.masters.leg import pair_legs
from ledger.voucher.shown import lines_of
from tests.cases import refusal, snapshot
from tests.office import EMPLOYEE, FIRST, SECOND, Office, codes, leaf

if TYPE_CHECKING:
    from ledger.voucher.shown import Line

FULL_WIDTH = {ord(mark): ord(mark) + 0xFEE0 for mark in "0123456789.,-"}
#: The same cases every time: tests fix chance.
STEADY = settings(derandomize=True, deadline=None)
FEN_MAX = 10**15 - 1
MONTHS = ("2026-01", "2026-02", "2026-03")
ACTS = st.tuples(
    st.sampled_from(["pay", "return", "red"]),
    st.sampled_from([FIRST, SECOND]),
    st.sampled_from(MONTHS),
    st.integers(1, 5),
)


@STEADY
@given(st.integers(-FEN_MAX, FEN_MAX))
def test_money_written_is_money_read(fen: int) -> None:
    for text in (yuan(fen), grouped(fen)):
        assert parse_fen(text) == fen
        assert parse_fen(f" {text.translate(FULL_WIDTH)}　") == fen


@STEADY
@given(st.integers(0, 9999), st.integers(0, 10**9))
def test_a_third_decimal_is_never_rounded_away(yuan_: int, decimals: int) -> None:
    text = f"{yuan_}.{decimals:03d}"
    with pytest.raises(Exception, match=text.replace(".", r"\.")):
        parse_fen(text)


@STEADY
@given(
    st.lists(st.integers(1, 10**12), min_size=1, max_size=6),
    st.lists(st.integers(0, 10**12), max_size=5),
)
def test_paired_legs_read_as_the_two_sides_again(debit: list[int], credit: list[int]) -> None:
    fitted, left = [], sum(debit)
    for fen in credit:
        fitted.append(min(fen, left))
        left -= fitted[-1]
    debits = [(Account(code=f"5{n:03d}", base="5"), fen) for n, fen in enumerate(debit)]
    credits_ = [(Account(code=f"1{n:03d}", base="1"), fen) for n, fen in enumerate([*fitted, left])]

    legs = pair_legs(debits, credits_)

    def side(lines: tuple[Line, ...], name: str) -> list[tuple[str, int]]:
        return [(line.account, line.amount_fen) for line in lines if line.side == name]

    names = {account.code: account.code for account, _ in (*debits, *credits_)}
    lines = lines_of(legs, names)
    assert side(lines, "debit") == [(account.code, fen) for account, fen in debits]
    assert side(lines, "credit") == [(account.code, fen) for account, fen in credits_ if fen]
    assert all(leg.amount_fen > 0 for leg in legs)


@STEADY
@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_every_day_lies_in_one_month_and_months_follow_without_a_gap(day: date) -> None:
    period = period_of(day)

    assert parse_period(period) == period
    assert first_day(period) <= day <= last_day(period)
    assert first_day(next_period(period)) == last_day(period) + timedelta(days=1)
    assert period < next_period(period)


@dataclass(slots=True)
class Model:
    """What two hospitals owe by month end, kept without any of the ledger's own code."""

    nets: dict[tuple[str, str], int] = field(default_factory=dict)
    live: list[tuple[str, str, str, int]] = field(default_factory=list)

    def after(self, hospital: str, month: str, yuan_: int) -> dict[tuple[str, str], int] | None:
        """Give the nets after a movement; None where any month end from then on is below zero."""
        nets = {**self.nets, (hospital, month): self.nets.get((hospital, month), 0) + yuan_}
        running = 0
        for at in MONTHS:
            running += nets.get((hospital, at), 0)
            if at >= month and running < 0:
                return None
        return nets


def run(office: Office, model: Model, act: tuple[str, str, str, int], number: int) -> None:
    """Do one act; the ledger refuses just what the model says is more than outstanding."""
    kind, hospital, month, hundreds = act
    signed, key = hundreds * (1 if kind == "pay" else -1), f"{kind}-{number}"
    if kind == "red":
        if not model.live:
            return
        wrong, hospital, month, was = model.live[hundreds % len(model.live)]
        month = max(month, act[2])
        signed, key = -was, wrong
    nets = model.after(hospital, month, signed)
    amount = f"{abs(signed)}00.00"

    def do() -> None:
        if kind == "red":
            office.correct(key, day=last_day(month))
        else:
            row = office.pay if kind == "pay" else office.give_back
            office.record(row(hospital, amount, day=f"{month}-11", key=key, year="2026"))

    if nets is None:
        assert codes(refusal(office, do)) == ["EXCEEDS_OUTSTANDING"], act
        return
    do()
    office.post()
    model.nets = nets
    if kind == "red":
        model.live = [item for item in model.live if item[0] != key]
    else:
        model.live.append((key, hospital, month, signed))


@settings(
    max_examples=6,
    derandomize=True,
    deadline=None,
    # A course of a dozen acts is read as it stands; making it smaller would take minutes.
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.lists(ACTS, min_size=4, max_size=12))
def test_any_course_of_payments_returns_and_reds_keeps_the_books_sound(
    sqlite_template: Path, acts: list[tuple[str, str, str, int]]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "prepay.db"
        shutil.copyfile(sqlite_template, path)
        office = Office.open(str(path), Path(folder))
        office.fund()
        model = Model()
        for number, act in enumerate(acts):
            run(office, model, act, number)
        for hospital in (FIRST, SECOND):
            owed = sum(fen for (of, _), fen in model.nets.items() if of == hospital)
            assert office.balance(leaf(hospital)) == f"{owed}{'00' if owed else ''}.00"
        assert office.faults(EMPLOYEE) == []
        before = snapshot(office.desk.engine)
        office.close(*MONTHS, book=EMPLOYEE)
        assert snapshot(office.desk.engine)["turnover"] == before["turnover"]
        assert office.faults(EMPLOYEE) == []
        office.desk.engine.dispose()
