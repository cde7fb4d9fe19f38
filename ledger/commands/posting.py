"""Post: drafts approved, rejected, posted and signed; vouchers corrected."""

from __future__ import annotations

from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ledger.commands.door import (
    ask_approval,
    book_option,
    busy,
    chosen,
    desk_of,
    dry,
    formatted,
    on_terminal,
    own_book,
    put,
    say,
    seen_option,
    some_refused,
    tell,
    tell_unseen,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ledger.voucher.signing.seen import DraftSeen
    from ledger.workflow.desk import Desk
    from ledger.workflow.drafting.looked import Looked
    from ledger.workflow.drafting.review import Reviewed
    from ledger.workflow.posting.post import Posted


#: How drafts are looked at before they are approved.
UNSEEN_DRAFTS = "脚本办理；逐张查看用 draft show，再写 --seen 核对码"
#: So many drafts that are named are shown one by one before 审核; more are listed.
PAGES_MOST = 5


@click.command()
@click.argument("ids", nargs=-1, metavar="[编号…]")
@click.option("--all", "every", is_flag=True, help="所有他人制单、待审核的草稿。")
@seen_option
@own_book
@formatted
@dry
@click.pass_context
def approve(
    ctx: click.Context,
    ids: tuple[str, ...],
    seen: str,
    form: str,
    *,
    every: bool,
    dry_run: bool,
) -> None:
    """审核：制单人不能审核自己的草稿；登记事项审核后即生效，不记账。

    写 --seen 核对码的，只审核当时看到的内容；不写的先列出要审核的草稿，
    在终端上问一声再审核，脚本里直接审核，并记明未逐张查看。
    """
    from ledger.workflow.drafting.looked import Looked
    from ledger.workflow.drafting.review import approve as run
    from ledger.workflow.drafting.seen import code_given

    words = chosen(ctx, ids, every=every)
    desk = desk_of(ctx)
    if seen:
        looked, left = Looked(code=code_given(seen)), 0
    else:
        looked, left = look_first(desk, words, book_option(ctx), form, dry_run=dry_run)
    with busy("审核"):
        results = run(desk, words, book=book_option(ctx), dry_run=dry_run, looked=looked)
    tell_approved(results, left=left, by_script=looked.by_script)


def look_first(
    desk: Desk, words: Sequence[str], book: str, form: str, *, dry_run: bool
) -> tuple[Looked, int]:
    """Show what would be approved, and ask where somebody sits there; count what is left."""
    from ledger.workflow.drafting.looked import Looked
    from ledger.workflow.drafting.review import due_seen

    due, left = due_seen(desk, words, book=book)
    if not due:
        return Looked(ids=frozenset()), left
    code = put_due(desk, due, words, book, form)
    if not dry_run:
        ask_approval()
    ids = frozenset(seen.draft.id for seen in due)
    return Looked(code=code, ids=ids, by_script=not on_terminal()), left


def put_due(
    desk: Desk, due: Sequence[DraftSeen], words: Sequence[str], book: str, form: str
) -> str:
    """Show what would be approved: a few that are named one by one; return the code of it."""
    if words and on_terminal() and len(due) <= PAGES_MOST:
        return put_pages(desk, words, book, form)
    return put_list(due, form)


def put_pages(desk: Desk, words: Sequence[str], book: str, form: str) -> str:
    """Show drafts one by one; return the code of what was shown."""
    from ledger.reports.vouchers.draft_page import draft_pages
    from ledger.workflow.drafting.show import show_drafts

    shown = show_drafts(desk, words, book)
    put(draft_pages(shown), form)
    return shown.code


def put_list(due: Sequence[DraftSeen], form: str) -> str:
    """Show drafts in a list; return the code of what was shown."""
    from ledger.reports.vouchers.draft_list import draft_list
    from ledger.voucher.signing.seen import seen_code

    put([draft_list(due, "拟审核的单据")], form)
    return seen_code(due)


def tell_approved(results: Sequence[Reviewed], *, left: int, by_script: bool) -> None:
    """Say what was approved, and what was left to another person."""
    from ledger.workflow.drafting.review import moves_told

    drafts = list(chain.from_iterable(result.drafts for result in results))
    registered = sum(result.registered for result in results)
    left += sum(result.left for result in results)
    say(f"审核 {len(drafts)} 笔")
    say_counted(registered, f"其中登记事项 {registered} 项，已生效，不再记账")
    say_counted(left, f"另有 {left} 笔由本人制单，须由另一人审核")
    tell_unseen(len(drafts) if by_script else 0, UNSEEN_DRAFTS)
    for told in moves_told(drafts):
        say(told)


def say_counted(count: int, text: str) -> None:
    """Say what there is any of."""
    if count:
        say(text)


@click.command()
@click.argument("ids", nargs=-1, required=True, metavar="编号…")
@click.option("--reason", required=True, metavar="原因", help="为什么驳回。")
@own_book
@dry
@click.pass_context
def reject(
    ctx: click.Context,
    ids: tuple[str, ...],
    reason: str,
    *,
    dry_run: bool,
) -> None:
    """驳回草稿：编号和回单随之释放，原稿和原因留在日志里。"""
    from ledger.workflow.drafting.review import reject as run

    results = run(desk_of(ctx), ids, reason, book=book_option(ctx), dry_run=dry_run)
    say(f"驳回 {sum(len(result.drafts) for result in results)} 笔")


@click.command()
@click.argument("ids", nargs=-1, metavar="[编号…]")
@click.option("--all", "every", is_flag=True, help="所有已审核的草稿。")
@own_book
@dry
@click.pass_context
def post(
    ctx: click.Context,
    ids: tuple[str, ...],
    *,
    every: bool,
    dry_run: bool,
) -> None:
    """记账：已审核的草稿成为凭证，编号连续，不可撤销。"""
    from ledger.workflow.posting.post import post_drafts

    words = chosen(ctx, ids, every=every)
    desk = desk_of(ctx)
    with some_refused(tell_posted), busy("记账"):
        results = post_drafts(desk, words, book=book_option(ctx), dry_run=dry_run)
    tell_posted(results)
    if not results:
        say("没有可记账的草稿")


def tell_posted(results: Sequence[Posted]) -> None:
    """Say what each book's posting wrote."""
    for result in results:
        if result.vouchers:
            first, last = result.vouchers[0][1], result.vouchers[-1][1]
            span = first if first == last else f"{first} … {last}"
            say(f"{result.book} 记账 {len(result.vouchers)} 张：{span}")
        if result.waiting:
            say(f"{result.book} 还有 {result.waiting} 笔待审核")


@click.command()
@click.argument("ids", nargs=-1, metavar="[编号…]")
@click.option("--all", "every", is_flag=True, help="所有待本人签章的草稿和凭证。")
@own_book
@dry
@click.pass_context
def sign(ctx: click.Context, ids: tuple[str, ...], *, every: bool, dry_run: bool) -> None:
    """签章：出纳签收付款凭证，会计主管签各凭证；月份结账后不能再签。"""
    from ledger.basis.terms import ROLES
    from ledger.workflow.posting.sign import sign as run

    words = chosen(ctx, ids, every=every)
    for role, count in run(desk_of(ctx), words, book=book_option(ctx), dry_run=dry_run).items():
        say(f"{ROLES[role]}签章 {count} 张")


@click.command()
@click.argument("vouchers", nargs=-1, required=True, metavar="凭证…")
@click.option(
    "--with", "right", metavar="文件", type=click.Path(path_type=Path), help="正确的业务。"
)
@click.option("--reason", required=True, metavar="原因", help="为什么更正。")
@click.option("--date", "day", default="", metavar="日期", help="更正的日期，默认今天。")
@click.option(
    "--form",
    "shape",
    type=click.Choice(["auto", "red", "red-blue", "difference", "blue", "papers"]),
    default="auto",
    help="更正形式，默认由程序按 51(五) 选择：红字、红字加蓝字、差额、以前年度蓝字、以前年度附件。",
)
@own_book
@formatted
@dry
@click.pass_context
def correct(
    ctx: click.Context,
    vouchers: tuple[str, ...],
    right: Path | None,
    reason: str,
    day: str,
    shape: str,
    form: str,
    *,
    dry_run: bool,
) -> None:
    """更正：红字、红字加蓝字、差额或以前年度蓝字；几张凭证可作为一组。

    凭证写成“2026-03 记-0007”或业务编号。--with 的文件每行只需写要改的栏目，
    其余（含附件）沿用原凭证。
    """
    from ledger.reports.vouchers.correction_shown import correct_with

    reports, warned = correct_with(
        desk_of(ctx),
        book_option(ctx, needed=True),
        vouchers,
        right=right,
        reason=reason,
        day=day,
        form=shape,
        dry_run=dry_run,
    )
    tell(warned, "warning")
    put(reports, form)
