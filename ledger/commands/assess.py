"""Assess: lists in, the calculation run, shown, approved, and the plan that follows from it."""

from __future__ import annotations

from pathlib import Path

import click

from ledger.commands.door import (
    OUTPUT,
    ask_approval,
    busy,
    desk_of,
    dry,
    formatted,
    hospital_named,
    on_terminal,
    put,
    say,
    seen_option,
    tell,
    tell_unseen,
)

area_option = click.option(
    "--area", default="", metavar="区划代码", help="统筹区；只有一个统筹区时可不写。"
)
year_option = click.option(
    "--year", type=click.IntRange(2000, 2099), required=True, metavar="YYYY", help="预付年度。"
)


#: How a 核定 is looked at before it is approved.
UNSEEN_RUN = "脚本办理；查看用 assess show，再写 --seen 核对码"


@click.group()
def assess() -> None:
    """核定：导入数据、测算、出表、审核、用款计划。"""


@assess.command("template")
@click.argument("word", metavar="基金收支|医疗费用支付|商定金额")
@click.argument("file", metavar="文件.xlsx", type=click.Path(path_type=Path))
def assess_template(word: str, file: Path) -> None:
    """生成一份空白工作簿（英文写 figures、payments、agreed）。"""
    from ledger.intake.assess_template import write_list_template

    say(f"已生成{write_list_template(word, file)}模板 {file}")


@assess.command("import")
@click.argument("files", nargs=-1, required=True, metavar="文件…", type=click.Path(path_type=Path))
@formatted
@dry
@click.pass_context
def assess_import(ctx: click.Context, files: tuple[Path, ...], form: str, *, dry_run: bool) -> None:
    """导入基金收支或医疗费用支付（.xlsx .csv .jsonl）。

    一个文件一种；重新导入的以新的为准。
    """
    from ledger.intake.assess_words import LISTS, headings_of
    from ledger.intake.files import read_file
    from ledger.intake.returned import returning
    from ledger.reports.assess.run_reports import import_report
    from ledger.workflow.assess.base_data import import_list

    desk = desk_of(ctx)
    reports = []
    for path in files:
        with busy(f"导入 {path.name}"):
            rows = read_file(path, headings_of(*LISTS))
            with returning(rows, say):
                done = import_list(desk, rows, dry_run=dry_run)
        reports.append(import_report(done, path.name))
        say(f"{path.name}：{done.list} {done.rows} 行{'试算通过' if dry_run else '已导入'}")
    put(reports, form)


@assess.command("run")
@year_option
@area_option
@click.option(
    "--agreed",
    default=None,
    metavar="文件",
    type=click.Path(path_type=Path),
    help="与财政商定的金额：医疗机构编码、险种、商定金额。",
)
@click.option(
    "--document", default="", metavar="文号:日期[:标题]", help="财政商定的文件；没有它不能审核。"
)
@formatted
@dry
@click.pass_context
def assess_run(
    ctx: click.Context,
    year: int,
    area: str,
    agreed: Path | None,
    document: str,
    form: str,
    *,
    dry_run: bool,
) -> None:
    """测算一个统筹区一年的预付金，写成草稿；再次测算替换未审核的草稿。"""
    from ledger.intake.assess_words import AGREED, headings_of
    from ledger.intake.files import read_file
    from ledger.intake.returned import returning
    from ledger.reports.assess.run_reports import run_reports
    from ledger.workflow.assess.run import run_year

    desk = desk_of(ctx)
    rows = read_file(agreed, headings_of(AGREED)) if agreed else None
    with busy(f"核定 {year} 年度"):
        if rows is None:
            done = run_year(desk, year, area=area, document=document, dry_run=dry_run)
        else:
            with returning(rows, say):
                done = run_year(
                    desk, year, area=area, agreed=rows, document=document, dry_run=dry_run
                )
    put(run_reports(done), form)
    tell(done.warnings, "warning")
    say(done.sentence(dry_run=dry_run))


@assess.command("show")
@year_option
@area_option
@click.option(
    "--hospital",
    callback=hospital_named,
    default="",
    metavar="编码或名称",
    help="只看一家医疗机构的计算过程。",
)
@click.option("--version", default=0, metavar="N", help="第几版；默认草稿，没有草稿则最近审核的。")
@click.option("--public", is_flag=True, help="公布用：只有机构、险种、基数、月数、算法和金额。")
@formatted
@click.pass_context
def assess_show(
    ctx: click.Context,
    year: int,
    area: str,
    hospital: str,
    version: int,
    form: str,
    *,
    public: bool,
) -> None:
    """核定表：每个输入、每步计算及其条款；--output 文件.xlsx 可直接打印。"""
    from ledger.reports.assess.show import AssessmentAsked, sheets

    path: Path | None = ctx.meta.get(OUTPUT)
    ending = path.suffix.lower().removeprefix(".") if path else form
    asked = AssessmentAsked(
        year=year,
        area=area,
        hospital=hospital,
        version=version,
        public=public,
        form=ending if form == "table" else form,
    )
    put(sheets(desk_of(ctx), asked), form)


@assess.command("approve")
@year_option
@area_option
@seen_option
@formatted
@dry
@click.pass_context
def assess_approve(
    ctx: click.Context, year: int, area: str, seen: str, form: str, *, dry_run: bool
) -> None:
    """审核一年的核定：须由测算人以外的审核人办理；审核后即可据以拨付。

    写 --seen 核对码（assess show 末尾）的，只审核当时看到的核定；不写的，
    在终端上先列出核定表，问一声再审核，脚本里直接审核，并记明未逐张查看。
    """
    from ledger.reports.assess.approved_year import approved_report
    from ledger.workflow.assess.approve import approve_year
    from ledger.workflow.drafting.looked import Looked
    from ledger.workflow.drafting.seen import code_given

    if seen:
        looked = Looked(code=code_given(seen))
    elif on_terminal():
        looked = Looked(code=run_shown(ctx, year, area, dry_run=dry_run))
    else:
        looked = Looked(by_script=True)
    with busy(f"审核 {year} 年度核定"):
        done = approve_year(desk_of(ctx), year, area=area, dry_run=dry_run, looked=looked)
    put([approved_report(done)], form)
    say(done.sentence)
    tell_unseen(looked.unseen(sum(fund.registers for fund in done.funds)), UNSEEN_RUN)


def run_shown(ctx: click.Context, year: int, area: str, *, dry_run: bool) -> str:
    """Show a year's 核定 to whoever sits there, and ask; return the code of what was shown."""
    from ledger.reports.assess.show import AssessmentAsked, sheets

    drawn = sheets(desk_of(ctx), AssessmentAsked(year=year, area=area))
    put(drawn, "table")
    if not dry_run:
        ask_approval()
    return str(drawn[-1].tree.get("code", ""))


@assess.command("plan")
@year_option
@area_option
@formatted
@click.pass_context
def assess_plan(ctx: click.Context, year: int, area: str, form: str) -> None:
    """用款计划：按最近审核的核定，供财政部门审核。

    列出各险种核定、已拨付、尚需拨付的金额。
    """
    from ledger.reports.assess.show import plans

    put(plans(desk_of(ctx), year, area=area), form)
