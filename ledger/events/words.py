"""Reads single words of an event (dates, money, codes, papers); a fault names its remedy."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from ledger.basis.errors import unclear
from ledger.basis.money import NotMoney, parse_fen, yuan
from ledger.basis.period import parse_period
from ledger.basis.terms import (
    BANKS,
    BENEFITS,
    EVALUATIONS,
    PAPER_TYPES,
    RECALL_TRIGGERS,
    YES_NO,
    code_of,
)
from ledger.basis.text import has_invisible, narrow, tidy
from ledger.masters.hospital import CODE_PATTERN

DATE_PATTERN = re.compile(
    r"(\d{4})(?:-(\d{1,2})-(\d{1,2})|/(\d{1,2})/(\d{1,2})|\.(\d{1,2})\.(\d{1,2})"
    r"|年(\d{1,2})月(\d{1,2})日|(\d{2})(\d{2}))",
    re.ASCII,
)
SHEETS_MAX = 9999


class Unclear(Exception):
    """A word that cannot be read: what is wrong with it, and how to write it."""

    def __init__(self, what: str, remedy: str) -> None:
        self.what = what
        self.remedy = remedy
        super().__init__(what)


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A paper (附件) behind an event: `amount_fen` is 0 where none is stated.

    `kept_with` names the voucher that holds the original (51(四)); `file` is the digest of
    the file that was given, empty where none was.
    """

    type: str
    number: str
    date: date
    title: str = ""
    amount_fen: int = 0
    sheets: int = 1
    kept_with: str = ""
    file: str = ""


def sheets_kept(papers: Iterable[tuple[int, str]]) -> int:
    """Count the sheets that lie with a voucher itself (附件数), of sheets and `kept_with` each."""
    return sum(int(sheets) for sheets, kept_with in papers if not kept_with)


@dataclass(frozen=True, slots=True, kw_only=True)
class BenefitLine:
    """One benefit of a settlement (结算): which, and its gross amount in fen."""

    benefit: str
    gross_fen: int


Raw = object
Parser = Callable[[Raw], object]


def as_text(raw: Raw) -> str:
    """Take a word as text, without blanks at its ends."""
    if isinstance(raw, str) and raw.isascii() and raw.isprintable():
        return raw.strip()
    return tidied(raw)


def tidied(raw: Raw) -> str:
    """Take a word that is not plainly a text."""
    if isinstance(raw, bool):
        return "yes" if raw else "no"
    if isinstance(raw, list | dict):
        raise Unclear("这里应是一个词，不是列表", "只填一个值")
    text = "" if raw is None else tidy(str(raw))
    if has_invisible(text):
        raise Unclear("文字里有看不见的字符", "删去这些字符，或重新键入这一格")
    return text


def as_code(raw: Raw) -> str:
    """Take a word as text with full-width letters and digits narrowed."""
    return narrow(as_text(raw)).strip()


def as_date(raw: Raw) -> date:
    """Read a day: 2026-03-31, 20260331, 2026/3/31, 2026.3.31 or 2026年3月31日."""
    text = as_code(raw)
    match = DATE_PATTERN.fullmatch(text)
    if match is None:
        raise Unclear(f"日期“{text}”读不懂", "写成 2026-03-31")
    year, month, day = (int(part) for part in match.groups() if part)
    try:
        return date(year, month, day)
    except ValueError:
        raise Unclear(f"日期“{text}”不存在", "核对年月日，写成 2026-03-31") from None


def day_named(word: str) -> date:
    """Read the day that an option names; raises Refused (DATE_UNREADABLE)."""
    try:
        return as_date(word)
    except Unclear as error:
        raise unclear("DATE_UNREADABLE", error.what, error.remedy) from None


def month_named(word: str) -> str:
    """Read the month that an option names; raises Refused (PERIOD_UNREADABLE)."""
    try:
        return parse_period(word)
    except ValueError:
        raise unclear("PERIOD_UNREADABLE", f"月份“{word}”读不懂", "写成 2026-03") from None


def as_fen(raw: Raw) -> int:
    """Read a positive amount of 元 that is exact to the 分."""
    text = as_text(raw)
    try:
        fen = parse_fen(text)
    except NotMoney:
        raise Unclear(f"金额“{text}”不是精确到分的数", "写成 1200000.00，最多两位小数") from None
    if fen <= 0:
        raise Unclear(f"金额“{text}”应大于零", "填正数；冲销用 prepay correct")
    return fen


def as_fen_or_zero(raw: Raw) -> int:
    """Read an amount that may also be zero."""
    return 0 if narrow(as_text(raw)).strip() in ("0", "0.0", "0.00") else as_fen(raw)


def as_count(raw: Raw) -> int:
    """Read a whole number from 0 up."""
    text = as_code(raw)
    if re.fullmatch(r"\d{1,6}", text, re.ASCII) is None:
        raise Unclear(f"“{text}”不是整数", "填整数，没有的填 0")
    return int(text)


def as_ratio(raw: Raw) -> str:
    """Read a ratio kept exactly, as it is written: `0.5`, `1/2`, `90%`."""
    text = as_code(raw)
    if re.fullmatch(r"\d{1,6}(\.\d{1,6})?%?|\d{1,6}/[1-9]\d{0,5}", text, re.ASCII) is None:
        raise Unclear(f"比例“{text}”读不懂", "写成 0.5、1/2 或 50%")
    return text


def as_texts(raw: Raw) -> tuple[str, ...]:
    """Read a list of texts, or texts of one cell between semicolons."""
    if isinstance(raw, list):
        return tuple(as_text(item) for item in raw)
    return tuple(part.strip() for part in re.split(r"[;；]", as_text(raw)) if part.strip())


def as_evaluations(raw: Raw) -> tuple[str, ...]:
    """Read yearly 绩效考核 results: `2025:合格; 2024:优秀`; kept as `2025:pass`."""
    found = []
    for part in as_texts(raw):
        year, _, result = (piece.strip() for piece in part.replace("：", ":").partition(":"))
        found.append(f"{as_year(year)}:{as_evaluation(result)}")
    return tuple(sorted(found))


def as_year(raw: Raw) -> int:
    """Read a prepayment year: four digits."""
    text = as_code(raw).removesuffix("年")
    if re.fullmatch(r"20\d{2}", text, re.ASCII) is None:
        raise Unclear(f"预付年度“{text}”读不懂", "写成四位年份，如 2026")
    return int(text)


def as_month(raw: Raw) -> str:
    """Read a month: 2026-03."""
    text = as_code(raw)
    try:
        return parse_period(text)
    except ValueError:
        raise Unclear(f"月份“{text}”读不懂", "写成 2026-03") from None


def as_hospital(raw: Raw) -> str:
    """Read a hospital's code."""
    text = as_code(raw).upper()
    if CODE_PATTERN.fullmatch(text) is None:
        raise Unclear(f"医疗机构编码“{text}”读不懂", "按国家定点机构代码填写，只含字母和数字")
    return text


def as_flag(raw: Raw) -> bool:
    """Read yes or no."""
    return one_of(YES_NO, "是或否")(raw) == "yes"


def one_of(vocabulary: Mapping[str, str], what: str) -> Callable[[Raw], str]:
    """Make the reader of a word from a closed vocabulary, English or Chinese."""

    def read(raw: Raw) -> str:
        if isinstance(raw, str) and raw in vocabulary:
            return raw
        text = as_code(raw)
        code = code_of(vocabulary, text)
        if code is None:
            known = "、".join(f"{term}（{code}）" for code, term in vocabulary.items())
            raise Unclear(f"{what}“{text}”不认识", f"可填：{known}")
        return code

    return read


as_bank = one_of(BANKS, "账户")
as_benefit = one_of(BENEFITS, "待遇类别")
as_paper_type = one_of(PAPER_TYPES, "附件类型")
as_evaluation = one_of(EVALUATIONS, "考核结果")
as_trigger = one_of(RECALL_TRIGGERS, "收回情形")


def as_papers(raw: Raw) -> tuple[Paper, ...]:
    """Read papers: a list of objects, or `type:number:date[:amount[:sheets]]; …` in a cell."""
    if isinstance(raw, list):
        return tuple(paper_of(entry) for entry in raw)
    entries = re.split(r"[;；]", as_text(raw))
    return tuple(paper_of(paper_words(entry)) for entry in entries if entry.strip())


def paper_words(entry: str) -> dict[str, str]:
    """Split one paper of a cell into its words."""
    words = [word.strip() for word in re.split(r"[:：]", entry)]
    if not 3 <= len(words) <= 5:
        raise Unclear(
            f"附件“{entry.strip()}”读不懂", "写成 类型:编号:日期[:金额[:张数]]，用分号隔开"
        )
    return dict(zip(("type", "number", "date", "amount", "sheets"), words, strict=False))


def paper_of(entry: Raw) -> Paper:
    """Read one paper from its words."""
    if not isinstance(entry, dict):
        raise Unclear("附件应写明类型、编号和日期", '写成 {"type": …, "number": …, "date": …}')
    known = {"type", "number", "date", "title", "amount", "sheets", "kept_with", "file"}
    if strangers := sorted(set(entry) - known):
        raise Unclear(f"附件里不认识 {'、'.join(strangers)}", f"可用：{'、'.join(sorted(known))}")
    number = as_code(entry.get("number"))
    if not number:
        raise Unclear("附件没有编号", "填写文书或回单的编号")
    sheets = as_sheets(entry.get("sheets"))
    return Paper(
        type=as_paper_type(entry.get("type")),
        number=number,
        date=as_date(entry.get("date")),
        title=as_text(entry.get("title")),
        amount_fen=as_fen(entry["amount"]) if as_text(entry.get("amount")) else 0,
        sheets=sheets,
        kept_with=as_text(entry.get("kept_with")),
        file=as_text(entry.get("file")),
    )


def as_sheets(raw: Raw) -> int:
    """Read how many sheets a paper has; one where it does not say."""
    sheets = as_code(raw) or "1"
    if not (sheets.isascii() and sheets.isdigit() and 0 <= int(sheets) <= SHEETS_MAX):
        raise Unclear(f"附件张数“{sheets}”读不懂", "填整数张数")
    return int(sheets)


def as_benefit_lines(raw: Raw) -> tuple[BenefitLine, ...]:
    """Read a settlement's lines: a list of {benefit, gross}, or `住院:310000; 门诊:90000`."""
    pairs = map(listed_pair, raw) if isinstance(raw, list) else split_pairs(as_text(raw))
    lines = tuple(
        BenefitLine(benefit=as_benefit(benefit), gross_fen=as_fen(gross))
        for benefit, gross in pairs
    )
    if len({line.benefit for line in lines}) != len(lines):
        raise Unclear("结算明细里同一待遇出现两次", "同一待遇合并成一行")
    return lines


def listed_pair(entry: Raw) -> tuple[Raw, Raw]:
    """Return what an entry of a list says: benefit and gross amount; blanks for a strange one."""
    return (entry.get("benefit"), entry.get("gross")) if isinstance(entry, dict) else ("", "")


def split_pairs(text: str) -> Iterator[tuple[Raw, Raw]]:
    """Split the lines of a settlement in a cell: benefit and gross amount, as they were typed."""
    for cell in re.split(r"[;；]", text):
        if cell.strip():
            benefit, gross, *_ = [*re.split(r"[:：]", cell), ""]
            yield benefit, gross


def paper_tree(paper: Paper) -> dict[str, str]:
    """Write a paper as the words it is read from; what is not stated is left out."""
    tree = {"type": paper.type, "number": paper.number, "date": paper.date.isoformat()}
    if paper.title:
        tree["title"] = paper.title
    if paper.amount_fen:
        tree["amount"] = yuan(paper.amount_fen)
    tree["sheets"] = str(paper.sheets)
    if paper.kept_with:
        tree["kept_with"] = paper.kept_with
    if paper.file:
        tree["file"] = paper.file
    return tree


def line_tree(line: BenefitLine) -> dict[str, str]:
    """Write one line of a settlement as the words it is read from."""
    return {"benefit": line.benefit, "gross": yuan(line.gross_fen)}
