"""A name that a profile may set: its title, its shape, and how its value is to be written."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from fractions import Fraction

ANY: Mapping[str, str] = MappingProxyType({})
#: The shapes in which a value may be written, and how to write each.
SHAPES: Mapping[str, str] = MappingProxyType(
    {
        "text": "一个词，加引号",
        "texts": '一列词，如 ["甲", "乙"]',
        "flag": "true 或 false，不加引号",
        "whole": "不带引号的整数，如 12",
        "money": '加引号的金额，如 "1000000.00"',
        "ratio": '加引号的比例，如 "1/2" 或 "0.8"',
        "day": '加引号的月日，如 "12-25"，或加引号的完整日期，如 "2025-09-30"',
        "table": '一张对照表，如 {其他: "0.5"}',
        "days": '加引号的月日，用空格隔开，如 "01-01..01-03 05-01"；没有的写 "无"',
        "rows": "一列行，每行有固定的栏目",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueColumn:
    """A column of a value that is a list of rows: its shape, and the words it may hold."""

    shape: str
    words: Mapping[str, str] = field(default_factory=lambda: ANY)


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Between what a number may lie, and why; `above` leaves out the lower end itself."""

    least: int
    most: int
    why: str
    above: bool = False

    def allow(self, number: Fraction) -> bool:
        """Return whether a number lies within."""
        return self.least <= number <= self.most and not (self.above and number == self.least)

    def words(self) -> str:
        """Say the limits."""
        lower = f"应大于 {self.least}" if self.above else f"不得小于 {self.least}"
        return f"{lower}，不得大于 {self.most}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """A name that a profile may set.

    `words` closes the words of a text or a list, or the keys of a table; `cells` is the shape
    of a table's cells; `needs` a key that a table must have; `limits` hold for a number, or for
    every cell of a table. What is not `optional` must be set somewhere in a profile's layers.
    """

    title: str
    shape: str
    items: tuple[str, ...]
    optional: bool = False
    words: Mapping[str, str] = field(default_factory=lambda: ANY)
    cells: str = "text"
    needs: tuple[str, ...] = ()
    columns: Mapping[str, ValueColumn] = field(default_factory=dict)
    limits: Limits | None = None


def must(title: str, shape: str, items: str, **more: object) -> Parameter:
    """Declare a parameter that every profile must set somewhere."""
    return Parameter(title=title, shape=shape, items=tuple(items.split()), **more)  # type: ignore[arg-type]


def may(title: str, shape: str, items: str, **more: object) -> Parameter:
    """Declare a parameter that a notice may leave out."""
    return must(title, shape, items, optional=True, **more)


def either(**words: str) -> Mapping[str, str]:
    """Close the words of a text: code → 中文."""
    return MappingProxyType(words)
