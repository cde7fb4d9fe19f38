"""申请条件: the check list of an applicant, each condition with its evidence and its clause.

Every condition that the profile has in force is checked and shown, met or not, so that all
that stands against an application is told at once (甘肃·二; 海南·四). What an application
leaves out counts as not shown.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from types import MappingProxyType
from typing import TYPE_CHECKING

from ledger.assessment.asked import unconfirmed
from ledger.assessment.conditions import Condition, ConditionAsked, condition, months_before
from ledger.assessment.figures import money
from ledger.assessment.values import Step
from ledger.basis.terms import EVALUATIONS, OWNERSHIPS
from ledger.policy.recalling import stop_clause

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ledger.assessment.asked import AssessmentRules
    from ledger.assessment.values import Applicant
    from ledger.policy.standing import Stop

#: By the stricter reading of A-32, within how many months before applying it must have undertaken.
UNDERTAKING_MONTHS = 12


def eligibility(
    applicant: Applicant, *, year: int, rules: AssessmentRules
) -> tuple[Condition, ...]:
    """Check every condition in force for an applicant of prepayment year `year`."""
    application = applicant.application
    assert application is not None, applicant.hospital.code
    asked = ConditionAsked(applicant=applicant, application=application, year=year, rules=rules)
    found = [in_window(asked)]
    found += [CHECKS[name](asked) for name in names_checked(rules)]
    if application.lead:
        found.append(filed_by_lead(asked))
    found += [local(asked, text) for text in rules.texts("local_conditions")]
    return (*found, *stops_told(asked))


def stops_told(asked: ConditionAsked) -> list[Condition]:
    """Tell what stops payments now, and what will once the money is approved."""
    stopping = [stopped(asked, stop) for stop in asked.applicant.stops]
    return stopping + [unlifted(asked, stop) for stop in asked.applicant.settled]


def names_checked(rules: AssessmentRules) -> list[str]:
    """Name the conditions of the profile's list; the threshold is checked with the base."""
    names = [name for name in rules.texts("eligibility_list") if name != "threshold"]
    if rules.flag("inpatient_required") and "inpatient" not in names:
        return ["inpatient", *names]
    return names


def in_window(asked: ConditionAsked) -> Condition:
    """Check the day of the application against the window; both dates are shown (A-8)."""
    rules, day = asked.rules, asked.application.date
    opens = rules.day("application_from", asked.year)
    closes = rules.day("application_deadline", asked.year)
    remark = f"{day.isoformat()}申请，申请期{opens.isoformat()}至{closes.isoformat()}"
    too_late, advice = advised_window(asked, opens, closes)
    if day > closes:
        apart = f"，迟了{(day - closes).days}天"
    else:
        apart = "，早于申请期" if day < opens else ""
    met = opens <= day <= closes and not too_late
    remark += f"{advice}{apart}"
    return condition(asked, "申请时间", met=met, by="application_deadline", remark=remark)


def advised_window(asked: ConditionAsked, opens: date, closes: date) -> tuple[bool, str]:
    """Say what an earlier day that the notice advises does: whether it is missed, and the words."""
    rules, day = asked.rules, asked.application.date
    if not rules.has("application_advised"):
        return False, ""
    advised = rules.day("application_advised", asked.year)
    if not opens <= advised < closes:
        return False, ""
    choice = rules.day_choice("application_deadline", asked.year)
    words = f"，通知另写{advised.isoformat()}前申请，以{closes.isoformat()}为限"
    if not choice:
        return False, words
    words += unconfirmed(rules, choice)
    return opens <= day <= closes and day > advised and closes_as_advised(rules, choice), words


def closes_as_advised(rules: AssessmentRules, choice: str) -> bool:
    """Return whether the day that the notice only advises is the last one (A-8)."""
    return rules.text(choice) == "tenth"


def admits_inpatients(asked: ConditionAsked) -> Condition:
    """Check that the hospital admits inpatients (甘肃·一)."""
    met = asked.hospital.inpatient
    remark = "收治住院患者" if met else "医疗机构名单登记为不收治住院患者"
    return condition(asked, "收治住院", met=met, by="inpatient_required", remark=remark)


def settled(asked: ConditionAsked) -> Condition:
    """Check that it has settled normally for whole natural years (甘肃·二(一); 海南·四(一))."""
    years = asked.rules.whole("settled_years")
    limit = date(asked.year - years, 1, 1)
    since = asked.application.settled_since
    inpatient = asked.rules.text("settled_service") == "inpatient"
    what = "住院医疗费用" if inpatient else "基本医疗保险"
    shown = f"自{since.isoformat()}起正常结算" if since else "申请中没有写明起始日"
    remark = f"{what}{shown}，满{years}个自然年度应不晚于{limit.isoformat()}"
    if inpatient:
        remark += f"，{asked.year - 1}年有住院支出的{inpatient_months(asked)}个月"
    met = since is not None and since <= limit
    return condition(asked, "正常结算", met=met, by="settled_years", remark=remark)


def inpatient_months(asked: ConditionAsked) -> int:
    """Count the months of the year before in which inpatient costs were paid."""
    return len(
        {
            row.month
            for row in asked.applicant.spending
            if row.service == "inpatient"
            and row.amount_fen
            and row.month.startswith(f"{asked.year - 1}-")
        }
    )


def evaluated(asked: ConditionAsked) -> Condition:
    """Check 绩效考核 of each of the last years; of two results for a year the worse counts."""
    order = tuple(EVALUATIONS)
    lowest = order.index(asked.rules.text("evaluation_minimum"))
    results: dict[int, int] = {}
    for entry in asked.application.evaluations:
        year, _, result = entry.partition(":")
        results[int(year)] = max(order.index(result), results.get(int(year), 0))
    years = [asked.year - back for back in range(1, asked.rules.whole("evaluation_years") + 1)]
    shown = [
        f"{year}年{EVALUATIONS[order[results[year]]] if year in results else '没有结果'}"
        for year in years
    ]
    met = all(year in results and results[year] <= lowest for year in years)
    remark = f"{'，'.join(shown)}，应为{EVALUATIONS[order[lowest]]}以上"
    return condition(asked, "绩效考核", met=met, by="evaluation_years", remark=remark)


def unpenalised(asked: ConditionAsked) -> Condition:
    """Check that no penalty or transfer for fraud lies within the months before applying."""
    months = asked.rules.whole("penalty_free_months")
    day = asked.application.penalised_on
    return clear_of(
        asked, "处罚和移送司法", day, months=months, by="penalty_free_months", what="处罚或移送"
    )


def unsuspended(asked: ConditionAsked) -> Condition:
    """Check that the agreement was not suspended or ended within the months (海南·四(一))."""
    by = "suspension_free_months"
    own = clear_of(
        asked,
        "中止协议",
        asked.application.suspended_on,
        months=asked.rules.whole(by),
        by=by,
        what="中止协议",
    )
    if own.met and asked.applicant.interruptions:
        told = "、".join(stop.told() for stop in asked.applicant.interruptions)
        remark = f"{own.step.remark}，但本系统登记有这期间的中止或解除：{told}"
        return condition(asked, "中止协议", met=False, by=by, remark=remark)
    return own


def clear_of(
    asked: ConditionAsked, name: str, day: date | None, *, months: int, by: str, what: str
) -> Condition:
    """Check that a day lies more than so many months before the application.

    Exactly so many months before, to the day, still lies within them.
    """
    applied = asked.application.date
    limit = months_before(applied, months)
    if day is None:
        remark = f"申请前{months}个月内（{limit.isoformat()}起）没有{what}"
        return condition(asked, name, met=True, by=by, remark=remark)
    met = day < limit
    remark = f"最近一次{what}在{day.isoformat()}，应早于{limit.isoformat()}（申请前{months}个月）"
    return condition(asked, name, met=met, by=by, remark=remark)


def undertaken(asked: ConditionAsked) -> Condition:
    """Check that it undertook: no preservation, no unfulfilled judgment, no enforcement.

    海南·四(五) asks for two natural years, of which the prepayment year must be one. They are
    those of the period that the 承诺书 names; where it names none, that of its day and the next
    are presumed.
    """
    day, years = asked.application.undertaken_on, asked.rules.whole("undertaking_years")
    by = "undertaking_years" if years else "undertaking_required"
    if day is None:
        return condition(asked, "承诺", met=False, by=by, remark="没有注明日期的承诺")
    met = day <= asked.application.date
    remark = f"{day.isoformat()}承诺" if met else f"{day.isoformat()}承诺，晚于申请日"
    covered, covered_remark = years_covered(asked, day, years)
    remark += covered_remark
    if years:
        met = met and len(covered) >= years and asked.year in covered
        until = asked.application.undertaken_until
        remark += f"，{years_text(covered)}，应满{years}个自然年度并含{asked.year}年"
        remark += "" if until else "（承诺书的起止没有填，推定为承诺当年起）"
    elif day < months_before(asked.application.date, UNDERTAKING_MONTHS):
        met = met and not wants_new_undertaking(asked.rules)
        remark += f"，在申请前{UNDERTAKING_MONTHS}个月以前"
        remark += unconfirmed(asked.rules, "undertaking_age")
    return condition(asked, "承诺", met=met, by=by, remark=remark)


def years_covered(asked: ConditionAsked, day: date, years: int) -> tuple[range, str]:
    """Return the natural years that an undertaking covers, and what to say of its period."""
    since, until = asked.application.undertaken_from, asked.application.undertaken_until
    if since is None or until is None:
        return range(day.year, day.year + years), ""
    said = f"，承诺书写明{since.isoformat()}至{until.isoformat()}"
    return natural_years(day, since, until), said


def wants_new_undertaking(rules: AssessmentRules) -> bool:
    """Return whether an undertaking of years ago counts no more (A-32)."""
    return rules.has("undertaking_age") and rules.text("undertaking_age") == "twelve_months"


def natural_years(day: date, since: date, until: date) -> range:
    """Return the natural years that an undertaking of a day covers to their end by its period.

    Of its own year nothing before its day is left to undertake; any other year counts whole.
    """
    first = since.year
    if since > max(date(first, 1, 1), day if day.year == first else date.min):
        first += 1
    last = until.year if (until.month, until.day) == (12, 31) else until.year - 1
    return range(first, last + 1)


def years_text(years: range) -> str:
    """Say which natural years are covered, and how many."""
    if not years:
        return "没有覆盖一个完整的自然年度"
    if len(years) == 1:
        return f"只覆盖{years[0]}年一个自然年度"
    return f"覆盖{years[0]}年至{years[-1]}年"


def finance_sound(asked: ConditionAsked) -> Condition:
    """Check that its finance is sound and it can repay (甘肃·二(二); 海南·四(五))."""
    return shown_flag(
        asked, "财务状况", met=asked.application.finance_sound, by="undertaking_required"
    )


def key_work(asked: ConditionAsked) -> Condition:
    """Check that it carries out the key work of 医保 (甘肃·二(三); 海南·四(六))."""
    met = asked.application.key_work or not asked.rules.flag("key_work_required")
    return shown_flag(asked, "重点工作", met=met, by="key_work_required")


def inspections(asked: ConditionAsked) -> Condition:
    """Check that it cooperates in inspections (甘肃·二(四); 海南·四(七))."""
    return shown_flag(
        asked, "配合监管检查", met=asked.application.inspections, by="penalty_free_months"
    )


def rectified(asked: ConditionAsked) -> Condition:
    """Check that what inspections found was put right (海南·四(七))."""
    return shown_flag(asked, "问题整改", met=asked.application.rectified, by="rectified_required")


def shown_flag(asked: ConditionAsked, name: str, *, met: bool, by: str) -> Condition:
    """Check what the application states, as it was reviewed, on its day."""
    day = asked.application.date.isoformat()
    remark = f"{day}的申请材料已证明" if met else f"{day}的申请材料没有证明"
    return condition(asked, name, met=met, by=by, remark=remark)


def guaranteed(asked: ConditionAsked) -> Condition:
    """Check that a non-public hospital has given a deed on its own property (海南·四(三))."""
    owner = OWNERSHIPS[asked.hospital.ownership]
    if asked.hospital.ownership != asked.rules.text("guarantee_required"):
        return condition(
            asked, "产权担保", met=True, by="guarantee_required", remark=f"{owner}，不需要担保"
        )
    met = asked.applicant.guaranteed
    remark = f"{owner}，{'有有效的' if met else '没有有效的'}自有房屋产权担保"
    return condition(asked, "产权担保", met=met, by="guarantee_required", remark=remark)


def filed_by_lead(asked: ConditionAsked) -> Condition:
    """Check an application that the lead hospital filed: the member itself is paid (A-18)."""
    own, lead = asked.hospital, asked.application.lead
    met = bool(own.group) or lead == own.code
    group = f"{own.group}的成员单位" if own.group else "医疗机构名单没有登记它所属的医共体"
    remark = f"由牵头医院{lead}统一报送，{group}，分别核定，拨付给本单位{own.code}"
    remark += unconfirmed(asked.rules, "group_payee")
    return condition(asked, "成员单位", met=met, by="members_apply_separately", remark=remark)


def local(asked: ConditionAsked, text: str) -> Condition:
    """Show a condition that the area has added (甘肃·二): a person checks it."""
    name = "统筹地区另定的条件"
    shown = condition(asked, name, met=True, by="local_conditions", remark=text)
    step = Step(name=name, figure="由审核人核对", clause=shown.step.clause, remark=text)
    return Condition(met=True, step=step)


def stopped(asked: ConditionAsked, stop: Stop) -> Condition:
    """Refuse while a recall or a suspension stands: nothing is paid while it does.

    The money of whoever is recalled is to come back, not to go out (甘肃·六; 海南·七(一)).
    """
    recall = stop.kind == "recall"
    ends = "解除收回之后" if recall else "协议恢复之后"
    step = Step(
        name="收回" if recall else "正在中止协议",
        figure="不符合",
        clause=stop_clause(asked.rules, stop),
        remark=f"{stop.told()}，尚未拨付的停止拨付，{ends}再测算",
    )
    return Condition(met=False, step=step)


def unlifted(asked: ConditionAsked, stop: Stop) -> Condition:
    """Remark that a recall of earlier money, all of it back, still stops what is approved now."""
    step = Step(
        name="收回未解除",
        figure="不影响核定",
        clause=stop_clause(asked.rules, stop),
        remark=f"{stop.told()}，款项已收清；登记解除收回之前不得拨付，不列入用款计划",
    )
    return Condition(met=True, step=step)


def above_threshold(base: Fraction, rules: AssessmentRules) -> Condition:
    """Check a base against the threshold, exactly, before any rounding (海南·四(二))."""
    limit = Fraction(rules.fen("threshold"))
    strict = rules.flag("threshold_strict")
    met = base > limit if strict else base >= limit
    step = Step(
        name="月均支付额门槛",
        figure="符合" if met else "不符合",
        clause=rules.clause("threshold"),
        remark=f"基数{money(base, limit)}，应{'大于' if strict else '不少于'}{money(limit)}",
    )
    return Condition(met=met, step=step)


#: The conditions by their names in a profile's list; `threshold` waits for the base.
CHECKS: Mapping[str, Callable[[ConditionAsked], Condition]] = MappingProxyType(
    {
        "inpatient": admits_inpatients,
        "settled": settled,
        "evaluation": evaluated,
        "finance": finance_sound,
        "undertaking": undertaken,
        "key_work": key_work,
        "inspections": inspections,
        "rectified": rectified,
        "penalty": unpenalised,
        "suspension": unsuspended,
        "guarantee": guaranteed,
    }
)
