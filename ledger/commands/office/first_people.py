"""The first two people of an office: asked for on a terminal by `init`, or named by its options."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import click

from ledger.commands.door import on_terminal, put, say
from ledger.commands.login.own_key import password_piped

if TYPE_CHECKING:
    from ledger.workflow.desk import Desk
    from ledger.workflow.office.beginning import FirstPerson

#: What an office of three has: who approves, posts and leads, and who draws up.
USUAL = ("审核、记账、会计主管、管理员", "制单")
WITHOUT = (
    "没有登记操作员，也没有启用密码和签名：谁办理以 --as 所写为准，结账封面上会写明。"
    "以后启用：先 prepay operator add 姓名 --role 岗位，再 prepay operator switch-on 姓名 姓名"
)


def begin_with_two(
    ctx: click.Context, desk: Desk, named: tuple[str, ...], *, without: bool
) -> None:
    """Register the first two people and switch signing on, where somebody says who they are.

    Without a terminal nobody is asked: the people are named by options and their passwords come
    on stdin, else the office starts without passwords, and says so.
    """
    from ledger.workflow.office.beginning import begin, is_without_people

    if not is_without_people(desk):
        return
    people = [] if without else people_said(named)
    if not people:
        say(WITHOUT)
        return
    from ledger.commands.office.operators import new_passwords, say_switched
    from ledger.reports.registers.recovery_sheet import recovery_sheet

    done = begin(desk, people, new_passwords(ctx, [one.name for one in people]))
    say_switched(done)
    put([recovery_sheet(desk, done.code)], "table")
    say("恢复码只印这一次：抄下或打印后封好，放进保险柜")


def people_said(named: tuple[str, ...]) -> list[FirstPerson]:
    """Return the people that options name, or that a terminal is asked for; none where neither."""
    if named:
        return list(map(person_read, named))
    if not on_terminal() or password_piped(click.get_current_context()):
        return []
    if not click.confirm("现在登记头两个人，启用密码和签名吗", default=True, err=True):
        return []
    return list(map(person_asked, (1, 2), USUAL))


def person_read(word: str) -> FirstPerson:
    """Read a person as an option names one: 姓名:岗位,岗位."""
    from ledger.basis.errors import unclear
    from ledger.workflow.office.beginning import FirstPerson

    name, *roles = re.split("[:：,，、]", word)
    if not name or not roles:
        raise unclear(
            "PERSON_UNREADABLE",
            f"“{word}”读不懂",
            "写成 姓名:岗位,岗位，如 李科长:审核,记账,会计主管,管理员",
        )
    return FirstPerson(name=name, roles=tuple(roles))


def person_asked(number: int, usual: str) -> FirstPerson:
    """Ask a terminal for a person: the name and the roles."""
    from ledger.workflow.office.beginning import FirstPerson

    name: str = click.prompt(f"第 {number} 人的姓名", err=True)
    roles: str = click.prompt(f"{name}的岗位（用顿号隔开）", default=usual, err=True)
    return FirstPerson(name=name.strip(), roles=tuple(re.split("[,，、 ]+", roles.strip())))
