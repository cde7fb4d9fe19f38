"""每月: what is due month by month: the close, the list of licences, the figures of the fund."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from ledger.basis.period import closing_period, last_day, next_period, period_of, year_of
from ledger.dues.values import Duty
from ledger.events.registers.fund_report import FundReport
from ledger.events.registers.licence_report import LicenceReport
from ledger.policy.values import PolicyValue

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from ledger.dues.values import BookState


def closings(state: BookState) -> Iterator[Duty]:
    """结账: months that are over and not closed, and a year whose months all are."""
    waiting = months_lacking(state, state.book.start, state.closed)
    if waiting:
        yield Duty(
            kind="close",
            book=state.book.code,
            due=last_day(next_period(waiting[0])),
            year=year_of(waiting[0]),
            count=len(waiting),
            what=f"{span_of(waiting)} 还没有结账（{len(waiting)} 个月）",
            clause="财会〔2024〕12号·二十四",
            command=f"prepay close month {waiting[0]} --book {state.book.code}",
        )
    for year in range(year_of(state.book.start), state.on.year):
        if f"{year}-12" in state.closed and closing_period(year) not in state.closed:
            yield Duty(
                kind="close",
                book=state.book.code,
                due=date(year + 1, 1, 31),
                year=year,
                what=f"{year} 年各月已结账，还没有年结",
                clause="《会计基础工作规范》第六十三条",
                command=f"prepay close year {year} --book {state.book.code}",
            )


def months_lacking(state: BookState, first: str, done: Container[str]) -> list[str]:
    """List the months from `first` that are over and not among those done."""
    month, lacking = first, []
    while month < period_of(state.on):
        if month not in done:
            lacking.append(month)
        month = next_period(month)
    return lacking


def span_of(months: Sequence[str]) -> str:
    """Say from when to when months lie."""
    return months[0] if len(months) == 1 else f"{months[0]} 至 {months[-1]}"


def licences(state: BookState) -> Iterator[Duty]:
    """注销通报: the health department's list of every month (海南·八(四))."""
    if state.first_of_area and state.rules.has("licence_report"):
        told = {one.month for one in state.of(LicenceReport)}
        yield from monthly(
            state,
            "licence",
            told,
            "licence_report",
            "卫生健康部门的注销执业许可证通报",
            "prepay licence import 文件 --month {month} --paper 文号:日期 "
            f"--area {state.book.area}",
        )


def fund_reports(state: BookState) -> Iterator[Duty]:
    """基金月报: the figures that early warning looks at, every month (海南·八(三))."""
    if state.rules.flag("monitoring"):
        told = {one.month for one in state.of(FundReport)}
        yield from monthly(
            state,
            "fund-report",
            told,
            "monitoring",
            "基金月报",
            f"prepay enter 基金月报 --book {state.book.code} --month {{month}}",
        )


def monthly(
    state: BookState, kind: str, told: set[str], name: str, what: str, command: str
) -> Iterator[Duty]:
    """Name the months for which something has not come in; it is due by the end of the next."""
    found = state.rules.decides(name)
    begun = found.since if isinstance(found, PolicyValue) else state.on
    missing = months_lacking(state, max(state.book.start, period_of(begun)), told)
    if missing:
        yield Duty(
            kind=kind,
            book=state.book.code,
            due=last_day(next_period(missing[0])),
            year=year_of(missing[0]),
            count=len(missing),
            what=f"{span_of(missing)} 没有登记{what}（{len(missing)} 个月）",
            clause=state.rules.clause(name),
            command=command.format(month=missing[0]),
        )
