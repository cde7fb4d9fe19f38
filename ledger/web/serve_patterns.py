"""Patterns that people type into Fava's filters and queries: matched, but never for ever.

Fava and its query language hand them to `re`, which some patterns keep busy for years
(`(.*)*(.*)*x`). Here they are matched by `regex`, which is Beancount's own and takes a time limit;
all patterns of one request share one limit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import regex

from ledger.basis.clock import stopwatch
from ledger.basis.errors import unclear

if TYPE_CHECKING:
    from collections.abc import Callable

#: What all patterns of one request may take together, in seconds.
LIMIT = 2.0
#: A pattern that people type is short; a longer one is built to be slow.
LENGTH_MAX = 500
DEADLINE = "prepay_pattern_deadline"
TOO_SLOW = "筛选或查询里的匹配式太复杂，没有做完。"
SIMPLER = "写成要找的文字，或简单的匹配式，如 .*示范医院"


class BoundedPattern:
    """A compiled pattern whose search gives up when the request's time is used up."""

    __slots__ = ("_pattern",)

    def __init__(self, pattern: regex.Pattern[str]) -> None:
        self._pattern = pattern

    def search(self, text: str) -> Any:
        """Search as `re` does; raises Refused (PATTERN_SLOW) when time is up."""
        return in_time(self._pattern.search, text)

    def match(self, text: str) -> Any:
        """Match at the beginning as `re` does; raises Refused (PATTERN_SLOW) when time is up."""
        return in_time(self._pattern.match, text)


class BoundedRe:
    """What Fava, Beancount's account names and beanquery use of `re`, with a time limit in it."""

    IGNORECASE = regex.IGNORECASE
    error = regex.error
    escape = staticmethod(regex.escape)

    def compile(self, pattern: str, flags: int = 0) -> BoundedPattern:
        """Compile a pattern."""
        return BoundedPattern(compiled(pattern, flags))

    def search(self, pattern: str, text: str, flags: int = 0) -> Any:
        """Search for a pattern."""
        return in_time(compiled(pattern, flags).search, text)

    def match(self, pattern: str, text: str) -> Any:
        """Match a pattern at the beginning."""
        return in_time(compiled(pattern, 0).match, text)

    def fullmatch(self, pattern: str, text: str) -> Any:
        """Match a pattern as a whole."""
        return in_time(compiled(pattern, 0).fullmatch, text)

    def sub(self, pattern: str, by: str, text: str) -> Any:
        """Replace a pattern."""
        return in_time(lambda given, **limit: compiled(pattern, 0).sub(by, given, **limit), text)


def compiled(pattern: str, flags: int) -> regex.Pattern[str]:
    """Compile a pattern of a bearable length; raises Refused (PATTERN_SLOW), or `regex.error`."""
    if len(pattern) > LENGTH_MAX:
        raise unclear("PATTERN_SLOW", TOO_SLOW, SIMPLER)
    return regex.compile(pattern, flags)


def in_time(matching: Callable[..., Any], text: str) -> Any:
    """Match within what is left of the request's time; raises Refused (PATTERN_SLOW)."""
    try:
        return matching(text, timeout=time_left())
    except TimeoutError:
        raise unclear("PATTERN_SLOW", TOO_SLOW, SIMPLER) from None


def time_left() -> float:
    """Return the seconds left to the present request, a moment at the least."""
    from flask import g, has_app_context

    if not has_app_context():
        return LIMIT
    now = stopwatch()
    if not hasattr(g, DEADLINE):
        setattr(g, DEADLINE, now + LIMIT)
    return float(max(getattr(g, DEADLINE) - now, 0.001))


def bound_patterns() -> None:
    """Let Fava's filters and the query language match within limits, in this process."""
    from beancount.core import account
    from beanquery import query_compile, query_env
    from fava.core import filters

    bounded = BoundedRe()
    for module in (account, filters, query_compile, query_env):
        assert hasattr(module, "re"), module.__name__
        setattr(module, "re", bounded)  # noqa: B010  # Not ours to declare.
