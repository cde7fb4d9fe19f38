"""Draft: blank workbooks, files and words taken in, drafts listed and revised."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ledger.commands.door import (
    book_option,
    busy,
    desk_of,
    dry,
    formatted,
    on_terminal,
    own_book,
    put,
    say,
    tell,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from ledger.events.base import Word
    from ledger.workflow.drafting.enter import TypingPerson
    from ledger.workflow.drafting.held_days import UndatedTelling
    from ledger.workflow.drafting.late_booking import LateRows


@click.command()
@click.argument("kind", metavar="业务类型")
@click.argument("file", metavar="文件.xlsx", type=click.Path(path_type=Path))
@own_book
@click.pass_context
def template(ctx: click.Context, kind: str, file: Path) -> None:
    """模板：生成一份空白工作簿，填好后用 record、hospital import 等导入。

    业务类型写中文或英文，如 拨付、disbursement；医疗机构名单写 hospitals，
    医疗机构的银行账户写 hospital-accounts；各种业务混填写 events。
    """
    from ledger.intake.template import ACCOUNT_WORDS
    from ledger.intake.template_file import write_template
    from ledger.workflow.setup.account_template import write_account_template

    if kind in ACCOUNT_WORDS:
        name = write_account_template(file)
    else:
        name = write_template(kind, file, book=book_option(ctx))
    imports = {"医疗机构": "hospital import", "医疗机构账户": "hospital account import"}
    verb = imports.get(name, "record")
    say(f"已生成{name}模板 {file}；填好后：prepay {verb} {file}")


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="文件…", type=click.Path(path_type=Path))
@formatted
@dry
@click.pass_context
def record(ctx: click.Context, files: tuple[Path, ...], form: str, *, dry_run: bool) -> None:
    """制单：把业务文件（.xlsx .csv .jsonl）录成草稿。

    一个文件要么全部录入，要么一笔不录。
    """
    from ledger.reports.vouchers.recorded import record_file

    desk = desk_of(ctx)
    worst = 0
    reports = []
    for path in files:
        with ExitStack() as sign:
            sign.enter_context(busy(f"录入 {path.name}"))
            outcome = record_file(desk, path, dry_run=dry_run, ask=asker(sign))
        reports.append(outcome.report)
        tell(outcome.warnings, "warning")
        tell(outcome.refusals, "refused")
        say(outcome.summary)
        worst = max(worst, outcome.exit_code)
    if form != "table" or not worst:
        put(reports, form)
    ctx.exit(worst)


def asker(sign: ExitStack | None = None) -> Callable[[LateRows], date] | None:
    """Return how to ask the person on the terminal; None where nobody sits there."""
    if not on_terminal():
        return None

    def ask(late: LateRows) -> date:
        if sign is not None:
            sign.close()
        named = late.keys[0] if len(late.keys) == 1 else f"{late.keys[0]} 等 {len(late.keys)} 笔"
        say(f"{late.book} {'、'.join(late.months)} 已结账，{named}要记入 {late.open_from} 或以后。")
        words = "记账日期（直接回车用所拟的）"
        day = late.proposed.isoformat()
        found: date = click.prompt(words, default=day, value_proc=day_typed, err=True)
        return found

    return ask


def typing_person() -> TypingPerson | None:
    """Return how the person on the terminal is asked about what is typed by hand."""
    from ledger.workflow.drafting.enter import TypingPerson

    ask = asker()
    return None if ask is None else TypingPerson(booking_day=ask, bank_day=ask_bank_day)


def ask_bank_day(telling: UndatedTelling) -> date:
    """Ask when the bank had the money that is told apart; its only day is proposed."""
    say(f"没有写日期。{telling.told()}。认定为返还的，日期是银行到账日。")
    only = telling.days[0].isoformat() if len(telling.days) == 1 else None
    words = "日期（直接回车用银行到账日）" if only else "日期（是哪一笔的银行到账日）"
    found: date = click.prompt(words, default=only, value_proc=day_typed, err=True)
    return found


def day_typed(text: str) -> date:
    """Read a day that somebody typed; what cannot be read is asked again."""
    from ledger.events.words import Unclear, as_date

    try:
        return as_date(text)
    except Unclear as error:
        raise click.UsageError(f"{error.what}；{error.remedy}") from None


class EnterGroup(click.Group):
    """One command a kind of event, with the kind's own words as options; made when asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """List the kinds that people enter."""
        from ledger.events.kinds import KINDS

        return [name for name, kind in KINDS.items() if not kind.INTERNAL]

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """Make the command of a kind, by its English or Chinese name."""
        from ledger.basis.terms import EVENT_KINDS, code_of
        from ledger.workflow.drafting.enter import entry_words

        kind = code_of(EVENT_KINDS, name)
        if kind not in self.list_commands(ctx):
            return None
        options: list[click.Parameter] = [
            click.Option(
                [f"--{word.name.replace('_', '-')}", f"word_{word.name}"],
                metavar=word.label,
                default="",
                help=word_help(kind, word),
            )
            for word in entry_words(kind)
        ]
        command: Any = click.Command(
            kind, params=options, callback=enter_event, help=f"{EVENT_KINDS[kind]}：手工录入一笔。"
        )
        for decorate in (dry, formatted, own_book, keyed, papered):
            command = decorate(command)
        made: click.Command = command
        return made


def word_help(kind: str, word: Word) -> str:
    """Return what an option's help says: what it is, and whether it may be left out."""
    if (kind, word.name) == ("suspense-out", "date"):
        return "日期（退款的必填；认定为返还的可不写，用银行到账日）。"
    return f"{word.label}{'（必填）' if word.required else ''}。"


def keyed(command: Any) -> Any:
    """Let a key be given; one is drawn otherwise."""
    return click.option("--key", default="", metavar="业务编号", help="不写则自动编号。")(command)


def papered(command: Any) -> Any:
    """Let papers be given, one an option."""
    return click.option(
        "--paper",
        "papers",
        multiple=True,
        metavar="类型:编号:日期[:金额[:张数]]",
        help="附件，可写多次，如 银行回单:HD0310:2026-03-10。",
    )(command)


@click.pass_context
def enter_event(
    ctx: click.Context,
    /,
    form: str,
    key: str,
    papers: tuple[str, ...],
    *,
    dry_run: bool,
    **words: str,
) -> None:
    """Record one event by hand, and show the voucher that it will be."""
    from ledger.reports.vouchers.draft_sheet import draft_sheet
    from ledger.voucher.judging import NAMING
    from ledger.workflow.drafting.enter import enter
    from ledger.workflow.naming import hospital_code

    desk = desk_of(ctx)
    given = {name.removeprefix("word_"): word for name, word in words.items()}
    for name in NAMING:
        given[name] = hospital_code(desk, given.get(name) or "")
    result = enter(
        desk,
        str(ctx.command.name),
        given,
        papers=papers,
        book=book_option(ctx, needed=True),
        key=key,
        dry_run=dry_run,
        person=typing_person(),
    )
    tell(result.warnings, "warning")
    put([draft_sheet(result.candidates, result.names)], form)
    say("试算通过，没有录入" if dry_run else f"已录成草稿 {result.rows[0].key}，待审核")


@click.group(cls=EnterGroup)
def enter() -> None:
    """手工录入一笔业务；每种业务一个子命令，--dry-run 只看凭证会是什么样。"""


@click.group()
def draft() -> None:
    """草稿：尚未记账的业务。"""


@draft.command("list")
@own_book
@formatted
@click.pass_context
def draft_list(ctx: click.Context, form: str) -> None:
    """列出待审核、待记账的草稿。"""
    from ledger.reports.vouchers.draft_list import drafts

    put(drafts(desk_of(ctx), book_option(ctx)), form)


@draft.command("show")
@click.argument("ids", nargs=-1, required=True, metavar="编号…")
@own_book
@formatted
@click.pass_context
def draft_show(ctx: click.Context, ids: tuple[str, ...], form: str) -> None:
    """逐张查看草稿：审核、记账后的凭证，程序查过什么，须由人核对什么。

    编号写业务编号或草稿号；一组更正一起列出。末尾的核对码供审核时写 --seen。
    """
    from ledger.reports.vouchers.draft_page import draft_pages
    from ledger.workflow.drafting.show import show_drafts

    put(draft_pages(show_drafts(desk_of(ctx), ids, book_option(ctx))), form)


@draft.command("withdraw")
@click.argument("ids", nargs=-1, required=True, metavar="编号…")
@own_book
@dry
@click.pass_context
def draft_withdraw(ctx: click.Context, ids: tuple[str, ...], *, dry_run: bool) -> None:
    """撤回本人制的草稿：一组更正一起撤回，编号和回单随之释放，原稿留在日志里。"""
    from ledger.workflow.drafting.withdraw import withdraw

    drafts = withdraw(desk_of(ctx), ids, book=book_option(ctx), dry_run=dry_run)
    approved = sum(bool(draft.approved_by) for draft in drafts)
    more = f"，其中 {approved} 笔的审核随之作废" if approved else ""
    say(f"撤回 {len(drafts)} 笔{more}；业务编号和回单可以再用")


@draft.command("revise")
@click.argument("key", metavar="编号")
@click.option(
    "--set", "changes", multiple=True, required=True, metavar="栏目=值", help="可写多次。"
)
@own_book
@dry
@click.pass_context
def draft_revise(
    ctx: click.Context,
    key: str,
    changes: tuple[str, ...],
    *,
    dry_run: bool,
) -> None:
    """修改一份草稿；已有的审核作废，改前改后都记入日志。"""
    from ledger.intake.intake import words_changed
    from ledger.workflow.drafting.review import moves_told, revise

    words = words_changed(changes)
    after = revise(desk_of(ctx), key, words, book=book_option(ctx), dry_run=dry_run)
    say(f"{key} 已修改，须重新审核")
    for told in moves_told([after]):
        say(told)
