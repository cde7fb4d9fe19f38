"""What every correcting voucher has in common: which voucher may be corrected, and its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.basis.period import year_of
from ledger.basis.terms import voucher_number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ledger.basis.errors import Finding
    from ledger.events.base import Event
    from ledger.policy.facts import Facts, PostedVoucher

#: Corrections that count on the day of what they correct.
DATED_BACK = ("red", "difference", "amend")
CLAUSE = "《会计基础工作规范》第五十一条(五)"


def voucher_name(voucher: PostedVoucher) -> str:
    """Name a voucher as 51(五) does: day and number."""
    day = voucher.booked
    number = voucher_number(voucher.period, voucher.number)
    return f"{day.year}年{day.month}月{day.day}日{number}号凭证"


def fact_day(event: Event, facts: Facts) -> str:
    """Return the day of the fact, as limits count it: in text order, "" for 期初.

    A red voucher, a difference or a later year's correction counts on the day of what it
    corrects; a blue one says the fact anew, with a day of its own. 期初 was there before any day.
    """
    if event.KIND in DATED_BACK:
        return facts.vouchers[event.corrects].day
    return counted_day(event.KIND, event.date.isoformat())


def counted_day(kind: str, day: str) -> str:
    """Return the day on which a voucher's own fact counts: 期初 was there before any day."""
    return "" if kind == "opening-balance" else day


def correcting_findings(event: Event, facts: Facts) -> Iterator[Finding]:
    """Refuse to correct a red voucher, one corrected already, or a 期末结转."""
    wrong = facts.vouchers[event.corrected]
    name = voucher_name(wrong)
    if wrong.form == "red":
        yield event.refusal(
            "CORRECTS_RED",
            f"{name}本身是红字凭证，不能再冲销",
            "若冲错了，重新录入原业务",
            clause=CLAUSE,
        )
    if wrong.corrected_by:
        anew = "、".join(wrong.redone_by)
        yield event.refusal(
            "CORRECTED_ALREADY",
            f"{name}已由 {wrong.corrected_by} 注销" + (f"，并由 {anew} 订正" if anew else ""),
            f"更正订正后的凭证：prepay correct '{wrong.redone_by[-1]}' --with 文件 --reason 原因"
            if anew
            else "注销有误的，重新录入原业务（prepay record）；尚未记账的更正，"
            "先记账（prepay post）或驳回（prepay reject）",
            clause=CLAUSE,
        )
    if wrong.kind == "period-end":
        yield event.refusal(
            "CORRECTS_PERIOD_END",
            f"{name}是期末结转，由程序按余额生成，不单独冲销",
            "更正原业务凭证，下次结账自动结转差额",
            clause=CLAUSE,
        )


def newest_findings(event: Event, facts: Facts, after: str) -> Iterator[Finding]:
    """Refuse a correction worked out from another state of the fact than the newest.

    Two corrections of one state are never both posted: the second finds the first standing.
    """
    wrong = facts.vouchers[event.corrects]
    if wrong.newest != after:
        between = facts.vouchers.get(wrong.newest)
        known = f"由{voucher_name(between)}更正" if between else f"有更正 {wrong.newest} 待记账"
        known = known if wrong.newest else "注销了它的更正凭证"
        yield event.refusal(
            "CORRECTED_SINCE",
            f"{voucher_name(wrong)}已{known}，这笔更正没有把它算在内",
            "先把待记账的更正记账（prepay post）；这笔更正已制单的先驳回（prepay reject），"
            "再按更正后的现状更正",
            clause=CLAUSE,
        )


def same_year_findings(event: Event, facts: Facts) -> Iterator[Finding]:
    """Refuse red, or a difference, for a voucher of a prior year: that takes a blue one."""
    wrong = facts.vouchers[event.corrects]
    if year_of(wrong.period) != facts.booking_day(event.date, event.booked).year:
        yield event.refusal(
            "PRIOR_YEAR",
            f"{voucher_name(wrong)}属于 {year_of(wrong.period)} 年，"
            "以前年度的差错用蓝字凭证更正，不用红字",
            "不写 --form，程序会改用蓝字更正；或把记账日期放在同一年度",
            clause=CLAUSE,
        )
