"""The policy of a book: what holds and why, what a person chose, and the adoption of a new text."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import click

from ledger.commands.door import book_option, desk_of, dry, formatted, own_book, put, say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ledger.workflow.policy.policy_choice import Choosing


def decide_in(codes: Sequence[str], decide: Callable[..., Choosing], *, dry_run: bool) -> None:
    """Decide a question in each book and say so; for several, all are tried first."""
    if len(codes) > 1 and not dry_run:
        for code in codes:
            decide(book=code, dry_run=True)
    for code in codes:
        say(decide(book=code, dry_run=dry_run).sentence())


@click.group()
def policy() -> None:
    """政策方案：现行取值、选定口径、采用新的方案。"""


@policy.command("show")
@click.argument("name", metavar="[名称]", default="")
@click.option("--on", "on", default="", metavar="日期", help="看哪一天的取值，默认今天。")
@click.option(
    "--year", default=0, type=int, metavar="年度", help="看哪个预付年度的口径，默认那一天的年度。"
)
@own_book
@formatted
@click.pass_context
def policy_show(ctx: click.Context, name: str, on: str, year: int, form: str) -> None:
    """现行取值：条款、来自哪一层、覆盖了什么。

    写名称则列出它的全部来历，写条目或条款（G-10、甘肃·三）则列出依它而定的取值。
    """
    from ledger.reports.policy.show import policies

    put(policies(desk_of(ctx), book_option(ctx), name, on, year), form)


@policy.command("choose")
@click.argument("name", metavar="名称")
@click.argument("value", metavar="读法")
@click.option("--reason", required=True, metavar="理由", help="为什么这样选。")
@click.option("--paper", default="", metavar="文号", help="依据的文件；设了密码的单位必填。")
@click.option(
    "--from-year",
    "from_year",
    type=click.IntRange(2000, 2999),
    metavar="年度",
    help="自哪个预付年度起用；设了密码的单位必填。",
)
@own_book
@dry
@click.pass_context
def policy_choose(
    ctx: click.Context,
    name: str,
    value: str,
    reason: str,
    paper: str,
    from_year: int | None,
    *,
    dry_run: bool,
) -> None:
    """选定制度没有规定的口径，记入日志；以前预付年度仍按当时的口径。

    由会计主管办理；有人设了密码的，一人提出，另一人用 policy confirm 确认，两人中有一位会计主管。
    不写 --book 时，有这个口径的账套都选。
    """
    from ledger.workflow.policy.policy_choice import books_asking, choose

    desk = desk_of(ctx)
    codes = [book_option(ctx)] if book_option(ctx) else books_asking(desk, name)
    decide = partial(
        choose,
        desk,
        name=name,
        reading_=value,
        reason=reason,
        paper=paper,
        from_year=from_year or 0,
    )
    decide_in(codes, decide, dry_run=dry_run)


@policy.command("confirm")
@click.argument("name", metavar="名称")
@own_book
@dry
@click.pass_context
def policy_confirm(ctx: click.Context, name: str, *, dry_run: bool) -> None:
    """确认另一人提出的口径；两人中须有一位会计主管。

    不写 --book 时，有这项提出的账套都确认。
    """
    from ledger.workflow.policy.policy_choice import books_proposed, confirm

    desk = desk_of(ctx)
    codes = [book_option(ctx)] if book_option(ctx) else books_proposed(desk, name)
    decide_in(codes, partial(confirm, desk, name=name), dry_run=dry_run)


@policy.command("adopt")
@click.option("--reason", default="", metavar="理由", help="提出时写明为什么变更。")
@own_book
@formatted
@dry
@click.pass_context
def policy_adopt(ctx: click.Context, reason: str, form: str, *, dry_run: bool) -> None:
    """采用变动了的政策方案：一人提出，另一位会计主管采用。

    提出时写明理由；采用的人先核对前后取值。
    """
    from ledger.reports.policy.adoption import adoption
    from ledger.workflow.policy.policy import adopt

    done = adopt(desk_of(ctx), book_option(ctx), reason, dry_run=dry_run)
    put([adoption(one) for one in done], form)
