"""Licence: the health department's monthly list of cancelled licences."""

from __future__ import annotations

from pathlib import Path

import click

from ledger.commands.door import desk_of, dry, say, tell


@click.group()
def licence() -> None:
    """注销通报：卫生健康部门每月通报的注销执业许可证名单。"""


@licence.command("import")
@click.argument("file", metavar="文件", type=click.Path(path_type=Path))
@click.option("--month", required=True, metavar="YYYY-MM", help="哪个月的通报。")
@click.option("--paper", default="", metavar="文号:日期", help="通报的文号和日期。")
@click.option("--area", default="", metavar="统筹区", help="哪个统筹区；只有一个时可以不写。")
@dry
@click.pass_context
def licence_import(
    ctx: click.Context, file: Path, month: str, paper: str, area: str, *, dry_run: bool
) -> None:
    """导入一个月的名单：有预付金的，录成收回通知的草稿；没有的，登记这个月看过了。

    栏目：医疗机构编码（或名称）、注销日期、许可证号、原因。
    """
    from ledger.intake.files import read_file
    from ledger.workflow.exchange.licences import headings, import_list, summary

    desk = desk_of(ctx)
    rows = read_file(file, headings())
    done = import_list(desk, rows, month=month, paper=paper, area=area, dry_run=dry_run)
    tell(done.result.warnings, "warning")
    for line in summary(done, dry_run=dry_run):
        say(line)
