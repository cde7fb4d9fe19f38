"""期限: what the notices and the calendar ask of a year: apply, pay, return, close."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from ledger.basis.money import grouped
from ledger.basis.period import last_day, next_period, year_of
from ledger.dues.debts import debts_of, still_out
from ledger.dues.recalls import open_recalls
from ledger.dues.values import AHEAD, Duty
from ledger.events.booked.opening_balance import ACCOUNTS
from ledger.events.registers.agreement import Agreement
from ledger.events.registers.application import Application
from ledger.events.registers.publication import Publication

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ledger.dues.values import BookState

#: What counts as paid out to a hospital for a year.
PAID = ("disbursement", "payment-return", "opening-balance")


def near(state: BookState, day: date) -> bool:
    """Tell a day that is over, or near enough to be told."""
    return day - state.on <= timedelta(days=AHEAD)


def paid_of(state: BookState, year: int) -> dict[str, int]:
    """Return what has been paid to each hospital for a year by the day, in fen."""
    sums: dict[str, int] = {}
    for one in state.moved.get(year, ()):
        if one.movement in PAID and one.day <= state.on.isoformat():
            sums[one.hospital] = sums.get(one.hospital, 0) + one.net_fen
    return sums


def unpaid_of(state: BookState, year: int) -> dict[str, int]:
    """Return what was approved and may be paid, by hospital; whose payments are stopped is not."""
    left = unspent_of(state, year)
    return {hospital: fen for hospital, fen in left.items() if hospital not in state.hindered}


def unspent_of(state: BookState, year: int) -> dict[str, int]:
    """What was approved and has not been paid, by hospital, whether it may be paid or not."""
    paid = paid_of(state, year)
    return {
        hospital: left
        for hospital, fen in sorted(state.approved.get(year, {}).items())
        if (left := fen - paid.get(hospital, 0)) > 0
    }


def applications(state: BookState) -> Iterator[Duty]:
    """申请: the window of this year and of the next (甘肃·二; 海南·四、五(一)、九)."""
    for year in (state.on.year, state.on.year + 1):
        first = state.rules.day("application_from", year)
        last = state.rules.day("application_deadline", year)
        if not state.first_of_area or state.on > last or not near(state, first):
            continue
        came = len(applied_for(state, year))
        begun = "受理中" if first <= state.on else f"自 {first} 起受理"
        yield Duty(
            kind="application",
            book=state.book.code,
            due=last,
            year=year,
            count=came,
            what=f"{year}年度申请{begun}{advised(state, year, last)}，已收到 {came} 家",
            clause=state.rules.clause("application_deadline"),
            command="prepay template 申请 申请.xlsx，填好后 prepay record 申请.xlsx",
        )


def applied_for(state: BookState, year: int) -> set[str]:
    """Name the hospitals that have applied for a year."""
    return {one.hospital for one in state.of(Application) if one.year == year}


def advised(state: BookState, year: int, last: date) -> str:
    """Say by when a notice wants applications, where that is not its deadline; "" else."""
    day = advised_day(state, year)
    if day is None or day == last:
        return ""
    return f"，通知要求上旬（{day} 前）提出，{last} 截止（A-8）"


def advised_day(state: BookState, year: int) -> date | None:
    """Return the last day of the 上旬 that a notice names beside its deadline; or None."""
    if not state.rules.has("application_advised"):
        return None
    return state.rules.day("application_advised", year)


def assessments(state: BookState) -> Iterator[Duty]:
    """核定: applications came in and nothing has been approved yet (甘肃·四; 海南·五(二))."""
    year = state.on.year
    came = applied_for(state, year)
    over = state.on > state.rules.day("return_deadline", year)
    waiting = state.on > state.rules.day("application_deadline", year) and not over
    if came and waiting and not state.approved.get(year):
        yield Duty(
            kind="assessment",
            book=state.book.code,
            due=state.rules.day("payment_deadline", year),
            year=year,
            count=len(came),
            what=f"{year}年度申请 {len(came)} 家，还没有审核过的核定",
            clause=state.rules.clause("assessment_required"),
            command=f"prepay assess run --year {year}，再由另一人 prepay assess approve",
        )


def agreements(state: BookState) -> Iterator[Duty]:
    """协议: approved, and no agreement signed yet (甘肃·二)."""
    year = state.on.year
    deadline = state.rules.day("payment_deadline", year)
    required = state.rules.flag("agreement_required") and state.on <= deadline
    waiting = unsigned_of(state, year) if required else []
    if waiting:
        yield Duty(
            kind="agreement",
            book=state.book.code,
            due=deadline,
            year=year,
            count=len(waiting),
            what=f"已核定而没有签预付金协议 {len(waiting)} 家：{names(state, waiting)}",
            clause=state.rules.clause("agreement_required"),
            command="prepay template 预付金协议 协议.xlsx，填好后 prepay record 协议.xlsx",
        )


def unsigned_of(state: BookState, year: int) -> list[str]:
    """List the hospitals that may be paid and have signed no agreement for a year."""
    signed = {one.hospital for one in state.of(Agreement) if one.year == year}
    return [hospital for hospital in unpaid_of(state, year) if hospital not in signed]


def payments(state: BookState) -> Iterator[Duty]:
    """拨付: approved and not paid yet (甘肃·四; 海南·五(四)、九)."""
    year = state.on.year
    left = unpaid_of(state, year)
    if left and state.on <= state.rules.day("return_deadline", year):
        yield Duty(
            kind="payment",
            book=state.book.code,
            due=state.rules.day("payment_deadline", year),
            year=year,
            count=len(left),
            amount_fen=sum(left.values()),
            what=f"{year}年度核定未拨付 {len(left)} 家：{names(state, left)}",
            clause=state.rules.clause("payment_deadline"),
            command="prepay template 拨付 拨付.xlsx，填好后 prepay record 拨付.xlsx；"
            "过了期限的写明原因",
        )


def returns(state: BookState) -> Iterator[Duty]:
    """返还: before the deadline in one line, after it a line a hospital (甘肃·四; 海南·五(五))."""
    recalled = open_recalls(state)
    for year, moved in sorted(state.moved.items()):
        owing = still_out(debts_of(moved), state.on)
        deadline = deadline_of(state, year)
        if deadline is None or state.on > deadline:
            for hospital, fen in owing.items():
                yield overdue(state, year, deadline, hospital, fen)
        elif near(state, deadline):
            left = {h: fen for h, fen in owing.items() if (h, year) not in recalled}
            yield from due_back(state, year, deadline, left)


def deadline_of(state: BookState, year: int) -> date | None:
    """Return the day by which a year's money is due; None where no notice governed that year."""
    return state.rules.judges(year)


def due_back(
    state: BookState, year: int, deadline: date, left: Mapping[str, int]
) -> Iterator[Duty]:
    """Say who still has to return by the deadline, if anybody."""
    if left:
        yield Duty(
            kind="return",
            book=state.book.code,
            due=deadline,
            year=year,
            count=len(left),
            amount_fen=sum(left.values()),
            what=f"{year}年度预付金未返还 {len(left)} 家：{names(state, left)}",
            clause=state.rules.clause("return_deadline"),
            command=f"催收；到账后 prepay record 返还.xlsx；逐家看 prepay report open-items "
            f"--year {year}",
        )


def overdue(state: BookState, year: int, deadline: date | None, hospital: str, fen: int) -> Duty:
    """Say that a hospital's money is overdue, and what the notice allows to be done."""
    against = f"--book {state.book.code} --hospital {hospital} --year {year}"
    return Duty(
        kind="return",
        book=state.book.code,
        due=deadline,
        hospital=hospital,
        holder=state.name(hospital),
        year=year,
        amount_fen=fen,
        what=f"{year}年度逾期未返还 {grouped(fen)}"
        if deadline is not None
        else f"{year}年度旧周转金尚未收回 {grouped(fen)}",
        clause=state.rules.clause("overdue_offset" if deadline else "old_working_capital"),
        command=recovering(state, year, against),
    )


def recovering(state: BookState, year: int, against: str) -> str:
    """Say how overdue money comes back: out of settlements while that is allowed, then by law."""
    bounded = state.rules.text("overdue_offset") == "december_or_next_year"
    if bounded and state.on.year > year + 1:
        return (
            f"{year}年12月和{year + 1}年的结算都已过去，不能再冲抵，依法追回："
            f"prepay enter 诉讼执行 {against}，并登记停拨结算"
        )
    months = f"从{year}年12月或{year + 1}年的结算中" if bounded else "从结算中"
    return f"{months}冲抵：prepay enter 冲抵结算 {against}；收不回的，登记停拨结算、诉讼执行"


def confirmations(state: BookState) -> Iterator[Duty]:
    """对账: hospitals that have not agreed at the year's clearing (甘肃·四; 海南·六)."""
    for year, left in sorted(state.unconfirmed.items()):
        if left:
            shown = "；".join(left[:3]) + ("；等" if len(left) > 3 else "")
            yield Duty(
                kind="confirmation",
                book=state.book.code,
                due=state.rules.day("clearing_deadline", year),
                year=year,
                count=len(left),
                what=f"{year}年度没有对账的医疗机构 {len(left)} 家：{shown}",
                clause=state.rules.clause("reconcile_with_hospitals"),
                command=f"prepay confirm letters --date {year}-12-31；"
                "回函 prepay confirm answer；不回的催函两次 prepay confirm remind，"
                "或替代核对 prepay confirm alternative",
            )


def unanswered(state: BookState) -> Iterator[Duty]:
    """对账: hospitals without whose answer a year was closed, until they answer."""
    for year, left in sorted(state.unanswered.items()):
        if left:
            shown = "；".join(left[:3]) + ("；等" if len(left) > 3 else "")
            yield Duty(
                kind="confirmation",
                book=state.book.code,
                due=state.rules.day("clearing_deadline", year),
                year=year,
                count=len(left),
                what=f"{year}年度已年结，仍未回函的医疗机构 {len(left)} 家：{shown}",
                clause=state.rules.clause("reconcile_with_hospitals"),
                command="收到回函后登记：prepay confirm answer",
            )


def opening_ties(state: BookState) -> Iterator[Duty]:
    """期初: openings of 1101 and 2001 that nobody has compared with the general ledger."""
    for account, fen in sorted(state.untied.items()):
        yield Duty(
            kind="opening",
            book=state.book.code,
            due=last_day(state.book.start),
            year=year_of(state.book.start),
            amount_fen=fen,
            what=f"期初未与总账核对：{account} {ACCOUNTS[account]}",
            clause="《会计基础工作规范》第六十二条(二)",
            command=f"prepay enter opening-check --account {account} --amount 总账期初余额 …",
        )


def reconciliations(state: BookState) -> Iterator[Duty]:
    """余额调节表: months whose bank account has not been brought together with the bank or 财政."""
    if not state.unreconciled:
        return
    months = sorted(state.unreconciled)
    first, last = months[0], months[-1]
    missing = "；".join(state.unreconciled[first])
    others = f"；直到 {last} 共 {len(months)} 个月没有" if len(months) > 1 else ""
    yield Duty(
        kind="reconciliation",
        book=state.book.code,
        due=last_day(next_period(first)),
        year=year_of(first),
        count=sum(len(found) for found in state.unreconciled.values()),
        what=f"{missing}{others}",
        clause="财会〔2017〕28号·1003、1004",
        command=f"prepay bank match，再 prepay bank adjust --period {first}",
    )


def publications(state: BookState) -> Iterator[Duty]:
    """公示: at the year's end what was paid and how it was computed (海南·八(三))."""
    if not state.rules.flag("publication"):
        return
    done = {one.year for one in state.of(Publication)}
    for year in (state.on.year - 1, state.on.year):
        deadline = state.rules.day("publication_deadline", year)
        paid = len(list(filter(None, paid_of(state, year).values())))
        if paid and year not in done and near(state, deadline):
            yield Duty(
                kind="publication",
                book=state.book.code,
                due=deadline,
                year=year,
                count=paid,
                what=f"{year}年度拨付情况（{paid} 家）和计算方法还没有公布",
                clause=state.rules.clause("publication"),
                command=f"prepay report publication --year {year} --output 公示.xlsx；"
                f"公布后 prepay enter 公示 --book {state.book.code} --year {year}",
            )


def names(state: BookState, hospitals: Mapping[str, int] | list[str]) -> str:
    """Name the first few hospitals of many."""
    shown = [state.name(hospital) for hospital in list(hospitals)[:3]]
    return "、".join(shown) + ("等" if len(hospitals) > len(shown) else "")
