"""Set up: a database with its books, the sample year, and who and what they refer to."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from ledger.basis.statutory import DISBURSEMENT_ACCOUNT, FISCAL_ACCOUNT
from ledger.commands.door import (
    book_option,
    desk_at,
    desk_of,
    dry,
    formatted,
    own_book,
    put,
    say,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ledger.masters.book import Book
    from ledger.workflow.desk import Desk


@click.command()
@click.option("--area", required=True, metavar="区划代码", help="统筹区六位区划代码。")
@click.option("--name", required=True, metavar="名称", help="统筹区名称，如 兰州市。")
@click.option("--profile", required=True, metavar="方案", help="政策方案，如 gansu、hainan。")
@click.option("--start", default="", metavar="YYYY-MM", help="首月，默认今年一月。")
@click.option("--owner", default="", metavar="读法", help="账由谁记（海南）：province 或 county。")
@click.option("--reason", default="", metavar="理由", help="写了 --owner 或 --paper 时必填。")
@click.option(
    "--paper",
    default="",
    metavar="文号",
    help="依据的文件：区划表里没有的编码（市本级、矿区、新区），或设了密码又写 --owner 时必填。",
)
@click.option(
    "--person",
    "people",
    multiple=True,
    metavar="姓名:岗位,岗位",
    help="头两个人，各写一次；密码在终端上输入，或用 --password-stdin 依次每人一行。",
)
@click.option("--no-passwords", is_flag=True, help="不问，不启用密码和签名。")
@dry
@click.pass_context
def init(
    ctx: click.Context,
    /,
    start: str,
    people: tuple[str, ...],
    *,
    no_passwords: bool,
    dry_run: bool,
    **words: str,
) -> None:
    """建账：创建或升级数据库，为统筹区的每个险种开一个账套。

    还没有操作员时，在终端上接着登记头两个人，各自输入密码，启用签名，并印出恢复码。
    """
    from ledger.commands.office.first_people import begin_with_two
    from ledger.workflow.setup.masters import initialise

    desk = desk_of(ctx, fresh=True)
    open_key_again(ctx, desk)
    start = start or f"{desk.today().year}-01"
    say_opened(initialise(desk, start=start, dry_run=dry_run, **words), **words)
    if not dry_run:
        begin_with_two(ctx, desk, people, without=no_passwords)


def open_key_again(ctx: click.Context, desk: Desk) -> None:
    """Open the key of who acts, where the office is there already and signs."""
    from ledger.commands.login.own_key import open_own_key
    from ledger.store.engine import is_current
    from ledger.workflow.office.people import is_switched_on

    if is_current(desk.engine) and is_switched_on(desk):
        open_own_key(ctx, desk)


def say_opened(books: Sequence[Book], /, *, paper: str, reason: str, **_: str) -> None:
    """Say which books were opened, and on what ground."""
    from ledger.masters.division import area_told

    if not books:
        say("数据库已是最新，账套早已建立")
        return
    if told := area_told(books[0].area, books[0].area_name):
        say(told)
    if paper:
        say(f"编码依据 {paper}：{reason}")
    for book in books:
        say(f"已建账套 {book.code} {book.name}，政策方案 {book.profile}，从 {book.start} 起")


@click.command()
@click.argument(
    "folder", default="demo", metavar="[文件夹]", type=click.Path(file_okay=False, path_type=Path)
)
@click.option("--no-serve", is_flag=True, help="做完不打开网页。")
@click.option("--port", default=5000, show_default=True, metavar="端口", help="网页的端口。")
def demo(folder: Path, port: int, *, no_serve: bool) -> None:
    """示例：兰州一整年、海南过渡年、张掖市县两级的账，然后在浏览器里查看。

    从核定、记账、结账到导出，都照真实的命令办一遍。
    """
    from sample.player import run_demo

    main_files = run_demo(folder, say)
    if not no_serve:
        from ledger.commands.serving import open_view
        from ledger.web.serve import Where

        desk = desk_at(str(folder / "prepay.db"))
        open_view(desk, main_files, Where(port=port))
        desk.engine.dispose()


@click.group()
def hospital() -> None:
    """医疗机构名单。"""


@hospital.command("list")
@click.option("--agency", default="", metavar="名称", help="只看一个属地经办机构。")
@formatted
@click.pass_context
def hospital_list(ctx: click.Context, agency: str, form: str) -> None:
    """列出现行的医疗机构名单；存成 .csv 或 .xlsx，改后可以再导入。"""
    from ledger.reports.registers.hospital_list import hospital_list as run

    put([run(desk_of(ctx), agency)], form)


@hospital.command("import")
@click.argument("file", metavar="文件", type=click.Path(path_type=Path))
@dry
@click.pass_context
def hospital_import(ctx: click.Context, file: Path, *, dry_run: bool) -> None:
    """导入医疗机构名单（.xlsx .csv .jsonl）；内容有变的机构记为新版本。"""
    from ledger.intake.files import read_file
    from ledger.intake.returned import returning
    from ledger.workflow.setup.masters import hospital_headings, import_hospitals

    rows = read_file(file, hospital_headings())
    with returning(rows, say):
        fresh, same = import_hospitals(desk_of(ctx), rows, dry_run=dry_run)
    say(f"导入 {len(fresh)} 家（新增或有变更），{same} 家没有变化")


@hospital.group("account")
def hospital_account() -> None:
    """医疗机构的银行账户：名单以外的自有账户、集中核算账户，凭文件登记。"""


@hospital_account.command("add")
@click.argument("name", metavar="编码|名称")
@click.argument("number", metavar="账号")
@click.option("--paper", required=True, metavar="文号:日期", help="凭什么文件登记。")
@click.option("--from", "since", required=True, metavar="日期", help="从哪天起是它的账户。")
@click.option("--until", default="", metavar="日期", help="停用日期，含当日；不写为仍在用。")
@click.option("--kind", default="own", metavar="类型", help="自有账户（默认），或 集中核算。")
@dry
@click.pass_context
def hospital_account_add(
    ctx: click.Context,
    name: str,
    number: str,
    paper: str,
    since: str,
    until: str,
    kind: str,
    *,
    dry_run: bool,
) -> None:
    """登记一个账户；停用的，带 --until 再登记一次。"""
    from ledger.workflow.setup.hospital_accounts import add_account

    words = {"hospital": name, "number": number, "kind": kind, "valid_from": since}
    given = add_account(desk_of(ctx), words | {"until": until, "paper": paper}, dry_run=dry_run)
    say(f"已登记{given.hospital.name}的账户 {given.account.number}，{given.account.since} 起")


@hospital_account.command("import")
@click.argument("file", metavar="文件", type=click.Path(path_type=Path))
@dry
@click.pass_context
def hospital_account_import(ctx: click.Context, file: Path, *, dry_run: bool) -> None:
    """从文件登记账户。

    栏目：医疗机构编码、银行账号、账户类型、生效日期、停用日期、文号。
    """
    from ledger.intake.files import read_file
    from ledger.intake.returned import returning
    from ledger.workflow.setup.hospital_accounts import account_headings, import_accounts

    rows = read_file(file, account_headings())
    with returning(rows, say):
        given = import_accounts(desk_of(ctx), rows, dry_run=dry_run)
    say(f"已登记 {len(given)} 个账户")


@hospital_account.command("list")
@click.argument("name", default="", metavar="[编码|名称]")
@formatted
@click.pass_context
def hospital_account_list(ctx: click.Context, name: str, form: str) -> None:
    """列出账户：名单上的和凭文件登记的，各从哪天到哪天。"""
    from ledger.reports.registers.hospital_accounts import account_list

    put([account_list(desk_of(ctx), name)], form)


@click.group()
def account() -> None:
    """银行账户。"""


@account.command("add")
@click.argument("code", type=click.Choice([DISBURSEMENT_ACCOUNT, FISCAL_ACCOUNT]))
@click.option("--bank", required=True, metavar="开户行", help="开户银行。")
@click.option("--number", required=True, metavar="账号", help="银行账号。")
@click.option("--exclusive/--shared", default=False, help="专用，还是与其他业务共用（默认共用）。")
@own_book
@dry
@click.pass_context
def account_add(
    ctx: click.Context,
    code: str,
    bank: str,
    number: str,
    *,
    exclusive: bool,
    dry_run: bool,
) -> None:
    """登记 1004 支出户或 1003 财政专户背后的银行账户。"""
    from ledger.masters.book import BankAccount
    from ledger.workflow.setup.masters import describe_account

    described = BankAccount(code=code, bank=bank, number=number, exclusive=exclusive)
    describe_account(desk_of(ctx), book_option(ctx, needed=True), described, dry_run=dry_run)
    say(f"{code}：{bank}，{'专用' if exclusive else '共用'}")
