"""Bank: statements in, matched with our books, and the monthly 余额调节表."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from ledger.basis.statutory import DISBURSEMENT_ACCOUNT, FISCAL_ACCOUNT
from ledger.commands.door import book_option, busy, desk_of, dry, formatted, own_book, put, say

if TYPE_CHECKING:
    from collections.abc import Callable

ACCOUNT = click.Choice([DISBURSEMENT_ACCOUNT, FISCAL_ACCOUNT])


def one_account(command: Callable[..., None]) -> Callable[..., None]:
    """Let a command be narrowed to one account."""

    def named(_ctx: click.Context, _option: click.Parameter, account: str | None) -> str:
        return account or ""

    return click.option(
        "--account",
        type=ACCOUNT,
        default=None,
        callback=named,
        help="1004 支出户 或 1003 财政专户；默认两个都办。",
    )(command)


def for_account(command: Callable[..., None]) -> Callable[..., None]:
    """Let a command name its account; the 支出户 unless another is named."""
    return click.option(
        "--account",
        type=ACCOUNT,
        default=DISBURSEMENT_ACCOUNT,
        show_default=True,
        help="1004 支出户 或 1003 财政专户。",
    )(command)


def for_period(command: Callable[..., None]) -> Callable[..., None]:
    """Let a command be narrowed to a month."""
    return click.option("--period", default="", metavar="YYYY-MM", help="只看一个月。")(command)


reason_option = click.option("--reason", default="", metavar="理由", help="为什么；必须写明。")


@click.group()
def bank() -> None:
    """对账：导入对账单、勾对、编制余额调节表（银行 1004，财政 1003）。"""


@bank.command("import")
@click.argument("file", metavar="文件", type=click.Path(path_type=Path))
@click.option("--account", type=ACCOUNT, required=True, help="1004 支出户 或 1003 财政专户。")
@own_book
@formatted
@dry
@click.pass_context
def bank_import(ctx: click.Context, file: Path, account: str, form: str, *, dry_run: bool) -> None:
    """导入对账单（.xlsx .csv）：表头上的说明、合计和页脚自动略去。

    余额必须逐行接得上，并与以前导入的接得上；重复的行、重复的文件只算一次。
    """
    from ledger.reports.bank.lists import import_report, import_sentences
    from ledger.workflow.bank.statement_import import import_statement, import_tree

    desk = desk_of(ctx)
    book = book_option(ctx, needed=True)
    with busy(f"导入 {file.name}"):
        done = import_statement(desk, book, account, file, dry_run=dry_run)
    for sentence in import_sentences(done, dry_run=dry_run):
        say(sentence)
    if done.fresh or form != "table":
        put([import_report(done, import_tree(done))], form)


@bank.command("drop")
@click.argument("file", metavar="文件名")
@for_account
@reason_option
@own_book
@dry
@click.pass_context
def bank_drop(ctx: click.Context, file: str, account: str, reason: str, *, dry_run: bool) -> None:
    """退回导错的对账单文件：还没有勾对、没有审核的才能退回。"""
    from ledger.workflow.bank.statement_import import drop_statement

    book = book_option(ctx, needed=True)
    count = drop_statement(desk_of(ctx), book, account, file, reason, dry_run=dry_run)
    say(f"{file}：退回 {count} 行")


@bank.command("match")
@one_account
@for_period
@own_book
@formatted
@dry
@click.pass_context
def bank_match(ctx: click.Context, account: str, period: str, form: str, *, dry_run: bool) -> None:
    """勾对：有把握的直接勾上并写明理由，拿不准的列为建议，由人确认。"""
    from ledger.events.words import month_named
    from ledger.reports.bank.lists import match_report
    from ledger.workflow.bank.match import match_accounts

    desk = desk_of(ctx)
    book = book_option(ctx, needed=True)
    month = month_named(period) if period else ""
    with busy("勾对"):
        runs = match_accounts(desk, book, account=account, period=month, dry_run=dry_run)
    put([match_report(runs)], form)
    if any(run.proposed for run in runs):
        say("有待确认的：prepay bank list --open 查看，prepay bank confirm 编号 确认")


@bank.command("list")
@one_account
@for_period
@click.option("--open", "still_open", is_flag=True, help="只列未了的行。")
@own_book
@formatted
@click.pass_context
def bank_list(
    ctx: click.Context, account: str, period: str, form: str, *, still_open: bool
) -> None:
    """对账单各行怎样了：已勾对（凭什么）、待确认、本账之外、未勾对。"""
    from ledger.reports.bank.lists import bank_lists

    reports = bank_lists(
        desk_of(ctx),
        book_option(ctx, needed=True),
        account=account,
        period=period,
        still_open=still_open,
    )
    put(reports, form)


@bank.command("confirm")
@click.argument("numbers", nargs=-1, required=True, type=int, metavar="编号…")
@own_book
@dry
@click.pass_context
def bank_confirm(ctx: click.Context, numbers: tuple[int, ...], *, dry_run: bool) -> None:
    """确认建议的勾对；与它争同一行、同一凭证的建议随即失效。"""
    from ledger.workflow.bank.marks import confirm

    done = confirm(desk_of(ctx), book_option(ctx, needed=True), numbers, dry_run=dry_run)
    say(f"确认 {len(done)} 号")


@bank.command("unmatch")
@click.argument("numbers", nargs=-1, required=True, type=int, metavar="编号…")
@reason_option
@own_book
@dry
@click.pass_context
def bank_unmatch(
    ctx: click.Context, numbers: tuple[int, ...], reason: str, *, dry_run: bool
) -> None:
    """撤销勾对或划出，写明理由；已计入审核过的余额调节表的不能撤销。"""
    from ledger.workflow.bank.marks import unmatch

    done = unmatch(desk_of(ctx), book_option(ctx, needed=True), numbers, reason, dry_run=dry_run)
    say(f"撤销 {len(done)} 号")


@bank.command("outside")
@click.argument("lines", nargs=-1, type=int, metavar="[行号…]")
@for_account
@click.option(
    "--class", "word", required=True, metavar="类别", help="待遇支付、其他险种、银行误收误付等。"
)
@click.option("--find", default="", metavar="文字", help="摘要或对方里有这些字的未勾对行。")
@reason_option
@own_book
@dry
@click.pass_context
def bank_outside(
    ctx: click.Context,
    lines: tuple[int, ...],
    account: str,
    word: str,
    find: str,
    reason: str,
    *,
    dry_run: bool,
) -> None:
    """划为本账之外（共用账户上别的业务），或标明银行误收误付；由第二人审核后生效。"""
    from ledger.workflow.bank.apart import chosen_lines, set_apart

    if bool(lines) == bool(find):
        raise click.UsageError("写明行号，或用 --find 文字，二者取一", ctx)
    done = set_apart(
        desk_of(ctx),
        book_option(ctx, needed=True),
        account,
        chosen_lines(lines, find),
        word=word,
        reason=reason,
        dry_run=dry_run,
    )
    say(f"{account} 划出 {len(done)} 行，待第二人审核：prepay bank approve")


@bank.command("approve")
@click.argument("numbers", nargs=-1, type=int, metavar="[编号…]")
@click.option("--period", default="", metavar="YYYY-MM", help="审核这个月的余额调节表。")
@one_account
@own_book
@formatted
@dry
@click.pass_context
def bank_approve(
    ctx: click.Context,
    numbers: tuple[int, ...],
    period: str,
    account: str,
    form: str,
    *,
    dry_run: bool,
) -> None:
    """审核：写 --period 审核余额调节表（此后冻结）；否则审核划出的行，不写编号为全部。"""
    from ledger.reports.bank.adjustment_sheet import adjustment_sheet
    from ledger.workflow.bank.adjust import approve_sheets
    from ledger.workflow.bank.apart import approve_apart

    desk = desk_of(ctx)
    book = book_option(ctx, needed=True)
    if not period:
        done = approve_apart(desk, book, numbers, dry_run=dry_run)
        say(f"审核 {len(done)} 号")
        return
    if numbers:
        raise click.UsageError("写编号，或写 --period，二者取一", ctx)
    with busy("审核余额调节表"):
        drawn = approve_sheets(desk, book, period, account=account, dry_run=dry_run)
    put([adjustment_sheet(one) for one in drawn], form)
    say("余额调节表已审核，这个月的对账单和勾对不再改动")


@bank.command("propose")
@one_account
@click.option(
    "--output",
    required=True,
    metavar="文件",
    type=click.Path(dir_okay=False, path_type=Path),
    help="写成 .xlsx 或 .jsonl，核对后用 prepay record 录入。",
)
@own_book
@click.pass_context
def bank_propose(ctx: click.Context, account: str, output: Path) -> None:
    """起草待入账的收款：医院账户来的为返还，退回的拨付为退汇，别人的为暂收。"""
    from ledger.workflow.bank.propose import propose_rows, write_rows

    proposed = propose_rows(desk_of(ctx), book_option(ctx, needed=True), account=account)
    write_rows(proposed, output)
    rest = f"；另有 {proposed.left} 行收款要人看" if proposed.left else ""
    say(f"起草 {len(proposed.rows)} 笔，写到 {output}{rest}。逐笔核对后：prepay record {output}")


@bank.command("adjust")
@click.option("--period", required=True, metavar="YYYY-MM", help="哪个月末。")
@one_account
@click.option(
    "--statement-balance", default="", metavar="金额", help="纸质对账单的月末余额，与导入的核对。"
)
@click.option(
    "--other-net", default="", metavar="金额", help="共用账户：总账里其他业务的净额，可以为负。"
)
@click.option("--paper", default="", metavar="类型:编号:日期", help="其他业务净额的依据。")
@click.option(
    "--cause", "causes", multiple=True, metavar="凭证或行=原因", help="说明一笔未达账项，可写多次。"
)
@click.option("--submit", is_flag=True, help="两边相等时提交，由另一人 bank approve 审核。")
@own_book
@formatted
@dry
@click.pass_context
def bank_adjust(
    ctx: click.Context,
    period: str,
    account: str,
    statement_balance: str,
    other_net: str,
    paper: str,
    causes: tuple[str, ...],
    form: str,
    *,
    submit: bool,
    dry_run: bool,
) -> None:
    """余额调节表：两边余额、逐笔未达账项及原因；加 --submit 提交审核。"""
    from ledger.reports.bank.adjustment_sheet import adjustment_sheet
    from ledger.workflow.bank.adjust import adjust
    from ledger.workflow.bank.draw import Entered, read_causes

    entered = Entered(
        statement=statement_balance, other=other_net, paper=paper, causes=read_causes(causes)
    )
    desk = desk_of(ctx)
    book = book_option(ctx, needed=True)
    with busy(f"编制 {period} 余额调节表"):
        drawn = adjust(
            desk, book, period, account=account, entered=entered, submit=submit, dry_run=dry_run
        )
    put([adjustment_sheet(one) for one in drawn], form)
    if submit:
        say("已提交，待另一人审核：prepay bank approve --period " + period)
