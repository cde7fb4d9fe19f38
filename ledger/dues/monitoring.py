"""预警: months of cover, budget, share of the prepayment, use of what was approved (海南·八(三)).

Figures of the whole fund come from its monthly reports (基金月报); the prepayment's own from the
books. The notice gives no thresholds: they stand in the profile (`warning_limits`).
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from ledger.assessment.figures import decimal
from ledger.basis.money import grouped
from ledger.basis.period import last_day, month_of, year_of
from ledger.dues.deadlines import paid_of
from ledger.dues.debts import debts_of, outstanding
from ledger.events.registers.fund_report import FundReport

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ledger.dues.values import BookState


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One measure: its exact value with the figure that people read, its limit, and how it stands.

    `value` and `bound` are None where it cannot be worked out, or no limit is set; `crossed`
    tells one that lies on the wrong side.
    """

    code: str
    name: str
    value: Fraction | None
    bound: Fraction | None
    figure: str
    limit: str
    clause: str
    working: str
    crossed: bool


def crossed(state: BookState) -> list[Measure]:
    """Return the measures that have crossed their limits, where the notice asks for a warning."""
    if not state.rules.flag("monitoring"):
        return []
    return [measure for measure in measures(state) if measure.crossed]


def measures(state: BookState) -> list[Measure]:
    """Work out every measure from the newest 基金月报 on the day, and from the books."""
    reports = {one.month: one for one in state.of(FundReport)}
    newest = reports[max(reports)] if reports else None
    found: list[Measure] = []
    if newest is not None:
        found += [
            months_of_cover(state, newest, reports),
            budget_lead(state, newest),
            prepayment_share(state, newest),
        ]
    return [*found, *assessed_use(state)]


def months_of_cover(
    state: BookState, newest: FundReport, reports: dict[str, FundReport]
) -> Measure:
    """累计结余可支付月数: the balance over the average expenditure of twelve months."""
    year, month = year_of(newest.month), month_of(newest.month)
    before, whole = reports.get(f"{year - 1}-{month:02d}"), reports.get(f"{year - 1}-12")
    if month < 12 and (before is None or whole is None):
        spent, over = newest.expenditure_fen, month
        said = f"没有上年同期的月报，按本年 {month} 个月平均"
    else:
        earlier = 0 if month == 12 else whole.expenditure_fen - before.expenditure_fen  # type: ignore[union-attr]
        spent, over, said = newest.expenditure_fen + earlier, 12, "按最近 12 个月平均"
    value = Fraction(newest.balance_fen * over, spent) if spent else None
    return measured(
        state,
        f"months_{state.book.fund}",
        "累计结余可支付月数",
        value,
        least=True,
        working=f"{newest.month}末累计结余 {grouped(newest.balance_fen)} ÷"
        f"（支出 {grouped(spent)} ÷ {over}），{said}",
        unit="个月",
    )


def budget_lead(state: BookState, newest: FundReport) -> Measure:
    """预算执行: how far expenditure runs ahead of the year."""
    part = Fraction(newest.expenditure_fen, newest.budget_fen)
    gone = Fraction(month_of(newest.month), 12)
    return measured(
        state,
        "budget_lead",
        "支出预算执行超过时间进度",
        (part - gone) * 100,
        least=False,
        working=f"{newest.month}末支出 {grouped(newest.expenditure_fen)} ÷"
        f" 年度预算 {grouped(newest.budget_fen)} = {decimal(part * 100)}%，"
        f"时间进度 {decimal(gone * 100)}%",
        unit="个百分点",
    )


def prepayment_share(state: BookState, newest: FundReport) -> Measure:
    """医保预付金占基金资产: how much of the fund's assets lies with hospitals."""
    day = last_day(newest.month)
    out = sum(sum(outstanding(debts_of(moved), day).values()) for moved in state.moved.values())
    return measured(
        state,
        "prepayment_share",
        "医保预付金占基金资产",
        Fraction(out * 100, newest.assets_fen),
        least=False,
        working=f"{newest.month}末医保预付金 {grouped(out)} ÷"
        f" 资产总额 {grouped(newest.assets_fen)}",
        unit="%",
    )


def assessed_use(state: BookState) -> Iterator[Measure]:
    """核定金额使用: how much of what was approved has been paid, once the deadline is over."""
    year = state.on.year
    approved = sum(state.approved.get(year, {}).values())
    if not approved or state.on <= state.rules.day("payment_deadline", year):
        return
    paid = sum(paid_of(state, year).values())
    yield measured(
        state,
        "assessed_use",
        f"{year}年度核定金额使用",
        Fraction(paid * 100, approved),
        least=True,
        working=f"已拨付 {grouped(paid)} ÷ 核定 {grouped(approved)}",
        unit="%",
    )


def measured(
    state: BookState,
    code: str,
    name: str,
    value: Fraction | None,
    *,
    least: bool,
    working: str,
    unit: str,
) -> Measure:
    """Hold a measure against its limit; the limit itself is enough."""
    text = state.rules.table("warning_limits").get(code, "")
    bound = Fraction(text) if text else None
    figure = "算不出（支出为零）" if value is None else f"{decimal(value, *limits(bound))} {unit}"
    limit = "没有设预警线" if not text else f"预警线{'不低于' if least else '不高于'} {text} {unit}"
    return Measure(
        code=code,
        name=name,
        value=value,
        bound=bound,
        figure=figure,
        limit=limit,
        clause=state.rules.clause("monitoring") or state.rules.clause("warning_limits"),
        working=working,
        crossed=is_crossed(value, bound, least=least),
    )


def is_crossed(value: Fraction | None, bound: Fraction | None, *, least: bool) -> bool:
    """Return whether a figure lies beyond its limit; without one of them it does not."""
    if value is None or bound is None:
        return False
    return value < bound if least else value > bound


def limits(bound: Fraction | None) -> tuple[Fraction, ...]:
    """Return the limit that a figure must not look like."""
    return () if bound is None else (bound,)
