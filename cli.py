"""prepay: the door. Click groups, formats, errors → exit codes; no accounting in it.

Heavy libraries are imported inside the commands that need them, so that `prepay --help`
answers at once.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ledger import __version__

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from contextlib import AbstractContextManager

    from ledger.basis.errors import Finding
    from ledger.views.reports import Report
    from ledger.workflow.close import Closed
    from ledger.workflow.desk import Desk

BOOK = "prepay.book"
OUTPUT = "prepay.output"
FORMATS = click.Choice(["table", "json", "csv", "xlsx"])


class Door(click.Group):
    """The group that turns refusals into exit codes and speaks Chinese."""

    def make_context(self, *args: Any, **kwargs: Any) -> click.Context:
        """Begin to read the words of a command, in Chinese from here on."""
        speak_chinese()
        return super().make_context(*args, **kwargs)

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; a refusal prints every finding and leaves with its exit code."""
        from ledger.basis.errors import LedgerError

        try:
            return super().invoke(ctx)
        except LedgerError as error:
            tell(getattr(error, "findings", ()), "unsound" if error.exit_code == 3 else "refused")
            ctx.exit(error.exit_code)


def speak_chinese() -> None:
    """Let click take its own sentences, and the width of a word, from us.

    click looks each up by name in the module that prints it; where a later version has no
    such name, that sentence stays English.
    """
    from click import core, decorators, exceptions, formatting, parser, types

    from ledger.views.usage_words import chinese, chinese_number
    from ledger.views.wide_text import cells

    own = {"_": chinese, "ngettext": chinese_number, "term_len": cells}
    for module in (core, decorators, exceptions, formatting, parser, types):
        for name, function in own.items():
            if hasattr(module, name):
                setattr(module, name, function)


def tell(findings: Sequence[Finding], tone: str) -> None:
    """Print findings to stderr."""
    from ledger.views.terminal import show_findings

    show_findings(findings, sys.stderr, tone=tone)


def say(text: str) -> None:
    """Talk to the person, apart from the data."""
    click.echo(text, err=True)


def busy(what: str) -> AbstractContextManager[None]:
    """Show on a terminal that a verb is at work, once it takes more than two seconds."""
    from ledger.views.progress import working

    return working(what)


def put(reports: Iterable[Report], form: str) -> None:
    """Put reports on stdout, or into the file that --output names; several in JSON make a list."""
    from ledger.views.terminal import save_all, show_all

    path: Path | None = click.get_current_context().meta.get(OUTPUT)
    if path is None:
        show_all(list(reports), form, sys.stdout)
    else:
        say(f"已写到 {save_all(list(reports), form, path)}")


def desk_of(ctx: click.Context, *, fresh: bool = False) -> Desk:
    """Open the database that the options name; `fresh` leaves the check of its version out."""
    from ledger.basis.clock import SystemClock
    from ledger.basis.identity import Identity
    from ledger.store.engine import check_reachable, check_revision, open_engine
    from ledger.workflow.desk import Desk, check_book

    options: Mapping[str, str] = ctx.find_root().params
    engine = open_engine(options["database"])
    ctx.find_root().call_on_close(engine.dispose)
    check_reachable(engine, fresh=fresh)
    if not fresh:
        check_revision(engine)
        check_book(engine, book_option(ctx))
    clock = SystemClock()
    return Desk(
        engine=engine,
        clock=clock,
        identity=Identity(clock),
        operator=options["operator"] or "",
    )


def book_option(ctx: click.Context, *, needed: bool = False) -> str:
    """Give the book that the options name; refuse where one is needed and none is named."""
    from ledger.basis.errors import unclear

    book: str = ctx.meta.get(BOOK) or ctx.find_root().params["book"] or ""
    if needed and not book:
        raise unclear(
            "BOOK_MISSING", "没有说明是哪个账套", "加上 --book，如 --book 620100/employee"
        )
    return book


def journals_folder(desk: Desk) -> Path:
    """Give the folder of the exported journals, beside the database."""
    return desk.folder() / "journals"


def formatted(command: Callable[..., None]) -> Callable[..., None]:
    """Give a read its --format and its --output; a file's ending tells its format."""

    def keep(ctx: click.Context, _option: click.Parameter, path: Path | None) -> None:
        ctx.meta[OUTPUT] = path

    command = click.option(
        "--output",
        metavar="文件",
        type=click.Path(dir_okay=False, path_type=Path),
        help="写到文件，按结尾定格式：.xlsx、.csv 或 .json。",
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


def dry(command: Callable[..., None]) -> Callable[..., None]:
    """Give a write its --dry-run; whatever it says then is only a trial, and it says so first."""

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


@click.group(
    cls=Door,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.option(
    "--database",
    envvar="PREPAY_DATABASE",
    default="prepay.db",
    metavar="URL",
    help="数据库文件或地址，默认当前文件夹的 prepay.db。[PREPAY_DATABASE]",
)
@click.option(
    "--book",
    envvar="PREPAY_BOOK",
    default="",
    metavar="统筹区/险种",
    help="账套，如 620100/employee；不写则为全部账套。[PREPAY_BOOK]",
)
@click.option(
    "--as",
    "operator",
    envvar="PREPAY_OPERATOR",
    default="",
    metavar="姓名",
    help="由谁办理。[PREPAY_OPERATOR]",
)
@click.version_option(
    __version__, prog_name="prepay", message="%(prog)s %(version)s", help="显示版本。"
)
@click.pass_context
def main(_ctx: click.Context, /, **_options: str) -> None:
    """暂付款—医保预付金明细账：制单、审核、记账、更正、结账、验证、导出。

    \b
    新用户先看示例：prepay demo
    自己建账：      prepay init --area 620100 --name 兰州市 --profile gansu
    """  # noqa: D301  # click wants the mark itself: it keeps the lines below it apart.
    from ledger.views.terminal import prepare_streams

    prepare_streams()


@main.command()
@click.option("--area", required=True, metavar="区划代码", help="统筹区六位区划代码。")
@click.option("--name", required=True, metavar="名称", help="统筹区名称，如 兰州市。")
@click.option("--profile", required=True, metavar="方案", help="政策方案：gansu 或 hainan。")
@click.option("--start", default="", metavar="YYYY-MM", help="首月，默认今年一月。")
@dry
@click.pass_context
def init(
    ctx: click.Context, area: str, name: str, profile: str, start: str, *, dry_run: bool
) -> None:
    """建账：创建或升级数据库，为统筹区的每个险种开一个账套。"""
    from ledger.workflow.masters import initialise

    desk = desk_of(ctx, fresh=True)
    start = start or f"{desk.today().year}-01"
    books = initialise(desk, area=area, name=name, profile=profile, start=start, dry_run=dry_run)
    for book in books:
        say(f"已建账套 {book.code} {book.name}，政策方案 {profile}，从 {book.start} 起")
    if not books:
        say("数据库已是最新，账套早已建立")


@main.command()
@click.argument(
    "folder", default="demo", metavar="[文件夹]", type=click.Path(file_okay=False, path_type=Path)
)
@click.option("--no-serve", is_flag=True, help="做完不打开 Fava。")
@click.option("--port", default=5000, show_default=True, metavar="端口", help="Fava 的端口。")
def demo(folder: Path, port: int, *, no_serve: bool) -> None:
    """示例：兰州市两个险种一整年的账，记账、更正、结账、导出，然后打开 Fava。"""
    from ledger.workflow.demo.runner import run_demo

    main_files = run_demo(folder, say)
    if not no_serve:
        from ledger.views.serve import serve

        serve(main_files, port, say)


@main.group()
def operator() -> None:
    """操作员和岗位。"""


@operator.command("add")
@click.argument("name", metavar="姓名")
@click.option("--role", "roles", multiple=True, required=True, metavar="岗位", help="可写多次。")
@dry
@click.pass_context
def operator_add(ctx: click.Context, name: str, roles: tuple[str, ...], *, dry_run: bool) -> None:
    """登记操作员或更改岗位：制单、审核、记账、会计主管、出纳、查询、管理员。"""
    from ledger.workflow.masters import add_operator

    added = add_operator(desk_of(ctx), name, roles, dry_run=dry_run)
    say(f"{added.name}：{added.names()}")


@main.group()
def hospital() -> None:
    """医疗机构名单。"""


@hospital.command("import")
@click.argument("file", metavar="文件", type=click.Path(path_type=Path))
@dry
@click.pass_context
def hospital_import(ctx: click.Context, file: Path, *, dry_run: bool) -> None:
    """导入医疗机构名单（.xlsx .csv .jsonl）；内容有变的机构记为新版本。"""
    from ledger.workflow.files import read_file
    from ledger.workflow.masters import hospital_headings, import_hospitals
    from ledger.workflow.returned import returning

    rows = read_file(file, hospital_headings())
    with returning(rows, say):
        fresh, same = import_hospitals(desk_of(ctx), rows, dry_run=dry_run)
    say(f"导入 {len(fresh)} 家（新增或有变更），{same} 家没有变化")


@main.command()
@click.argument("kind", metavar="业务类型")
@click.argument("file", metavar="文件.xlsx", type=click.Path(path_type=Path))
@own_book
@click.pass_context
def template(ctx: click.Context, kind: str, file: Path) -> None:
    """模板：生成一份空白工作簿，填好后用 record 或 hospital import 导入。

    业务类型写中文或英文，如 拨付、disbursement；医疗机构名单写 hospitals；
    各种业务混填写 events。
    """
    from ledger.workflow.template_file import write_template

    name = write_template(kind, file, book=book_option(ctx))
    verb = "hospital import" if name == "医疗机构" else "record"
    say(f"已生成{name}模板 {file}；填好后：prepay {verb} {file}")


@main.group()
def account() -> None:
    """银行账户。"""


@account.command("add")
@click.argument("code", type=click.Choice(["1004", "1003"]))
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
    from ledger.workflow.masters import describe_account

    described = BankAccount(code=code, bank=bank, number=number, exclusive=exclusive)
    describe_account(desk_of(ctx), book_option(ctx, needed=True), described, dry_run=dry_run)
    say(f"{code}：{bank}，{'专用' if exclusive else '共用'}")


@main.group()
def policy() -> None:
    """政策口径。"""


@policy.command("show")
@own_book
@formatted
@click.pass_context
def policy_show(ctx: click.Context, form: str) -> None:
    """列出各账套现行的政策取值，及其条款、来源和待选的口径。"""
    from ledger.workflow.lists import policies

    put(policies(desk_of(ctx), book_option(ctx)), form)


@policy.command("choose")
@click.argument("name", metavar="名称")
@click.argument("value", metavar="读法")
@click.option("--reason", required=True, metavar="理由", help="为什么这样选。")
@own_book
@dry
@click.pass_context
def policy_choose(
    ctx: click.Context,
    name: str,
    value: str,
    reason: str,
    *,
    dry_run: bool,
) -> None:
    """选定制度没有规定的口径；由会计主管办理，记入日志。"""
    from ledger.workflow.masters import choose

    code = book_option(ctx, needed=True)
    choose(desk_of(ctx), code, name, value, reason, dry_run=dry_run)
    say(f"{code} 已选定 {name} = {value}")


@main.command()
@click.argument("files", nargs=-1, required=True, metavar="文件…", type=click.Path(path_type=Path))
@formatted
@dry
@click.pass_context
def record(ctx: click.Context, files: tuple[Path, ...], form: str, *, dry_run: bool) -> None:
    """制单：把业务文件（.xlsx .csv .jsonl）录成草稿。一个文件要么全部录入，要么一笔不录。"""
    from ledger.workflow.lists import record_file

    desk = desk_of(ctx)
    worst = 0
    reports = []
    for path in files:
        with busy(f"录入 {path.name}"):
            outcome = record_file(desk, path, dry_run=dry_run)
        reports.append(outcome.report)
        tell(outcome.warnings, "warning")
        tell(outcome.refusals, "refused")
        say(outcome.summary)
        worst = max(worst, outcome.exit_code)
    if form != "table" or not worst:
        put(reports, form)
    ctx.exit(worst)


class EnterGroup(click.Group):
    """One command a kind of event, with the kind's own words as options; made when asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """List the kinds that people enter."""
        from ledger.events import KINDS

        return [name for name, kind in KINDS.items() if not kind.INTERNAL]

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """Make the command of a kind, by its English or Chinese name."""
        from ledger.basis.terms import EVENT_KINDS, code_of
        from ledger.workflow.enter import entry_words

        kind = code_of(EVENT_KINDS, name)
        if kind not in self.list_commands(ctx):
            return None
        options: list[click.Parameter] = [
            click.Option(
                [f"--{word.name.replace('_', '-')}", f"word_{word.name}"],
                metavar=word.label,
                default="",
                help=f"{word.label}{'（必填）' if word.required else ''}。",
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
    from ledger.workflow.enter import enter

    desk = desk_of(ctx)
    result, sheet = enter(
        desk,
        str(ctx.command.name),
        {name.removeprefix("word_"): word for name, word in words.items()},
        papers=papers,
        book=book_option(ctx, needed=True),
        key=key,
        dry_run=dry_run,
    )
    tell(result.warnings, "warning")
    put([sheet], form)
    say("试算通过，没有录入" if dry_run else f"已录成草稿 {result.rows[0].key}，待审核")


@main.group(cls=EnterGroup)
def enter() -> None:
    """手工录入一笔业务；每种业务一个子命令，--dry-run 只看凭证会是什么样。"""


@main.group()
def draft() -> None:
    """草稿：尚未记账的业务。"""


@draft.command("list")
@own_book
@formatted
@click.pass_context
def draft_list(ctx: click.Context, form: str) -> None:
    """列出待审核、待记账的草稿。"""
    from ledger.workflow.lists import drafts

    put(drafts(desk_of(ctx), book_option(ctx)), form)


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
    from ledger.workflow.lists import read_changes
    from ledger.workflow.review import revise

    revise(desk_of(ctx), key, read_changes(changes), book=book_option(ctx), dry_run=dry_run)
    say(f"{key} 已修改，须重新审核")


def chosen(ctx: click.Context, ids: tuple[str, ...], *, every: bool) -> tuple[str, ...]:
    """Read which drafts a verb is for: those named, or all by --all."""
    if bool(ids) == every:
        raise click.UsageError("写明草稿编号，或用 --all，二者取一", ctx)
    return ids


@main.command()
@click.argument("ids", nargs=-1, metavar="[编号…]")
@click.option("--all", "every", is_flag=True, help="所有他人制单、待审核的草稿。")
@own_book
@dry
@click.pass_context
def approve(
    ctx: click.Context,
    ids: tuple[str, ...],
    *,
    every: bool,
    dry_run: bool,
) -> None:
    """审核：制单人不能审核自己的草稿。"""
    from ledger.workflow.review import approve as run

    words = chosen(ctx, ids, every=every)
    desk = desk_of(ctx)
    with busy("审核"):
        results = run(desk, words, book=book_option(ctx), dry_run=dry_run)
    say(f"审核 {sum(len(result.drafts) for result in results)} 笔")
    if left := sum(result.left for result in results):
        say(f"另有 {left} 笔由本人制单，须由另一人审核")


@main.command()
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
    from ledger.workflow.review import reject as run

    results = run(desk_of(ctx), ids, reason, book=book_option(ctx), dry_run=dry_run)
    say(f"驳回 {sum(len(result.drafts) for result in results)} 笔")


@main.command()
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
    from ledger.workflow.post import post_drafts

    words = chosen(ctx, ids, every=every)
    desk = desk_of(ctx)
    with busy("记账"):
        results = post_drafts(desk, words, book=book_option(ctx), dry_run=dry_run)
    for result in results:
        if result.vouchers:
            first, last = result.vouchers[0][1], result.vouchers[-1][1]
            span = first if first == last else f"{first} … {last}"
            say(f"{result.book} 记账 {len(result.vouchers)} 张：{span}")
        if result.waiting:
            say(f"{result.book} 还有 {result.waiting} 笔待审核")
    if not results:
        say("没有可记账的草稿")


@main.command()
@click.argument("ids", nargs=-1, metavar="[编号…]")
@click.option("--all", "every", is_flag=True, help="所有待本人签章的草稿和凭证。")
@own_book
@dry
@click.pass_context
def sign(ctx: click.Context, ids: tuple[str, ...], *, every: bool, dry_run: bool) -> None:
    """签章：出纳签收付款凭证，会计主管签各凭证；月份结账后不能再签。"""
    from ledger.basis.terms import ROLES
    from ledger.workflow.sign import sign as run

    words = chosen(ctx, ids, every=every)
    for role, count in run(desk_of(ctx), words, book=book_option(ctx), dry_run=dry_run).items():
        say(f"{ROLES[role]}签章 {count} 张")


@main.command()
@click.argument("vouchers", nargs=-1, required=True, metavar="凭证…")
@click.option(
    "--with", "right", metavar="文件", type=click.Path(path_type=Path), help="正确的业务。"
)
@click.option("--reason", required=True, metavar="原因", help="为什么更正。")
@click.option("--date", "day", default="", metavar="日期", help="更正的日期，默认今天。")
@click.option(
    "--form",
    "shape",
    type=click.Choice(["auto", "red", "red-blue", "difference", "blue"]),
    default="auto",
    help="更正形式，默认由程序按 51(五) 选择：红字、红字加蓝字、差额、以前年度蓝字。",
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
    from ledger.workflow.lists import correct_with

    reports = correct_with(
        desk_of(ctx),
        book_option(ctx, needed=True),
        vouchers,
        right=right,
        reason=reason,
        day=day,
        form=shape,
        dry_run=dry_run,
    )
    put(reports, form)


@main.group()
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
    from ledger.workflow.inquire import vouchers_listed

    put(vouchers_listed(desk_of(ctx), book_option(ctx), first, period), form)


@voucher.command("show")
@click.argument("vouchers", nargs=-1, required=True, metavar="凭证…")
@own_book
@formatted
@click.pass_context
def voucher_show(ctx: click.Context, vouchers: tuple[str, ...], form: str) -> None:
    """显示凭证全貌：分录、附件、经办人、更正关系。"""
    from ledger.workflow.inquire_vouchers import vouchers_shown

    put(vouchers_shown(desk_of(ctx), book_option(ctx, needed=True), vouchers), form)


@main.group()
def close() -> None:
    """结账。"""


def report_closed(closed: Sequence[Closed], form: str) -> None:
    """Print the closing sheets."""
    from ledger.workflow.lists import closing_sheets

    put(closing_sheets(closed), form)


@close.command("month")
@click.argument("period", metavar="YYYY-MM")
@own_book
@formatted
@dry
@click.pass_context
def close_month(ctx: click.Context, period: str, form: str, *, dry_run: bool) -> None:
    """月结：期末结转、逐项核对、第二引擎复算、封存，然后导出。"""
    from ledger.workflow.close import close_month as run

    desk = desk_of(ctx)
    root = journals_folder(desk)
    with busy(f"结 {period} 的账"):
        closed = run(desk, period, book=book_option(ctx), root=root, dry_run=dry_run)
    report_closed(closed, form)


@close.command("year")
@click.argument("year", type=int, metavar="YYYY")
@own_book
@formatted
@dry
@click.pass_context
def close_year(ctx: click.Context, year: int, form: str, *, dry_run: bool) -> None:
    """年结：余额按医疗机构和预付年度结转下年。"""
    from ledger.workflow.close_year import close_year as run

    desk = desk_of(ctx)
    root = journals_folder(desk)
    with busy(f"结 {year} 年的账"):
        closed = run(desk, year, book=book_option(ctx), root=root, dry_run=dry_run)
    report_closed(closed, form)


@close.command("status")
@own_book
@formatted
@click.pass_context
def close_status(ctx: click.Context, form: str) -> None:
    """各账套结到哪个月，还有什么没有记账。"""
    from ledger.workflow.lists import close_statuses

    put(close_statuses(desk_of(ctx), book_option(ctx)), form)


@main.command()
@click.argument(
    "name",
    metavar="账表",
    type=click.Choice(
        [
            "trial-balance",
            "subledger",
            "journal",
            "cash-journal",
            "general-ledger",
            "open-items",
            "settlement",
        ]
    ),
)
@click.option("--period", default="", metavar="YYYY-MM", help="月份，默认本月。")
@click.option("--as-of", "as_of", default="", metavar="日期", help="截至哪天（按记账日期）。")
@click.option("--from", "first", default="", metavar="YYYY-MM", help="从哪个月起。")
@click.option("--hospital", default="", metavar="编码", help="明细账、未清项：医疗机构编码。")
@click.option(
    "--year", default=0, metavar="YYYY", help="明细账、未清项：预付年度；总账、清算表：会计年度。"
)
@click.option("--account", default="", metavar="科目", help="明细账、日记账、总账：科目编号。")
@click.option("--items", is_flag=True, help="未清项：逐笔列出，哪笔返还清了哪笔拨付。")
@own_book
@formatted
@click.pass_context
def report(ctx: click.Context, /, name: str, form: str, **words: Any) -> None:
    """账表：科目余额表、明细账、序时账、日记账、总账、未清项、清算表。

    \b
    trial-balance  科目余额表      subledger   明细账
    general-ledger 总账            journal     序时账
    cash-journal   日记账          open-items  未清项账龄（--items 销账）
    settlement     年度清算表
    """  # noqa: D301  # click wants the mark itself: it keeps the lines below it apart.
    from ledger.workflow.reporting import Asked, draw_up

    put(draw_up(desk_of(ctx), name, Asked(book=book_option(ctx), **words)), form)


@main.command()
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
    from ledger.workflow.inquire_origin import explain as run

    put([run(desk_of(ctx), book_option(ctx, needed=True), what, period, side)], form)


@main.group()
def export() -> None:
    """导出。"""


@export.command("beancount")
@click.argument("folder", required=False, metavar="[文件夹]", type=click.Path(path_type=Path))
@own_book
@click.pass_context
def export_beancount(ctx: click.Context, folder: Path | None) -> None:
    """导出 Beancount 账本：每个账套每年一册，每月一个文件；没有变化的不重写。"""
    from ledger.workflow.export import export_all

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
    from ledger.workflow.export_chain import export_chain as run

    desk = desk_of(ctx)
    with busy("导出链"):
        done = run(desk, file, book_option(ctx, needed=True), year)
    say(f"{done.book} {done.year} 年的链文件 {file}：{done.links} 环，封存 {done.seals} 期")
    if done.last_seal:
        say(f"最近的封存码 {done.last_seal}（{done.last_period}）；请与纸质结账封面核对")


@main.command()
@click.option("--port", default=5000, show_default=True, metavar="端口", help="Fava 的端口。")
@own_book
@click.pass_context
def view(ctx: click.Context, port: int) -> None:
    """在浏览器里用 Fava 查看（只读，只在本机）。"""
    from ledger.views.serve import serve
    from ledger.workflow.export import export_all, main_files

    desk = desk_of(ctx)
    root = journals_folder(desk)
    with busy("导出"):
        export_all(desk, root, book_option(ctx))
    serve(main_files(root), port, say)


@main.command()
@own_book
@formatted
@click.pass_context
def verify(ctx: click.Context, form: str) -> None:
    """验证：重算全部凭证、链、封存码和余额，再由第二引擎复算；有任何不符退出码为 3。"""
    from ledger.workflow.lists import verification
    from ledger.workflow.verify import verify as run

    desk = desk_of(ctx)
    with busy("验证"):
        results = run(desk, book=book_option(ctx), root=journals_folder(desk))
    put([verification(results)], form)
    findings = [finding for result in results for finding in result.findings]
    tell(findings, "unsound")
    ctx.exit(3 if findings else 0)


@main.command()
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
    from ledger.workflow.inquire_log import oplog

    put(
        [
            oplog(
                desk_of(ctx), book_option(ctx), person=person, since=since, until=until, words=words
            )
        ],
        form,
    )


if __name__ == "__main__":
    main()
