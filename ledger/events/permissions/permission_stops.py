"""准许·停付: what stops payments to a hospital on a day: recalls, suspensions, a lapsed guarantee.

海南·七(一): 尚未拨付的，停止拨付. The checks of a payment, 用款计划 and the due list ask here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ledger.policy.recalling import stop_clause, trigger_row

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from ledger.basis.errors import Finding
    from ledger.events.judged import JudgedPayment
    from ledger.masters.hospital import Hospital
    from ledger.policy.facts import Facts
    from ledger.policy.profile import Rules
    from ledger.policy.standing import Standing, Stop, Term


@dataclass(frozen=True, slots=True, kw_only=True)
class Hindrance:
    """Why a hospital may not be paid on a day: a finding's words, and its clause."""

    code: str
    what: str
    remedy: str
    clause: str


def hindrances_on(
    standing: Standing, hospital: Hospital | None, rules: Rules, day: date
) -> Iterator[Hindrance]:
    """Name all that stops payments to a hospital on a day."""
    if not rules.flag("stop_after_recall"):
        return
    for stop in standing.stops:
        if stop.holds(day):
            yield stopped_by(stop, rules)
    if hospital is not None and hospital.ownership == rules.text("guarantee_required"):
        yield from lapsed_guarantee(standing, rules, day)


def stopped_by(stop: Stop, rules: Rules) -> Hindrance:
    """Say a stop as what hinders a payment."""
    recalled = stop.kind == "recall"
    return Hindrance(
        code="RECALLED" if recalled else "SUSPENDED",
        what=f"{stop.told()}，尚未拨付的停止拨付",
        remedy="停止拨付；情形消除的，登记解除收回（recall-lift）后再办"
        if recalled
        else "停止拨付；协议恢复之日起再办",
        clause=stop_clause(rules, stop),
    )


def last_until(deeds: Iterable[Term], day: date) -> date | None:
    """Return the last day of the deeds begun by a day; None where none of them ends."""
    begun = [deed for deed in deeds if deed.since <= day]
    return max((deed.until for deed in begun if deed.until is not None), default=None)


def lapsed_guarantee(standing: Standing, rules: Rules, day: date) -> Iterator[Hindrance]:
    """Name that no deed of a hospital that needs one holds on a day (海南·四(三)、七(一)2)."""
    if any(term.holds(day) for term in standing.guarantees):
        return
    last = last_until(standing.guarantees, day)
    lost = trigger_row(rules, "guarantee-lost")
    yield Hindrance(
        code="GUARANTEE_LAPSED",
        what=f"自有房屋产权担保已于 {last} 到期，{day} 没有有效的担保，尚未拨付的停止拨付"
        if last is not None
        else f"{day} 没有登记有效的自有房屋产权担保，尚未拨付的停止拨付",
        remedy="停止拨付；已续办的，登记担保（业务类型：担保 guarantee），审核后再拨付",
        clause=lost["clause"] if lost is not None else rules.clause("guarantee_required"),
    )


def stop_findings(event: JudgedPayment, facts: Facts) -> Iterator[Finding]:
    """Refuse to pay while anything stops payments to the hospital."""
    standing = facts.standing(event.hospital, event.year)
    rules, hospital = facts.rules(event.date, event.year), facts.hospitals.get(event.hospital)
    for hindrance in hindrances_on(standing, hospital, rules, event.date):
        yield event.forbidden(
            hindrance.code,
            f"{facts.hospital_name(event.hospital)}{hindrance.what}",
            hindrance.remedy,
            clause=hindrance.clause,
            field="hospital 医疗机构编码",
        )
