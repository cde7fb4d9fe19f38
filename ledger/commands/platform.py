"""Platform: the exchange with the national platform's 预付金 module."""

from __future__ import annotations

from pathlib import Path

import click

from ledger.commands.door import busy, desk_of, dry, formatted, put, say, tell

mapping_option = click.option(
    "--mapping",
    default=None,
    metavar="对照表.csv",
    type=click.Path(path_type=Path),
    help="平台栏目和本系统栏目的对照表；不写用自带的。",
)


@click.group()
def platform() -> None:
    """与国家医保信息平台预付金模块交换数据：导出、导入、对照表。"""


@platform.command("mapping")
@click.argument("file", metavar="文件.csv", type=click.Path(path_type=Path))
def platform_mapping(file: Path) -> None:
    """写出自带的对照表，平台的栏目名不同时照着改。"""
    from ledger.workflow.exchange.platform import write_mapping

    write_mapping(file)
    say(f"已写出对照表 {file}；改好后用 --mapping {file}")


@platform.command("export")
@click.argument("file", metavar="文件.xlsx", type=click.Path(path_type=Path))
@click.option("--year", required=True, type=int, metavar="YYYY", help="预付年度。")
@click.option("--area", default="", metavar="统筹区", help="哪个统筹区；只有一个时可以不写。")
@mapping_option
@click.pass_context
def platform_export(
    ctx: click.Context, file: Path, year: int, area: str, mapping: Path | None
) -> None:
    """导出一个预付年度的申请、核定、拨付、返还、收回、核销，更正后的数。"""
    from ledger.workflow.exchange.platform import export_platform

    count = export_platform(desk_of(ctx), file, year=year, area=area, mapping=mapping)
    say(f"{file}：{count} 行")


@platform.command("import")
@click.argument("file", metavar="文件", type=click.Path(path_type=Path))
@mapping_option
@formatted
@dry
@click.pass_context
def platform_import(
    ctx: click.Context, file: Path, mapping: Path | None, form: str, *, dry_run: bool
) -> None:
    """导入平台的业务，录成草稿；录过的不会再录，额度核定不导入。"""
    from ledger.reports.vouchers.recorded import record_read
    from ledger.workflow.exchange.platform import read_platform

    desk = desk_of(ctx)
    with busy(f"导入 {file.name}"):
        taken = read_platform(desk, file, mapping=mapping)
        outcome = record_read(desk, taken.file, dry_run=dry_run)
    tell(outcome.warnings, "warning")
    tell(outcome.refusals, "refused")
    say(outcome.summary)
    if taken.standing:
        say(f"{taken.standing} 行与账上现有的完全一致，不用再录")
    if taken.worked_out:
        say(f"额度核定 {taken.worked_out} 行没有导入：核定在本系统测算、由两人审核")
    if form != "table" or not outcome.exit_code:
        put([outcome.report], form)
    ctx.exit(outcome.exit_code)
