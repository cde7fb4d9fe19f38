"""`login` and `logout`, and the passwords that are typed."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

from ledger.commands.door import desk_of, on_terminal, say
from ledger.commands.login.own_key import (
    PASSWORD,
    has_key,
    password_piped,
    passwords_from_stdin,
    proved_by,
    take_key,
)

if TYPE_CHECKING:
    from ledger.workflow.desk import Desk
    from ledger.workflow.signer import Signer


@click.command()
@click.pass_context
def login(ctx: click.Context) -> None:
    """登录：用密码打开自己的密钥，此后的命令由自己签名。

    \b
    写明姓名：prepay --as 姓名 login
    15 分钟不用就自动退出，每用一次重新计时；离开时 prepay logout。
    脚本：prepay --as 姓名 --password-stdin login，密码在标准输入的第一行。
    """  # noqa: D301  # click wants the mark itself: it keeps the lines below it apart.
    from ledger.basis.keys import fingerprint
    from ledger.workflow.setup.login_file import login_folder
    from ledger.workflow.setup.opening import log_in, reset_warning

    desk = desk_of(ctx)
    name = asked_name(desk)
    password = asked_password(ctx, f"{name}的密码")
    logged, loud = log_in(desk, login_folder(os.environ), name, password)
    say(f"{name}已登录，到 {logged.until:%H:%M} 为止（15 分钟不用即退出，每用一次重新计时）")
    say(f"密钥指纹 {fingerprint(logged.signer.public)}")
    for line in filter(None, (reset_warning(desk, name), loud)):
        say(line)


@click.command()
@click.pass_context
def logout(ctx: click.Context) -> None:
    """退出：登录文件随即删除，此后的命令不能再用你的密钥。"""
    from ledger.workflow.setup.login_file import login_folder
    from ledger.workflow.setup.opening import EXPIRED, NOBODY, log_out

    name = log_out(desk_of(ctx), login_folder(os.environ))
    told = {NOBODY: "没有人登录", EXPIRED: "登录早已失效，登录文件已删除"}
    say(told.get(name, f"{name}已退出"))


def asked_name(desk: Desk) -> str:
    """Return who logs in: named by --as, or asked on a terminal."""
    from ledger.basis.errors import unclear

    name = desk.operator
    if not name and on_terminal():
        name = click.prompt("姓名", err=True)
    if not name.strip():
        raise unclear("OPERATOR_MISSING", "没有说明由谁登录", "写明姓名：prepay --as 姓名 login")
    return name.strip()


def asked_password(ctx: click.Context, prompt: str, *, twice: bool = False) -> str:
    """Return a password: the next line of stdin, the variable, or typed on a terminal."""
    from ledger.basis.errors import unclear

    if password_piped(ctx):
        return passwords_from_stdin(1)[0]
    if password := os.environ.get(PASSWORD, ""):
        return password
    if not on_terminal():
        raise unclear(
            "PASSWORD_UNSAID",
            "没有输入密码：这里不是终端",
            "在终端上运行；脚本在命令前加 --password-stdin，密码放在标准输入的第一行，"
            "或把密码放进环境变量 PREPAY_PASSWORD",
        )
    again = "再输入一遍" if twice else False
    typed: str = click.prompt(prompt, hide_input=True, confirmation_prompt=again, err=True)
    return typed


def key_opened(ctx: click.Context, desk: Desk, name: str) -> Signer | None:
    """Open the key of who acts before a password is set; returns it where it is that password's.

    By the login, or the first line of stdin (the new password is the second), or typed.
    """
    if desk.signer is None and has_key(desk, desk.operator):
        open_by_present(ctx, desk)
    return desk.signer if desk.operator == name else None


def open_by_present(ctx: click.Context, desk: Desk) -> None:
    """Open the key of who acts by its present password, where it can be asked."""
    if password_piped(ctx):
        (present,) = passwords_from_stdin(1)
    elif on_terminal():
        present = click.prompt(f"{desk.operator}现在的密码", hide_input=True, err=True)
    else:
        return
    take_key(desk, proved_by(desk, desk.operator, present))
