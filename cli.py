"""prepay: the door. The main group and its commands in order; no accounting in it.

Heavy libraries are imported inside the commands that need them, so that `prepay --help`
answers at once.
"""

from __future__ import annotations

import click

from ledger import __version__
from ledger.commands import (
    assess,
    bank,
    closing,
    confirm,
    drafting,
    due,
    licence,
    platform,
    policy,
    posting,
    reading,
    setup,
)
from ledger.commands.entrance import Door
from ledger.commands.login import logging_in
from ledger.commands.office import absence, operators


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
    help="由谁办理；登录以后不必写。[PREPAY_OPERATOR]",
)
@click.option(
    "--password-stdin",
    is_flag=True,
    help="从标准输入的第一行读密码，打开自己的密钥（写在命令前面）。",
)
@click.version_option(
    __version__, prog_name="prepay", message="%(prog)s %(version)s", help="显示版本。"
)
@click.pass_context
def main(_ctx: click.Context, /, **_options: object) -> None:
    """暂付款—医保预付金明细账：制单、审核、记账、更正、结账、验证、导出。

    \b
    新用户先看示例：prepay demo
    自己建账：      prepay init --area 620100 --name 兰州市 --profile gansu
    """  # noqa: D301  # click wants the mark itself: it keeps the lines below it apart.
    from ledger.formats.terminal import prepare_streams

    prepare_streams()


for command in (
    setup.init,
    setup.demo,
    logging_in.login,
    logging_in.logout,
    operators.operator,
    setup.hospital,
    drafting.template,
    setup.account,
    policy.policy,
    assess.assess,
    drafting.record,
    drafting.enter,
    drafting.draft,
    posting.approve,
    posting.reject,
    posting.post,
    posting.sign,
    posting.correct,
    reading.voucher,
    due.due,
    licence.licence,
    confirm.confirm,
    bank.bank,
    closing.close,
    reading.report,
    reading.explain,
    reading.export,
    platform.platform,
    reading.view,
    closing.verify,
    reading.log,
):
    main.add_command(command)
operators.operator.add_command(absence.operator_stand_in)
operators.operator.add_command(absence.operator_handover)


if __name__ == "__main__":
    main()
