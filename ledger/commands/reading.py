"""Read: vouchers, reports, where a figure comes from, exports, Fava and the log."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from ledger.commands.door import (
    book_option,
    busy,
    desk_of,
    formatted,
    journals_folder,
    own_book,
    put,
    say,
)
from ledger.commands.report_options import ReportCommand
from ledger.reports.kind import ReportAsked


@click.group()
def voucher() -> None:
    """凭证。"""


@voucher.command("list")
@click.option("--period", default="", metavar="YYYY-MM", help="到哪个月为止（默认全部）。")
@click.option("--from", "first", default="", metavar="YYYY-MM", help="从哪个月起。")
@own_book
@formatted
@click.pass_context
def voucher_list(ctx: click.Context, period: str, first: str, form: str) -> None:
    """列出凭证。"""
    from ledger.reports.vouchers.voucher_list import vouchers_listed

    put(vouchers_listed(desk_of(ctx), book_option(ctx), first, period), form)


@voucher.command("show")
@click.argument("vouchers", nargs=-1, required=True, metavar="凭证…")
@own_book
@formatted
@click.pass_context
def voucher_show(ctx: click.Context, vouchers: tuple[str, ...], form: str) -> None:
    """显示凭证全貌：分录、附件、经办人、更正关系。"""
    from ledger.reports.vouchers.vouchers_shown import vouchers_shown

    put(vouchers_shown(desk_of(ctx), book_option(ctx, needed=True), vouchers), form)


@click.command(cls=ReportCommand)
@click.argument("name", metavar="账表")
@own_book
@formatted
@click.pass_context
def report(ctx: click.Context, /, name: str, form: str, **words: Any) -> None:
    """账表：余额表、明细账、序时账、总账、未清项、清算表、登记簿等。"""
    from ledger.reports.drawing import draw_up

    put(draw_up(desk_of(ctx), name, ReportAsked(book=book_option(ctx), **words)), form)


@click.command()
@click.argument("what", metavar="科目|医疗机构|凭证|业务编号")
@click.option("--period", default="", metavar="YYYY-MM", help="哪个月的数字，默认本月。")
@click.option(
    "--side", default="余额", show_default=True, metavar="借|贷|余额", help="哪一个数字。"
)
@own_book
@formatted
@click.pass_context
def explain(ctx: click.Context, what: str, period: str, side: str, form: str) -> None:
    """来历：一个数字由哪些凭证构成；一张凭证来自哪个文件哪一行，由谁经办。

    \b
    prepay explain 1101 --period 2026-03 --side 借
    prepay explain "2026-03 记-0007"
    """  # noqa: D301  # click wants the mark itself: it keeps the lines below it apart.
    from ledger.reports.vouchers.origin import explain as run

    put([run(desk_of(ctx), book_option(ctx, needed=True), what, period, side)], form)


@click.group()
def export() -> None:
    """导出。"""


@export.command("beancount")
@click.argument("folder", required=False, metavar="[文件夹]", type=click.Path(path_type=Path))
@own_book
@click.pass_context
def export_beancount(ctx: click.Context, folder: Path | None) -> None:
    """导出 Beancount 账本：每个账套每年一册，每月一个文件；没有变化的不重写。"""
    from ledger.workflow.close.export import export_all

    desk = desk_of(ctx)
    root = folder or journals_folder(desk)
    with busy("导出"):
        touched = export_all(desk, root, book_option(ctx))
    say(f"导出到 {root}，写了 {len(touched)} 个文件")


@export.command("chain")
@click.argument("file", metavar="文件", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--year", default=0, metavar="YYYY", help="年度，默认最近有凭证的一年。")
@own_book
@click.pass_context
def export_chain(ctx: click.Context, file: Path, year: int) -> None:
    """导出链文件：一个账套一年的全部凭证、链和封存码，供外人用 check_chain.py 核对。"""
    from ledger.workflow.close.export_chain import export_chain as run

    desk = desk_of(ctx)
    with busy("导出链"):
        done = run(desk, file, book_option(ctx, needed=True), year)
    say(f"{done.book} {done.year} 年的链文件 {file}：{done.links} 环，封存 {done.seals} 期")
    if done.last_seal:
        say(f"最近的封存码 {done.last_seal}（{done.last_period}）；请与纸质结账封面核对")
    if done.office:
        say(f"单位事项链头 {done.office}；密钥指纹 {keys_told(done.fingerprints)}")


def keys_told(fingerprints: tuple[tuple[str, str], ...]) -> str:
    """Write everybody's fingerprint as the checker takes it."""
    return "，".join(f"{name}={mark}" for name, mark in fingerprints)


@click.command()
@click.option("--port", default=5000, show_default=True, metavar="端口", help="网页的端口。")
@click.option(
    "--host", default="127.0.0.1", show_default=True, metavar="地址", help="在哪个地址上等候。"
)
@click.option(
    "--behind-proxy", is_flag=True, help="前面有带 TLS 的反向代理，给别的电脑查看时必须有。"
)
@click.option("--allow-host", "names", multiple=True, metavar="域名", help="代理的域名，可写多次。")
@own_book
@click.pass_context
def view(
    ctx: click.Context, port: int, host: str, names: tuple[str, ...], *, behind_proxy: bool
) -> None:
    """在浏览器里查看：只读，要登录，默认只在本机。

    没有人设过密码时，用窗口里显示的一次性链接进入；设过密码（prepay operator password）
    之后用姓名和密码登录。给别的电脑查看，见 docs/serve.md。
    """
    from ledger.commands.serving import open_view
    from ledger.web.serve import Where
    from ledger.workflow.close.export import export_all, main_files

    if behind_proxy != bool(names):
        raise click.UsageError("--behind-proxy 和 --allow-host 要一起写", ctx)
    where = Where(host=host, port=port, names=names)
    desk = desk_of(ctx)
    root = journals_folder(desk)
    with busy("导出"):
        export_all(desk, root, book_option(ctx))
    open_view(desk, main_files(root), where)


@click.command()
@click.option("--person", default="", metavar="姓名", help="只看某人。")
@click.option("--since", default="", metavar="日期", help="从哪天起，2026-03-01。")
@click.option("--until", default="", metavar="日期", help="到哪天止。")
@click.option("--find", "words", default="", metavar="文字", help="内容里有这些字。")
@own_book
@formatted
@click.pass_context
def log(
    ctx: click.Context,
    person: str,
    since: str,
    until: str,
    words: str,
    form: str,
) -> None:
    """操作日志：谁、何时、做了什么，包括被拒绝的操作。"""
    from ledger.reports.closing.oplog import oplog

    put(
        [
            oplog(
                desk_of(ctx), book_option(ctx), person=person, since=since, until=until, words=words
            )
        ],
        form,
    )
