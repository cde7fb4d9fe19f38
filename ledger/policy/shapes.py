"""Reads one value of a profile in the shape that its parameter has, and says what is wrong.

YAML guesses: unquoted `1003` becomes a number, `2025-09-30` a date, `no` a false. A code, a
month-day or an amount that lost its quotes is refused by that name, never converted.
"""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction
from types import MappingProxyType
from typing import TYPE_CHECKING

from ledger.basis.money import NotMoney, parse_fen
from ledger.basis.workdays import read_days
from ledger.policy.parameter import SHAPES, Limits, Parameter, ValueColumn

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from ledger.policy.values import Value

MONTH_DAY = re.compile(r"\d{2}-\d{2}", re.ASCII)
WHOLE_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
RATIO = re.compile(r"\d+(?:\.\d+)?|\d+/[1-9]\d*", re.ASCII)
#: A whole number of a notice counts years, months or days: three digits are plenty.
WHOLE = re.compile(r"\d{1,3}", re.ASCII)
#: A ratio that is longer was not written by hand, and exact arithmetic would drag it along.
LONGEST_RATIO = 30


class Misshapen(Exception):
    """What is wrong with a value, in words."""


def read_value(parameter: Parameter, raw: object) -> Value:
    """Read a value in its parameter's shape; raises Misshapen."""
    if parameter.shape == "texts":
        return tuple(read_word("text", word, parameter.words) for word in listed(parameter, raw))
    if parameter.shape == "table":
        return read_table(parameter, raw)
    if parameter.shape == "rows":
        return tuple(read_row(parameter.columns, row) for row in listed(parameter, raw))
    return within(parameter.limits, read_word(parameter.shape, raw, parameter.words))


def within(limits: Limits | None, text: str) -> str:
    """Take a number that lies within its limits; raises Misshapen with the limits and why."""
    if limits is not None and not limits.allow(Fraction(text)):
        raise Misshapen(f"“{text}”超出范围：{limits.words()}（{limits.why}）")
    return text


def listed(parameter: Parameter, raw: object) -> list[object]:
    """Take a list that is not empty and says nothing twice."""
    if not isinstance(raw, list) or not raw:
        raise Misshapen(f"应是{SHAPES[parameter.shape]}，写的是 {quoted(raw)}")
    if any(raw.count(word) > 1 for word in raw):
        raise Misshapen("同一个词写了两次")
    return raw


def read_table(parameter: Parameter, raw: object) -> Mapping[str, str]:
    """Read a table of words; its keys may be closed, and some may be needed."""
    if not isinstance(raw, dict) or not raw:
        raise Misshapen(f"应是{SHAPES['table']}，写的是 {quoted(raw)}")
    table = {
        read_word("text", key, parameter.words): within(
            parameter.limits, READERS[parameter.cells](cell)
        )
        for key, cell in raw.items()
    }
    if missing := [key for key in parameter.needs if key not in table]:
        raise Misshapen(f"缺少 {'、'.join(missing)}")
    return MappingProxyType(table)


def read_row(columns: Mapping[str, ValueColumn], raw: object) -> Mapping[str, str]:
    """Read one row: exactly the columns of the parameter."""
    if not isinstance(raw, dict) or set(raw) != set(columns):
        raise Misshapen(f"每行应有且只有 {'、'.join(columns)}，写的是 {quoted(raw)}")
    return MappingProxyType(
        {name: read_word(column.shape, raw[name], column.words) for name, column in columns.items()}
    )


def read_word(shape: str, raw: object, words: Mapping[str, str]) -> str:
    """Read one word in its shape, and in its vocabulary where that is closed."""
    text = READERS[shape](raw)
    if words and text not in words:
        known = "、".join(f"{code}（{name}）" for code, name in words.items())
        raise Misshapen(f"“{text}”不认识，可填：{known}")
    return text


def as_text(raw: object) -> str:
    """Take a word that kept its quotes."""
    if isinstance(raw, str) and raw.strip():
        return raw
    if raw is None or isinstance(raw, str | list | dict):
        raise Misshapen(f"应是{SHAPES['text']}，写的是 {quoted(raw)}")
    raise Misshapen(f'{quoted(raw)} 没有加引号，被读成了{became(raw)}；写成 "{plain(raw)}"')


def as_flag(raw: object) -> str:
    """Take true or false."""
    if not isinstance(raw, bool):
        raise Misshapen(f"应是 {SHAPES['flag']}，写的是 {quoted(raw)}")
    return "yes" if raw else "no"


def as_whole(raw: object) -> str:
    """Take a whole number that is not negative."""
    if isinstance(raw, bool) or not isinstance(raw, int) or raw < 0:
        raise Misshapen(f"应是{SHAPES['whole']}，写的是 {quoted(raw)}")
    if raw > 999:
        raise Misshapen(f"{quoted(raw)} 太大：年数、月数、天数最多 999")
    return str(raw)


def as_money(raw: object) -> str:
    """Take an amount in 元 that kept its quotes."""
    text = as_text(raw)
    try:
        parse_fen(text)
    except NotMoney:
        raise Misshapen(f"应是{SHAPES['money']}，写的是 {quoted(raw)}") from None
    return text


def as_ratio(raw: object) -> str:
    """Take a ratio that is exact: 1/2 or 0.8, in quotes."""
    text = as_text(raw)
    if len(text) > LONGEST_RATIO:
        raise Misshapen(
            f'{quoted(raw)} 太长：比例最多 {LONGEST_RATIO} 个字符，照文件的写法，如 "1/3"'
        )
    if RATIO.fullmatch(text) is None:
        raise Misshapen(f"应是{SHAPES['ratio']}，写的是 {quoted(raw)}")
    return str(Fraction(text)) if "/" in text else text


def as_day(raw: object) -> str:
    """Take a month-day of every year, or a full date, in quotes."""
    text = as_text(raw)
    whole = f"2024-{text}" if MONTH_DAY.fullmatch(text) else text
    if not is_day(whole):
        raise Misshapen(f"应是{SHAPES['day']}，写的是 {quoted(raw)}")
    if text == "02-29":
        raise Misshapen('2月29日不是每年都有；写 "02-28" 或 "03-01"')
    return text


def as_days(raw: object) -> str:
    """Take days of a year, single or in runs, in quotes."""
    text = as_text(raw)
    try:
        # A leap year has every day that any year has.
        read_days(2024, text)
    except ValueError:
        raise Misshapen(f"应是{SHAPES['days']}，写的是 {quoted(raw)}") from None
    return text


def is_day(text: str) -> bool:
    """Tell a whole date that the calendar has."""
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return WHOLE_DAY.fullmatch(text) is not None


READERS: Mapping[str, Callable[[object], str]] = MappingProxyType(
    {
        "text": as_text,
        "flag": as_flag,
        "whole": as_whole,
        "money": as_money,
        "ratio": as_ratio,
        "day": as_day,
        "days": as_days,
    }
)


def became(raw: object) -> str:
    """Name what YAML made of a word that lost its quotes."""
    if isinstance(raw, bool):
        return "真假值"
    return "日期" if isinstance(raw, date) else "数字"


def plain(raw: object) -> str:
    """Write a word as it probably stood in the file."""
    return {True: "yes", False: "no"}[raw] if isinstance(raw, bool) else str(raw)


def quoted(raw: object) -> str:
    """Show what a file says, briefly."""
    try:
        text = "空" if raw is None else str(raw)
    except ValueError:  # Python writes out no number of more than 4,300 digits.
        return "一个过长的数"
    return text if len(text) <= 60 else f"{text[:60]}…"


def words_of(value: Value) -> Iterator[str]:
    """Return every word of a value, in order."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from (part,) if isinstance(part, str) else part.values()
    else:
        yield from value.values()
