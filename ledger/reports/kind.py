"""What a 账表 says of itself: name, Chinese title, the words it understands, how it is drawn.

Each report's own module has a `REPORT`; the registry collects them, and everything else (the
command's list, its help, the page's menu) is made from there. It reads a `REPORT` from the text
(`declared`), so that all words of it but `draw` are plain values.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from ledger.formats.report import Report
    from ledger.workflow.desk import Desk

#: The place of a report that names none: behind those that do.
LAST = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportAsked:
    """What is asked of a report; an empty word or 0 leaves it to the report.

    `year` is the prepayment year for 明细账 and 未清项, the accounting year for 总账 and 清算表.
    `sees` are the books that the asker may look at, () for all: what is of a whole area leaves
    the others out.
    """

    book: str = ""
    period: str = ""
    first: str = ""
    as_of: str = ""
    hospital: str = ""
    year: int = 0
    account: str = ""
    agency: str = ""
    items: bool = False
    sees: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportOption:
    """An option of `prepay report`: the word of `ReportAsked` that it carries, flag and help.

    `always` is understood by every report; of the others each report says which it understands.
    """

    word: str
    flag: str
    metavar: str
    help: str
    always: bool = False


#: The options in the order of the help.
OPTIONS = (
    ReportOption(
        word="period", flag="--period", metavar="YYYY-MM", help="月份，默认本月。", always=True
    ),
    ReportOption(
        word="as_of",
        flag="--as-of",
        metavar="日期",
        help="截至哪天（按记账日期）。",
        always=True,
    ),
    ReportOption(word="first", flag="--from", metavar="YYYY-MM", help="从哪个月起。"),
    ReportOption(word="hospital", flag="--hospital", metavar="编码或名称", help="医疗机构编码。"),
    ReportOption(word="year", flag="--year", metavar="YYYY", help="年度。"),
    ReportOption(word="account", flag="--account", metavar="科目", help="科目编号。"),
    ReportOption(word="agency", flag="--agency", metavar="名称", help="只看一个属地经办机构。"),
    ReportOption(word="items", flag="--items", metavar="", help="逐笔列出。"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportKind:
    """A report of `prepay report`.

    `title` is what the page's menu calls it, `help` what the command's help says of it where
    that is more, `called` what an option's help calls it. `words` are what it understands
    beside --book, --period and --as-of, each with what the option's help says of it there, ""
    for nothing of its own. Special cases (特殊情况) are told at the head of an `overview`. It
    stands at `listed` in the command's list, at the line and column `help_at` of the help, and
    at `menu` in the page's.

    `draw` is told the desk, what is asked, and the day up to which it is asked, if any.
    """

    name: str
    title: str
    draw: Callable[[Desk, ReportAsked, date | None], list[Report]]
    words: Mapping[str, str] = field(default_factory=dict)
    help: str = ""
    called: str = ""
    overview: bool = False
    listed: int = LAST
    help_at: tuple[int, int] = (LAST, 1)
    menu: int = LAST
