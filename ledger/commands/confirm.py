"""Confirm: letters to hospitals, their answers, explanations, and the register of all of these."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ledger.commands.door import (
    FORMATS,
    book_option,
    busy,
    desk_of,
    dry,
    formatted,
    hospital_named,
    own_book,
    put,
    say,
    tell,
)

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from ledger.workflow.drafting.record import RecordResult


@click.group()
def confirm() -> None:
    """与医疗机构对账：对账函、回函、说明、登记簿。"""


def day_of(word: str) -> dt.date | None:
    """Read a day from the command line; None where none is named."""
    from ledger.events.words import day_named

    return day_named(word) if word else None


def cutoff_option(*, required: bool) -> Callable[..., Any]:
    """Return a command its cut-off."""
    told: dict[str, Any] = {"metavar": "日期", "help": "截止日，如 2026-12-31。"}
    # A default would answer for whoever leaves a required one out.
    told |= {"required": True} if required else {"default": ""}
    return click.option("--date", "date", **told)


@confirm.command("letters")
@cutoff_option(required=True)
@click.option(
    "--hospital",
    callback=hospital_named,
    multiple=True,
    metavar="编码或名称",
    help="只写给这家医院；可写几次。",
)
@click.option("--reply-by", default="", metavar="日期", help="回函期限，默认发出后十五天。")
@click.option("--send", is_flag=True, help="登记为已发出（草稿，须他人审核）；不写则只是看样。")
@click.option(
    "--output",
    default=None,
    metavar="文件或文件夹",
    type=click.Path(path_type=Path),
    help="写到一个 .xlsx 文件（每家一页），或一个文件夹（每家一个文件）。",
)
@click.option("--format", "form", type=FORMATS, default="table", help="输出格式。")
@own_book
@dry
@click.pass_context
def confirm_letters(
    ctx: click.Context,
    date: str,
    hospital: tuple[str, ...],
    reply_by: str,
    output: Path | None,
    form: str,
    *,
    send: bool,
    dry_run: bool,
) -> None:
    """对账函：年内有余额或发生额的医院各一份，附回函联；发过的按发出时的原样。"""
    from ledger.reports.letters.letter_files import put_letters
    from ledger.reports.letters.letters import letter
    from ledger.workflow.confirm.letters import LettersAsked, letters
    from ledger.workflow.confirm.letters import send as run

    desk = desk_of(ctx)
    cutoff = day_of(date)
    if cutoff is None:
        raise click.UsageError("截止日不能空着：--date 2026-12-31", ctx)
    asked = LettersAsked(
        cutoff=cutoff, book=book_option(ctx), hospitals=hospital, reply_by=day_of(reply_by)
    )
    with busy(f"写 {cutoff} 的对账函"):
        done = run(desk, asked, dry_run=dry_run) if send else letters(desk, asked)
    if output is not None:
        say(f"已写到 {put_letters(done.letters, output, form)}")
    elif done.letters:
        put([letter(shown) for shown in done.letters], form)
    if send:
        say(f"{len(done.letters)} 份录成草稿，等待审核；{done.before} 份以前已发")


@confirm.command("template")
@click.argument("file", metavar="文件.xlsx", type=click.Path(path_type=Path))
@cutoff_option(required=False)
@own_book
@click.pass_context
def confirm_template(ctx: click.Context, file: Path, date: str) -> None:
    """生成回函登记表：每份没有回函的对账函一行，填答复即可。"""
    from ledger.workflow.confirm.template import write_reply_template

    rows = write_reply_template(desk_of(ctx), file, book=book_option(ctx), cutoff=day_of(date))
    say(f"已生成回函登记表 {file}，{rows} 行待填")


def report_recorded(result: RecordResult, name: str, *, dry_run: bool) -> None:
    """Say what became of answers or of an explanation."""
    fresh = [row for row in result.rows if not row.replayed]
    again = len(result.rows) - len(fresh)
    tell(result.warnings, "warning")
    say(
        f"{name}：{len(fresh)} 份{'试算通过' if dry_run else '录成草稿'}"
        + (f"，{again} 份以前录过" if again else "")
    )


@confirm.command("answer")
@click.argument("file", required=False, metavar="[文件]", type=click.Path(path_type=Path))
@click.option(
    "--hospital",
    callback=hospital_named,
    default="",
    metavar="编码或名称",
    help="逐份登记：医疗机构编码。",
)
@cutoff_option(required=False)
@click.option("--agree", is_flag=True, help="相符。")
@click.option("--differ", default="", metavar="金额", help="不符：医院账面余额，或“年度:金额;…”。")
@click.option("--reason", default="", metavar="原因", help="不符的原因。")
@click.option("--reply", default="", metavar="编号:日期", help="回函编号和医院签章日期。")
@click.option("--file", "scan", default="", metavar="文件", help="盖章回函的扫描件。")
@own_book
@dry
@click.pass_context
def confirm_answer(
    ctx: click.Context, /, file: Path | None, *, agree: bool, dry_run: bool, **words: str
) -> None:
    """登记回函：一份一份，或按填好的登记表（.xlsx .csv .jsonl）。"""
    from ledger.intake.confirm_words import answer_headings
    from ledger.intake.files import read_file
    from ledger.intake.returned import returning
    from ledger.workflow.confirm.answers import record_answers
    from ledger.workflow.confirm.single import one_answer

    if (file is None) == (not words["hospital"]):
        raise click.UsageError("写明文件，或用 --hospital 逐份登记，二者取一", ctx)
    desk = desk_of(ctx)
    if file is None:
        cutoff = day_of(words["date"])
        rows = one_answer(Path(), cutoff, agree=agree, words=words)
    else:
        rows = read_file(file, answer_headings())
    with busy(f"登记 {rows.name}"), returning(rows, say):
        result = record_answers(desk, rows, book=book_option(ctx), dry_run=dry_run)
    report_recorded(result, rows.name, dry_run=dry_run)


@confirm.command("explain")
@click.option(
    "--hospital",
    callback=hospital_named,
    required=True,
    metavar="编码或名称",
    help="医疗机构编码。",
)
@cutoff_option(required=False)
@click.option("--reason", required=True, metavar="原因", help="差异或未回函的原因。")
@click.option("--paper", required=True, metavar="编号:日期", help="说明的编号和日期。")
@own_book
@dry
@click.pass_context
def confirm_explain(
    ctx: click.Context, hospital: str, date: str, reason: str, paper: str, *, dry_run: bool
) -> None:
    """说明：不符的差异查明了，或医院没有回函，写明原因和凭据。"""
    from ledger.workflow.confirm.single import explain

    result = explain(
        desk_of(ctx),
        hospital,
        day_of(date),
        reason=reason,
        paper=paper,
        book=book_option(ctx),
        dry_run=dry_run,
    )
    report_recorded(result, "对账说明", dry_run=dry_run)


@confirm.command("remind")
@click.option("--hospital", required=True, metavar="编码", help="医疗机构编码。")
@cutoff_option(required=False)
@click.option("--paper", required=True, metavar="编号:日期", help="催函的编号和日期。")
@click.option("--delivery", required=True, metavar="编号:日期", help="送达凭证的编号和送达日期。")
@own_book
@dry
@click.pass_context
def confirm_remind(
    ctx: click.Context, hospital: str, date: str, paper: str, delivery: str, *, dry_run: bool
) -> None:
    """催函：没有回函的再催一次；两次催函都已送达，年结可以不等回函。"""
    from ledger.workflow.confirm.otherwise import remind

    result = remind(
        desk_of(ctx),
        hospital,
        day_of(date),
        paper=paper,
        delivery=delivery,
        book=book_option(ctx),
        dry_run=dry_run,
    )
    report_recorded(result, "催函", dry_run=dry_run)


@confirm.command("alternative")
@click.option("--year", type=int, required=True, metavar="年", help="哪一年年末的余额。")
@click.option("--hospital", multiple=True, metavar="编码", help="只核对这家；可写几次。")
@click.option("--reason", required=True, metavar="方法", help="怎样核对的。")
@click.option("--paper", required=True, metavar="编号:日期", help="替代核对表的编号和日期。")
@own_book
@dry
@click.pass_context
def confirm_alternative(
    ctx: click.Context,
    year: int,
    hospital: tuple[str, ...],
    reason: str,
    paper: str,
    *,
    dry_run: bool,
) -> None:
    """替代核对：不回函的医院，用凭据逐笔核对年末余额；由会计主管审核。"""
    from ledger.workflow.confirm.otherwise import check_otherwise

    result = check_otherwise(
        desk_of(ctx),
        year,
        book=book_option(ctx),
        reason=reason,
        paper=paper,
        hospitals=hospital,
        dry_run=dry_run,
    )
    report_recorded(result, "替代核对", dry_run=dry_run)


@confirm.command("list")
@cutoff_option(required=False)
@click.option(
    "--hospital", callback=hospital_named, default="", metavar="编码或名称", help="只看一家医院。"
)
@click.option("--open", "only_open", is_flag=True, help="只看待回函、逾期、不符未说明的。")
@own_book
@formatted
@click.pass_context
def confirm_list(
    ctx: click.Context, date: str, hospital: str, form: str, *, only_open: bool
) -> None:
    """登记簿：发出、回函、逾期；不符的跟到说明或更正为止。"""
    from ledger.reports.letters.confirm_list import registers

    put(
        registers(
            desk_of(ctx),
            book_option(ctx),
            cutoff=day_of(date),
            hospital=hospital,
            only_open=only_open,
        ),
        form,
    )
