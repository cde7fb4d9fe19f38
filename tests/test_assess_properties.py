"""核定 against independent arithmetic: a brute force in decimals, and the sheet read back."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from ledger.assessment.figures import decimal, half_up, money, ratio_text, read_ratio
from ledger.assessment.gate import fund_gate
from ledger.assessment.values import Spending
from ledger.basis.money import parse_fen
from tests.assess_rules import YEAR, adjustment, applicant, computed, figures, rules_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ledger.assessment.amount import Amount

FLOORS = ("none", "tiers", "five_thousand", "ten_thousand")
FACTORS = ("0.5", "0.85", "0.9", "1", "1.1", "2")
AMOUNTS = st.one_of(
    st.integers(0, 5_000_000_00),
    st.sampled_from([4_999_99, 5_000_00, 9_999_99, 10_000_00, 10_000_01]).map(lambda fen: fen * 3),
)
ROWS = st.lists(
    st.tuples(
        st.sampled_from([2023, 2024, 2025]),
        st.integers(1, 12),
        st.sampled_from(["inpatient", "outpatient"]),
        st.sampled_from(["basic", "large", "civil"]),
        AMOUNTS,
    ),
    max_size=12,
)
LIMITS = (Fraction(12), Fraction(6))


def rows_of(cells: Sequence[tuple[int, int, str, str, int]]) -> tuple[Spending, ...]:
    """Make spending of a 职工 fund."""
    return tuple(
        Spending(
            fund="employee",
            month=f"{year}-{month:02d}",
            service=service,
            payer=payer,
            amount_fen=fen,
        )
        for year, month, service, payer, fen in cells
    )


def brute(fen: Sequence[int], years: int, floor: str, factors: Sequence[str], *, late: bool) -> int:
    """Work the amount out again, in decimals of sixty digits, by the words of 甘肃·三、四."""
    with localcontext() as context:
        context.prec = 60
        value = Decimal(0)
        for amount in fen:
            value += Decimal(amount)
        value = value / (12 * years)
        for factor in factors:
            value *= Decimal(factor)
        if value > 0:
            if floor in ("tiers", "five_thousand") and value < 500000:
                value = Decimal(500000)
            elif floor in ("tiers", "ten_thousand") and value < 1000000:
                value = Decimal(1000000)
        if late:
            value /= 2
        return int(value.quantize(Decimal(1), rounding=ROUND_HALF_UP))


@settings(max_examples=150, deadline=None)
@given(
    cells=ROWS,
    years=st.integers(1, 3),
    floor=st.sampled_from(FLOORS),
    factors=st.lists(st.sampled_from(FACTORS), min_size=1, max_size=3),
    late=st.booleans(),
)
def test_g20_to_g36_the_amount_equals_a_brute_force_in_decimals(
    cells: list[tuple[int, int, str, str, int]],
    years: int,
    floor: str,
    factors: list[str],
    *,
    late: bool,
) -> None:
    coefficient, *adjusted = factors
    rules = rules_of(
        "gansu", base_years=str(years), floor=floor, local={"coefficients": {"其他": coefficient}}
    )
    who = applicant(
        spending=rows_of(cells),
        adjustments=tuple(adjustment(factor=factor) for factor in adjusted),
        late={"employee": 1} if late else {},
    )
    counted = [cell[4] for cell in cells if cell[0] >= YEAR - years]
    expected = brute(counted, years, floor, factors, late=late)
    fen, amount = computed(who, rules)
    assert fen == expected
    assert reworked(amount) == expected


def reworked(amount: Amount) -> int:
    """Work the amount out once more from nothing but the texts of the steps."""
    value = Fraction(0)
    for step in amount.steps:
        ratio = re.search(r"× ([0-9./]+)", step.remark)
        if step.name.startswith("基数（"):
            total = re.search(r"合计(-?[0-9,.]+) ÷ (\d+)个月", step.remark)
            assert total is not None, step
            value = Fraction(parse_fen(total[1]), int(total[2]))
        elif step.name == "定额核拨" and "核拨" in step.remark:
            value = Fraction(parse_fen(step.figure))
        elif ratio is not None:
            value *= read_ratio(ratio[1])
        if step.name == "测算金额":
            assert parse_fen(step.figure) == half_up(value)
    return half_up(value)


@settings(max_examples=100, deadline=None)
@given(
    cells=ROWS,
    more=AMOUNTS,
    floor=st.sampled_from(FLOORS),
    late=st.booleans(),
)
def test_g20_g25_more_spending_never_gives_less(
    cells: list[tuple[int, int, str, str, int]], more: int, floor: str, *, late: bool
) -> None:
    rules = rules_of("gansu", floor=floor)
    short = {"employee": 1} if late else {}
    rows = rows_of(cells)
    added = rows_of([(2024, 5, "inpatient", "basic", more)])
    before, _ = computed(applicant(spending=rows, late=short), rules)
    after, _ = computed(applicant(spending=rows + added, late=short), rules)
    assert after >= before


@settings(max_examples=100, deadline=None)
@given(cells=ROWS, order=st.randoms(use_true_random=False), cut=st.integers(0, 10_000))
def test_g21_the_rounding_happens_once_however_the_months_are_cut_and_ordered(
    cells: list[tuple[int, int, str, str, int]], order: object, cut: int
) -> None:
    rules = rules_of("gansu", floor="none")
    rows = rows_of(cells)
    mixed = list(rows)
    order.shuffle(mixed)  # type: ignore[attr-defined]
    part = [(year, month, service, payer, cut) for year, month, service, payer, _ in cells]
    rest = [(*cell[:4], cell[4] - cut) for cell in cells]
    whole, _ = computed(applicant(spending=rows), rules)
    assert computed(applicant(spending=mixed), rules)[0] == whole
    assert computed(applicant(spending=rows_of([*part, *rest])), rules)[0] == whole
    assert whole == half_up(Fraction(sum(cell[4] for cell in cells), 36))


@settings(max_examples=200, deadline=None)
@given(
    balance=st.integers(-(10**9), 10**14),
    spent=st.integers(1, 10**14),
    fund=st.sampled_from(["employee", "resident"]),
)
def test_g10_g11_the_verdict_and_the_shown_months_agree_with_whole_numbers(
    balance: int, spent: int, fund: str
) -> None:
    tested = figures(
        fund,
        balance_fen=balance,
        expenditure_fen=spent,
        income_fen=spent,
        forecast_income_fen=spent,
        forecast_expenditure_fen=spent,
    )
    found = fund_gate(tested, year=YEAR, rules=rules_of("gansu"), adjustments=())
    limit = 12 if fund == "employee" else 6
    enough = balance * 12 >= spent * limit
    assert (found.verdict == "open") == enough
    (step,) = (step for step in found.steps if step.name == "累计结余可支付月数")
    assert (Fraction(step.figure) >= limit) == enough
    assert Fraction(step.figure) <= Fraction(balance * 12, spent)


@settings(max_examples=200)
@given(value=st.fractions(min_value=0, max_value=10**9, max_denominator=10**6))
def test_h13_a_figure_below_a_threshold_never_reads_as_one_that_reaches_it(
    value: Fraction,
) -> None:
    for limit in (*LIMITS, Fraction(round(value)), Fraction(round(value * 100), 100)):
        shown = Fraction(decimal(value, limit))
        assert shown <= value
        assert (shown >= limit) == (value >= limit)
        assert (shown == limit) == (value == limit)
        text = money(value * 100, limit * 100)
        told = Fraction(text.rstrip("…").replace(",", ""))
        assert told <= value
        assert text.endswith("…") == (told != value)
        assert (told == limit) == (value == limit)


@given(value=st.fractions(min_value=-100, max_value=100))
def test_g22_a_ratio_is_written_exactly(value: Fraction) -> None:
    assert read_ratio(ratio_text(value)) == value
