"""`operator stand-in` and `operator handover`: 代理, 交接."""

from __future__ import annotations

import click

from ledger.commands.door import desk_of, dry, formatted, put, say
from ledger.commands.office.operators import say_waiting


@click.command("stand-in")
@click.argument("name", metavar="姓名")
@click.option("--for", "instead_of", required=True, metavar="姓名", help="代理谁。")
@click.option("--role", "roles", multiple=True, required=True, metavar="岗位", help="可写多次。")
@click.option("--from", "since", required=True, metavar="日期", help="从哪天起，不早于今天。")
@click.option("--until", required=True, metavar="日期", help="到哪天止，含当日；到期自行终止。")
@click.option("--paper", required=True, metavar="文号", help="单位负责人指定代理的文件。")
@dry
@click.pass_context
def operator_stand_in(
    ctx: click.Context,
    name: str,
    instead_of: str,
    roles: tuple[str, ...],
    since: str,
    until: str,
    paper: str,
    *,
    dry_run: bool,
) -> None:
    """提出代理：在写明的日期内由一人代另一人的岗位，另一人确认后有效。

    须启用签名；提出人和确认人中一人是会计主管或管理员。代理期间姓名后标“代”，
    自己制的单仍不能由自己审核。

    \b
    例：prepay operator stand-in 周敏 --for 王科长 --role 审核 --role 记账
          --from 2026-12-07 --until 2026-12-18 --paper 医保办〔2026〕7号
    """  # noqa: D301  # click wants the mark itself: it keeps the lines below it apart.
    from ledger.workflow.office.stand_in import propose_stand_in

    done = propose_stand_in(
        desk_of(ctx),
        name,
        instead_of,
        roles,
        since=since,
        until=until,
        paper=paper,
        dry_run=dry_run,
    )
    say_waiting([done])


@click.command("handover")
@click.argument("name", metavar="移交人")
@click.option("--to", required=True, metavar="姓名", help="接替人。")
@click.option("--witness", required=True, metavar="姓名", help="监交人。")
@click.option("--paper", default="", metavar="文号", help="依据的文件，如调令。")
@formatted
@dry
@click.pass_context
def operator_handover(
    ctx: click.Context,
    name: str,
    to: str,
    witness: str,
    paper: str,
    form: str,
    *,
    dry_run: bool,
) -> None:
    """交接：编制移交清册并提出；接替人或监交人确认后，移交人的岗位终止。

    列出账户余额、未审核和未记账的单据、未达账项、待回函、未补附件、未了结事项和密钥。
    由移交人提出，本人不在的由会计主管代办；清册校验码写进本单位的链，三人在纸上签章。
    没有启用签名的单位只打印清册：岗位由管理员用 operator leave 免去。

    \b
    例：prepay operator handover 李会计 --to 新会计 --witness 王科长 --output 移交清册.pdf
    """  # noqa: D301  # click wants the mark itself: it keeps the lines below it apart.
    from ledger.reports.registers.handover_sheet import handover_sheet
    from ledger.workflow.office.handover import handover_of, propose_handover
    from ledger.workflow.office.people import is_switched_on

    desk = desk_of(ctx)
    drawn = handover_of(desk, name, to, witness)
    done = is_switched_on(desk) and propose_handover(desk, drawn, paper=paper, dry_run=dry_run)
    put([handover_sheet(drawn)], form)
    if done:
        say_waiting([done])
    else:
        say(f"只打印清册；免去岗位：prepay operator leave {name}")
