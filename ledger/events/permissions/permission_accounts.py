"""准许·账户: whether money goes to an account of the hospital, and comes back as it went (原渠道).

A hospital has several accounts, each from a day on: the one in the list, others by a paper,
among them one of 集中核算 that many share. What history does not say is unknown, not wrong.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.masters.hospital import account_paid, bare_number

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from ledger.basis.errors import Finding
    from ledger.events.judged import JudgedPayment, JudgedReturn
    from ledger.masters.hospital import Hospital, HospitalAccount
    from ledger.policy.facts import Facts
    from ledger.policy.profile import Rules


def payee_findings(event: JudgedPayment, facts: Facts) -> Iterator[Finding]:
    """Refuse a payment to an account that is not the hospital's on that day."""
    hospital = facts.hospitals.get(event.hospital)
    if hospital is None:
        return
    rules = facts.rules(event.date, event.year)
    accounts = hospital.accounts_on(event.date)
    if event.payee_account:
        yield from payee_unknown(event, hospital, accounts, rules)
    elif not account_paid(accounts, event.date):
        yield event.refusal(
            "PAYEE_ACCOUNT",
            f"没有{hospital.name}的收款账号，日后无法核对原渠道返还",
            "填写收款账号（payee_account），或在医疗机构名单里补银行账号",
            clause=rules.clause("original_channel"),
            field="payee_account 收款账号",
        )


def payee_unknown(
    event: JudgedPayment, hospital: Hospital, accounts: Sequence[HospitalAccount], rules: Rules
) -> Iterator[Finding]:
    """Refuse an account that is typed, and none of the hospital's on that day."""
    numbers = [one.number for one in accounts]
    if bare_number(event.payee_account) not in map(bare_number, numbers):
        known = "、".join(numbers) or "没有登记账户"
        yield event.forbidden(
            "PAYEE_UNKNOWN",
            f"收款账号 {event.payee_account} 在 {event.date} 不是{hospital.name}的账户"
            f"（登记的：{known}）",
            "核对收款账号；确是该机构的账户或集中核算账户的，凭文件登记："
            f"prepay hospital account add {hospital.code} {event.payee_account}"
            f" --paper 文号:日期 --from {event.date}"
            "（集中核算的加 --kind 集中核算）",
            clause=rules.clause("payee_ledger"),
            field="payee_account 收款账号",
        )


def payer_findings(event: JudgedReturn, facts: Facts) -> Iterator[Finding]:
    """Refuse a return of which the payer's account is not told, or is none of the hospital's."""
    if not bare_number(event.payer_account):
        yield event.forbidden(
            "PAYER_UNKNOWN",
            f"{facts.hospital_name(event.hospital)}的返还未填付款账号，无法核对原渠道",
            "按银行回单填写付款账号（payer_account）；回单和银行明细上都没有的，"
            "在原因（reason）里写明",
            clause=facts.rules(event.date, event.year).clause("original_channel"),
            field="payer_account 付款账号",
        )
    yield from channel_findings(event, facts)


def channel_findings(event: JudgedReturn, facts: Facts) -> Iterator[Finding]:
    """Find that a return came from neither the account paid nor another one of the hospital."""
    payer = bare_number(event.payer_account)
    channels = channels_of(event, facts)
    if payer and channels and payer not in {bare_number(number) for number in channels}:
        yield event.forbidden(
            "ORIGINAL_CHANNEL",
            f"{facts.hospital_name(event.hospital)}从账号 {event.payer_account} 返还，"
            f"当初拨付到 {'、'.join(channels)}，不是原渠道",
            "核对付款账号；确从别的账户返还的，在原因（reason）里写明",
            clause=facts.rules(event.date, event.year).clause("original_channel"),
            field="payer_account 付款账号",
        )


def channels_of(event: JudgedReturn, facts: Facts) -> tuple[str, ...]:
    """Return the accounts by which money may come back: those paid, and others by a paper.

    Where a payment does not say which account it went to, the hospital's of that day count.
    """
    hospital = facts.hospitals.get(event.hospital)
    accounts = hospital.accounts if hospital is not None else ()
    listed = account_paid(accounts, event.date)
    standing = facts.standing(event.hospital, event.year)
    paid = {number or listed for number in standing.accounts_paid(accounts)}
    known = (paid or {listed}) - {""}
    return tuple(sorted(known | papered_on(accounts, event.date))) if known else ()


def papered_on(accounts: Iterable[HospitalAccount], day: date) -> set[str]:
    """Return the numbers of the accounts that a paper made a hospital's, on a day."""
    return {one.number for one in accounts if one.paper and one.holds(day)}


def unusual_return(event: JudgedReturn, facts: Facts) -> Iterator[Finding]:
    """Point at a return of which nobody asks, or nobody can tell, whether it came as it went."""
    if event.reason:
        return
    rules = facts.rules(event.date, event.year)
    if not rules.flag("original_channel"):
        yield from channel_findings(event, facts)
    elif bare_number(event.payer_account) and not channels_of(event, facts):
        yield event.refusal(
            "CHANNEL_UNKNOWN",
            f"账上没有当初拨付到{facts.hospital_name(event.hospital)}哪个账户的记录，"
            f"无法核对 {event.payer_account} 是不是原渠道",
            "核对当初的付款回单；在医疗机构名单里补银行账号，或 prepay hospital account add",
            clause=rules.clause("original_channel"),
            field="payer_account 付款账号",
        )
