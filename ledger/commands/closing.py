"""Close: months and years closed, and everything proved again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ledger.commands.door import (
    book_option,
    busy,
    desk_of,
    dry,
    formatted,
    journals_folder,
    own_book,
    put,
    some_refused,
    tell,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ledger.workflow.close.close_month import Closed


@click.group()
def close() -> None:
    """结账。"""


def report_closed(closed: Sequence[Closed], form: str) -> None:
    """Print the closing sheets."""
    from ledger.reports.closing.closing_sheet import closing_sheets

    put(closing_sheets(closed), form)


@close.command("month")
@click.argument("period", metavar="YYYY-MM")
@own_book
@formatted
@dry
@click.pass_context
def close_month(ctx: click.Context, period: str, form: str, *, dry_run: bool) -> None:
    """月结：期末结转、逐项核对、第二引擎复算、封存，然后导出。"""
    from ledger.workflow.close.close_month import close_month as run

    desk = desk_of(ctx)
    root = journals_folder(desk)
    with some_refused(lambda done: report_closed(done, form)), busy(f"结 {period} 的账"):
        closed = run(desk, period, book=book_option(ctx), root=root, dry_run=dry_run)
    report_closed(closed, form)


@close.command("year")
@click.argument("year", type=int, metavar="YYYY")
@click.option(
    "--reason", default="", metavar="原因", help="还有医院没有对账结果而须先年结的，写明原因。"
)
@own_book
@formatted
@dry
@click.pass_context
def close_year(ctx: click.Context, year: int, reason: str, form: str, *, dry_run: bool) -> None:
    """年结：余额按医疗机构和预付年度结转下年。

    每家有余额或发生额的医院，须有年末对账函的回函或说明。
    """
    from ledger.workflow.close.close_year import close_year as run

    desk = desk_of(ctx)
    root = journals_folder(desk)
    with some_refused(lambda done: report_closed(done, form)), busy(f"结 {year} 年的账"):
        closed = run(desk, year, book=book_option(ctx), root=root, reason=reason, dry_run=dry_run)
    report_closed(closed, form)


@close.command("status")
@own_book
@formatted
@click.pass_context
def close_status(ctx: click.Context, form: str) -> None:
    """各账套结到哪个月，还有什么没有记账。"""
    from ledger.reports.closing.close_status import close_statuses

    put(close_statuses(desk_of(ctx), book_option(ctx)), form)


@click.command()
@own_book
@formatted
@click.pass_context
def verify(ctx: click.Context, form: str) -> None:
    """验证：重算全部凭证、链、封存码和余额，再由第二引擎复算；有任何不符退出码为 3。"""
    from ledger.reports.closing.verification import verification
    from ledger.workflow.close.verify import verify as run

    desk = desk_of(ctx)
    with busy("验证"):
        results = run(desk, book=book_option(ctx), root=journals_folder(desk))
    put([verification(results)], form)
    findings = [finding for result in results for finding in result.findings]
    tell(findings, "unsound")
    ctx.exit(3 if findings else 0)
