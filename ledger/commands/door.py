"""What every command shares: the refusing group, what is said where, the common options."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from contextlib import AbstractContextManager

    from ledger.basis.errors import Finding
    from ledger.formats.report import Report
    from ledger.workflow.desk import Desk

BOOK = "prepay.book"
OUTPUT = "prepay.output"
FOLDER = "prepay.folder"
ENGINE = "prepay.engine"
DESK = "prepay.desk"
FONTS = "PREPAY_FONTS"
FORMATS = click.Choice(["table", "json", "csv", "xlsx"])


@contextmanager
def some_refused(tell_done: Callable[[Sequence[Any]], None]) -> Iterator[None]:
    """Let a verb over several books run; what was done is told before what is refused."""
    from ledger.basis.errors import PartlyRefused

    try:
        yield
    except PartlyRefused as error:
        tell_done(error.done)
        say(f"以下账套没有办理，账内没有任何改动：{'、'.join(error.books)}")
        raise


def tell(findings: Sequence[Finding], tone: str) -> None:
    """Print findings to stderr."""
    from ledger.formats.terminal import show_findings

    show_findings(findings, sys.stderr, tone=tone)


def say(text: str) -> None:
    """Talk to the person, apart from the data."""
    click.echo(text, err=True)


def on_terminal() -> bool:
    """Return whether somebody sits there who can be asked."""
    return sys.stdin.isatty()


def ask_approval() -> None:
    """Ask whoever sits there whether what was shown is right; a no ends the command."""
    if on_terminal() and not click.confirm("核对无误，审核？", err=True):
        say("没有审核，账内没有任何改动")
        raise click.exceptions.Exit(1)


def tell_unseen(count: int, how: str) -> None:
    """Say how many were approved by a script, so that nobody looked at each."""
    if count:
        say(f"未逐张查看 {count} 张（{how}）")


def busy(what: str) -> AbstractContextManager[None]:
    """Show on a terminal that a verb is at work, once it takes more than two seconds."""
    from ledger.formats.progress import working

    return working(what)


def put(reports: Iterable[Report], form: str) -> None:
    """Put reports on stdout, or into the file that --output names; several in JSON make a list."""
    from ledger.formats.terminal import save_all, show_all

    path: Path | None = click.get_current_context().meta.get(OUTPUT)
    if path is None:
        show_all(list(reports), form, sys.stdout)
    else:
        say(f"已写到 {save_all(list(reports), form, path, font_folders())}")


def font_folders() -> tuple[Path, ...]:
    """The folders that may hold a Chinese font: PREPAY_FONTS, and `fonts` by the database."""
    named = os.environ.get(FONTS, "")
    beside: Path = click.get_current_context().meta.get(FOLDER, Path())
    return (*((Path(named),) if named else ()), beside / "fonts")


def desk_of(ctx: click.Context, *, fresh: bool = False) -> Desk:
    """Open the database that the options name, once for all that a command asks of it.

    `fresh` leaves the check of its version out. The book is looked at each time: an option of the
    command may name it later than another reads the database.
    """
    from ledger.workflow.desk import check_book

    desk: Desk = ctx.meta.get(DESK) or opened_desk(ctx, fresh=fresh)
    if not fresh:
        check_book(desk.engine, book_option(ctx))
    return desk


def opened_desk(ctx: click.Context, *, fresh: bool) -> Desk:
    """Open the database that the options name, until the command ends."""
    from ledger.store.engine import check_reachable, check_revision

    options: Mapping[str, str] = ctx.find_root().params
    desk = desk_at(options["database"], options["operator"] or "")
    ctx.find_root().call_on_close(desk.engine.dispose)
    check_reachable(desk.engine, fresh=fresh)
    if not fresh:
        check_revision(desk.engine)
    ctx.meta[FOLDER], ctx.meta[DESK] = desk.folder(), desk
    if not fresh:
        from ledger.commands.login.own_key import open_own_key

        open_own_key(ctx, desk)
    return desk


def desk_at(database: str, operator: str = "") -> Desk:
    """Set a desk up at a database, at the machine's own time."""
    from ledger.basis.clock import SystemClock
    from ledger.basis.identity import Identity
    from ledger.basis.station import station_here
    from ledger.store.engine import open_engine, watch
    from ledger.workflow.desk import Desk

    clock = SystemClock()
    engine = open_engine(database)
    watch(engine)
    if (ctx := click.get_current_context(silent=True)) is not None:
        ctx.find_root().meta[ENGINE] = engine
    return Desk(
        engine=engine,
        clock=clock,
        identity=Identity(clock),
        operator=operator,
        station=station_here(),
    )


def hospital_named(ctx: click.Context, param: click.Parameter, value: Any) -> Any:  # noqa: ARG001
    """Read a hospital's code from a code or a name that one hospital has (an option's callback)."""
    from ledger.workflow.naming import hospital_code

    if not value:
        return value
    words = (value,) if isinstance(value, str) else value
    codes = tuple(hospital_code(desk_of(ctx), word) for word in words)
    return codes[0] if isinstance(value, str) else codes


def book_option(ctx: click.Context, *, needed: bool = False) -> str:
    """Return the book that the options name; refuse where one is needed and none is named."""
    from ledger.basis.errors import unclear

    book: str = ctx.meta.get(BOOK) or ctx.find_root().params["book"] or ""
    if needed and not book:
        raise unclear(
            "BOOK_MISSING", "没有说明是哪个账套", "加上 --book，如 --book 620100/employee"
        )
    return book


def journals_folder(desk: Desk) -> Path:
    """Return the folder of the exported journals, beside the database."""
    return desk.folder() / "journals"


def formatted(command: Callable[..., None]) -> Callable[..., None]:
    """Return a read its --format and its --output; a file's ending tells its format."""

    def keep(ctx: click.Context, _option: click.Parameter, path: Path | None) -> None:
        ctx.meta[OUTPUT] = path

    command = click.option(
        "--output",
        metavar="文件",
        type=click.Path(dir_okay=False, path_type=Path),
        help="写到文件，按结尾定格式：.xlsx、.pdf（A4 打印）、.csv 或 .json。",
        expose_value=False,
        callback=keep,
    )(command)
    return click.option(
        "--format",
        "form",
        type=FORMATS,
        default="table",
        help="输出格式：表格、JSON、CSV 或 Excel 工作簿。",
    )(command)


def seen_option(command: Callable[..., None]) -> Callable[..., None]:
    """Return a verb of 审核 its --seen."""
    told = "查看时末尾的核对码：与当时所看到的不同，就不审核。"
    return click.option("--seen", default="", metavar="核对码", help=told)(command)


def dry(command: Callable[..., None]) -> Callable[..., None]:
    """Return a write its --dry-run; whatever it says then is only a trial, and it says so first."""

    def announce(_ctx: click.Context, _option: click.Parameter, trial: bool) -> bool:  # noqa: FBT001
        if trial:
            say("以下只是试算，账簿没有任何改动。")
        return trial

    return click.option("--dry-run", is_flag=True, help="只试算，不写入。", callback=announce)(
        command
    )


def own_book(command: Callable[..., None]) -> Callable[..., None]:
    """Let a command name the book itself, too; `book_option` reads it."""

    def keep(ctx: click.Context, _option: click.Parameter, book: str) -> None:
        ctx.meta[BOOK] = book

    return click.option(
        "--book",
        default="",
        metavar="统筹区/险种",
        help="账套，如 620100/employee。",
        expose_value=False,
        callback=keep,
    )(command)


def chosen(ctx: click.Context, ids: tuple[str, ...], *, every: bool) -> tuple[str, ...]:
    """Read which drafts a verb is for: those named, or all by --all."""
    if bool(ids) == every:
        raise click.UsageError("写明草稿编号，或用 --all，二者取一", ctx)
    return ids
