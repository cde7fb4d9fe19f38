"""Due: what is due on a day."""

from __future__ import annotations

import click

from ledger.commands.door import book_option, desk_of, formatted, own_book, put


@click.command()
@click.option("--on", "day", default="", metavar="日期", help="哪一天，默认今天。")
@own_book
@formatted
@click.pass_context
def due(ctx: click.Context, day: str, form: str) -> None:
    """到期清单：期限、逾期、收回、诉讼、担保、次年处罚、没有结的账，急的在前。"""
    from ledger.reports.due.due_list import due_report

    put([due_report(desk_of(ctx), book_option(ctx), day)], form)
