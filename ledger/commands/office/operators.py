"""`operator`: who may do what, with which key; what one person proposes and another confirms."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ledger.commands.door import desk_of, dry, formatted, on_terminal, put, say
from ledger.commands.login.own_key import password_piped, passwords_from_stdin

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ledger.masters.office import OfficeProposal
    from ledger.workflow.office.switching import SwitchedOn


def new_password(ctx: click.Context, name: str) -> str:
    """Return somebody's new password: the next line of stdin, or typed; nothing where nobody can.

    PREPAY_PASSWORD is the password of who acts, and never another's.
    """
    if password_piped(ctx):
        return passwords_from_stdin(1)[0]
    if not on_terminal():
        return ""
    typed: str = click.prompt(
        f"请{name}输入自己的新密码", hide_input=True, confirmation_prompt="再输入一遍", err=True
    )
    return typed


def needed_password(ctx: click.Context, name: str) -> str:
    """Return somebody's new password; raises Refused where nobody can be asked."""
    from ledger.basis.errors import unclear

    if password := new_password(ctx, name):
        return password
    raise unclear(
        "PASSWORD_UNSAID",
        f"没有输入{name}的新密码：这里不是终端",
        "在终端上由本人输入；脚本在命令前加 --password-stdin，第一行是办理人的密码，"
        "后面依次是各人的新密码",
    )


def new_passwords(ctx: click.Context, names: Sequence[str]) -> dict[str, str]:
    """Return the new passwords of people who are all there, by name; no two have the same."""
    from ledger.basis.errors import refuse

    typed = {name: needed_password(ctx, name) for name in names}
    if len(set(typed.values())) < len(typed):
        raise refuse(
            "PASSWORD_SHARED",
            f"{'、'.join(names)}的密码有相同的，等于一个人知道两个人的密码",
            "各自另想一个，不让别人知道",
        )
    return typed


def say_waiting(proposals: Iterable[OfficeProposal]) -> None:
    """Say what waits for another person."""
    from ledger.workflow.office.words import proposal_told

    for one in proposals:
        say(proposal_told(one))
        word = one.subject
    say(f"已提出，待另一人确认：prepay --as 姓名 operator confirm {word}")


@click.group()
def operator() -> None:
    """操作员和岗位。"""


@operator.command("add")
@click.argument("name", metavar="姓名")
@click.option("--role", "roles", multiple=True, required=True, metavar="岗位", help="可写多次。")
@click.option(
    "--book", "books", multiple=True, metavar="账套", help="只看、只签这些账套，可写多次。"
)
@dry
@click.pass_context
def operator_add(
    ctx: click.Context,
    name: str,
    roles: tuple[str, ...],
    books: tuple[str, ...],
    *,
    dry_run: bool,
) -> None:
    """登记操作员或更改岗位：制单、审核、记账、会计主管、出纳、查询、管理员。

    启用了签名的单位，这是一项提出，由另一人用 operator confirm 确认；新人当场输入自己的密码。
    """
    from ledger.workflow.office.people import is_switched_on, needs_key, propose_roles
    from ledger.workflow.setup.masters import add_operator

    desk = desk_of(ctx)
    if is_switched_on(desk):
        password = new_password(ctx, name) if needs_key(desk, name, roles) else ""
        waiting = propose_roles(desk, name, roles, books, password=password, dry_run=dry_run)
        say_waiting(waiting)
        return
    added = add_operator(desk, name, roles, books, dry_run=dry_run)
    seen = f"；只看、只签 {'、'.join(added.books)}" if added.books else ""
    say(f"{added.name}：{added.names()}{seen}")


@operator.command("list")
@formatted
@click.pass_context
def operator_list(ctx: click.Context, form: str) -> None:
    """列出操作员：岗位、只看哪些账套、有没有密码、从何时起。"""
    from ledger.reports.registers.operator_list import operator_list as run

    put([run(desk_of(ctx))], form)


@operator.command("password")
@click.argument("name", metavar="姓名")
@dry
@click.pass_context
def operator_password(ctx: click.Context, name: str, *, dry_run: bool) -> None:
    """设置密码：自己的，或由管理员为没有密钥的人设置。

    在终端上输入两遍，不显示。日志只记谁为谁设置，不记密码。
    有密钥的，密码也打开密钥：更换自己的，先登录，或先输入现在的密码；别人不能一个人更换。
    脚本在命令前加 --password-stdin，一行一个：办理人有密钥的先写现在的密码，再写新密码；
    也可以把新密码放进环境变量 PREPAY_PASSWORD。
    """
    from ledger.commands.login.logging_in import asked_password, key_opened
    from ledger.workflow.setup.keys import change_password
    from ledger.workflow.setup.passwords import set_password

    desk = desk_of(ctx)
    signer = key_opened(ctx, desk, name)
    password = asked_password(ctx, f"{name}的新密码", twice=True)
    if signer is not None:
        change_password(desk, signer, password, dry_run=dry_run)
        say(f"{name}的密码已更换；密钥不变，别处的登录都已结束")
        return
    version = set_password(desk, name, password, dry_run=dry_run)
    say(f"{name}的密码已{'设置' if version == 1 else '更换'}；用它登录 prepay view 打开的网页")


@operator.command("confirm")
@click.argument("name", metavar="姓名")
@dry
@click.pass_context
def operator_confirm(ctx: click.Context, name: str, *, dry_run: bool) -> None:
    """确认另一人提出的岗位、密钥、代理、交接、恢复码。

    两人中须有一位会计主管或管理员。在终端上先列出内容，再问是否确认。
    """
    from ledger.workflow.office.proposing import confirm, waiting_for
    from ledger.workflow.office.words import proposal_told

    desk = desk_of(ctx)
    for one in waiting_for(desk, name):
        say(proposal_told(one))
    if on_terminal() and not dry_run:
        click.confirm("确认以上事项吗", abort=True, err=True)
    facts = confirm(desk, name, dry_run=dry_run)
    say(f"已确认 {len(facts)} 项，本单位第 {facts[-1].position} 项止")


@operator.command("withdraw")
@click.argument("name", metavar="姓名")
@dry
@click.pass_context
def operator_withdraw(ctx: click.Context, name: str, *, dry_run: bool) -> None:
    """撤回还没有确认的提出：由提出人，或会计主管、管理员。"""
    from ledger.workflow.office.proposing import withdraw
    from ledger.workflow.office.words import proposal_told

    for one in withdraw(desk_of(ctx), name, dry_run=dry_run):
        say(f"已撤回 {proposal_told(one)}")


@operator.command("leave")
@click.argument("name", metavar="姓名")
@click.option("--paper", default="", metavar="文号", help="依据的文件，如调令。")
@dry
@click.pass_context
def operator_leave(ctx: click.Context, name: str, paper: str, *, dry_run: bool) -> None:
    """离岗：免去一个人的全部岗位；启用了签名的单位由另一人确认。"""
    from ledger.workflow.office.people import is_switched_on, propose_roles, remove_roles

    desk = desk_of(ctx)
    if is_switched_on(desk):
        say_waiting(propose_roles(desk, name, (), paper=paper, dry_run=dry_run))
        return
    remove_roles(desk, name, dry_run=dry_run)
    say(f"{name}已离岗，没有任何岗位")


@operator.command("reset")
@click.argument("name", metavar="姓名")
@dry
@click.pass_context
def operator_reset(ctx: click.Context, name: str, *, dry_run: bool) -> None:
    """更换密钥：忘了密码的，本人到场输入新密码，由出纳（或另一人）办理，标为重置。

    更换自己的（怀疑密码被人知道），由本人办理，另一人用 operator confirm 确认。
    脚本：--password-stdin，第一行是办理人的密码，第二行是新密码。
    """
    from ledger.basis.keys import fingerprint
    from ledger.workflow.office.people import replace_own_key, reset_key

    desk = desk_of(ctx)
    password = needed_password(ctx, name)
    if desk.operator == name:
        say_waiting([replace_own_key(desk, password, dry_run=dry_run)])
        return
    fact = reset_key(desk, name, password, dry_run=dry_run)
    say(f"{name}的密钥已由{desk.operator}重置，指纹 {fingerprint(fact.word('public'))}")
    say(f"{desk.operator}此后不能与{name}在同一事项上签名；{name}签名以前，各处标明“重置”")


@operator.command("recover")
@click.argument("name", metavar="姓名")
@dry
@click.pass_context
def operator_recover(ctx: click.Context, name: str, *, dry_run: bool) -> None:
    """本人不在时，由出纳用保险柜里的恢复码更换密钥；恢复码随即作废。

    脚本：--password-stdin，第一行是出纳的密码，第二行是恢复码，第三行是新密码。
    """
    from ledger.basis.keys import fingerprint
    from ledger.workflow.office.recovery import recover_key

    desk = desk_of(ctx)
    code = asked_code(ctx)
    fact = recover_key(desk, name, code, needed_password(ctx, name), dry_run=dry_run)
    say(f"{name}的密钥已用恢复码更换，指纹 {fingerprint(fact.word('public'))}")
    say("恢复码已作废；重新做一个放进保险柜：prepay operator recovery-code")


def asked_code(ctx: click.Context) -> str:
    """Return the recovery code: the next line of stdin, or typed."""
    from ledger.basis.errors import unclear

    if password_piped(ctx):
        return passwords_from_stdin(1)[0]
    if not on_terminal():
        raise unclear(
            "RECOVERY_UNSAID", "没有输入恢复码：这里不是终端", "在终端上运行，或用 --password-stdin"
        )
    typed: str = click.prompt("恢复码（保险柜里的纸上）", err=True)
    return typed


@operator.command("recovery-code")
@formatted
@dry
@click.pass_context
def operator_recovery_code(ctx: click.Context, form: str, *, dry_run: bool) -> None:
    """重新做恢复码，只印这一次；由另一人用 operator confirm 恢复码 确认后有效。

    印在纸上放进保险柜：--output 恢复码.pdf。
    """
    from ledger.reports.registers.recovery_sheet import recovery_sheet
    from ledger.workflow.office.recovery import propose_recovery

    desk = desk_of(ctx)
    code = propose_recovery(desk, dry_run=dry_run)
    put([recovery_sheet(desk, "" if dry_run else code)], form)
    say("已提出，待另一人确认：prepay --as 姓名 operator confirm 恢复码；确认以前，旧的仍然有效")


@operator.command("switch-on")
@click.argument("names", metavar="姓名 姓名…", nargs=-1, required=True)
@formatted
@dry
@click.pass_context
def operator_switch_on(
    ctx: click.Context, names: tuple[str, ...], form: str, *, dry_run: bool
) -> None:
    """启用密码和签名：到场的人各自输入新密码，头两人互相登记密钥，并签下各账套的链首。

    头两人中一人是会计主管或管理员；没有到场的，以后用 operator add 登记。此后每一事项都要签名，
    不能退回。恢复码只印这一次，放进保险柜：--output 恢复码.pdf。
    脚本：--password-stdin，依次每人一行。
    """
    from ledger.reports.registers.recovery_sheet import recovery_sheet
    from ledger.workflow.office.switching import switch_on

    desk = desk_of(ctx)
    done = switch_on(desk, new_passwords(ctx, names), dry_run=dry_run)
    say_switched(done)
    put([recovery_sheet(desk, "" if dry_run else done.code)], form)


def say_switched(done: SwitchedOn) -> None:
    """Say that signing is on, and whose keys there are."""
    from ledger.basis.keys import fingerprint

    for one in done.signers:
        say(f"{one.name}的密钥指纹 {fingerprint(one.public)}")
    say(f"已启用密码和签名（本单位第 {done.fact.position} 项）；登录：prepay --as 姓名 login")
