"""What Beancount can carry of our words: quoted texts, comments, and names of accounts.

Beancount takes any text in a string, but an account's name only of letters, digits and
hyphens. The code makes a name unique; the Chinese beside it is for reading.
"""

from __future__ import annotations

import re
import unicodedata
from types import MappingProxyType
from typing import TYPE_CHECKING

from ledger.masters.chart import counterparty_code

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ledger.masters.chart import FundChart, Leaf

#: A Chinese character is no upper-case letter, so each root starts with one that is.
ROOTS: Mapping[str, str] = MappingProxyType(
    {
        "asset": "A资产",
        "liability": "L负债",
        "net_assets": "E净资产",
        "income": "R收入",
        "expense": "X支出",
    }
)
#: The parser's own words for the roots, in the order it lists them. It reads each included
#: file by that file's options alone, so every file of ours begins with these.
ROOT_OPTIONS: Mapping[str, str] = MappingProxyType(
    {
        "name_assets": ROOTS["asset"],
        "name_liabilities": ROOTS["liability"],
        "name_equity": ROOTS["net_assets"],
        "name_income": ROOTS["income"],
        "name_expenses": ROOTS["expense"],
    }
)
#: Every opening (年初余额) stands against this account, which therefore ends at nothing.
CLEARING_ACCOUNT = f"{ROOTS['net_assets']}:0000-上年结转"

#: Longer than any hospital's name; the whole name stands with the account's `open`.
NAME_LENGTH_MAX = 60

MARKED = re.compile(r'["\\\n\r\t\x00\ud800-\udfff]')
#: NUL makes the parser lose the file without a word; a lone surrogate is no UTF-8 at all.
ESCAPES = {
    '"': '\\"',
    "\\": "\\\\",
    "\n": "\\n",
    "\r": "\\r",
    "\t": "\\t",
}
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


def quote(text: str) -> str:
    """Write a text as a Beancount string that reads back as itself, on one line.

    Only NUL and lone surrogates, which no string there can carry, become U+FFFD.
    """
    if MARKED.search(text) is None:
        return f'"{text}"'
    return '"' + MARKED.sub(lambda mark: ESCAPES.get(mark[0], REPLACEMENT), text) + '"'


def comment(text: str) -> str:
    """Write a text as one line of comment: whatever could end the line becomes a blank."""
    printable = (char if char.isprintable() else " " for char in text)
    return f";; {''.join(printable)}"


def root_options() -> str:
    """Write the options that name the roots."""
    return "\n".join(f"option {quote(name)} {quote(root)}" for name, root in ROOT_OPTIONS.items())


def words_of_name(text: str) -> str:
    """Reduce a name to letters, digits and single hyphens, none of them at its ends."""
    whole = unicodedata.normalize("NFC", text[:NAME_LENGTH_MAX])
    kept = (char if is_name_character(char) else "-" for char in whole)
    return "-".join(part for part in "".join(kept).split("-") if part)


def is_name_character(char: str) -> bool:
    """Return whether a character may stand in an account's name: a letter or a decimal digit."""
    category = unicodedata.category(char)
    return category[0] == "L" or category == "Nd"


def labelled(code: str, name: str) -> str:
    """Join a code and a name so that no two codes ever make the same words.

    A code may hold hyphens itself, but a reduced name never two in a row: two after such a
    code keep `H1-A` with name `B` apart from `H1` with name `A-B`.
    """
    words = words_of_name(name)
    if "-" in code:
        return f"{code}--{words}"
    return f"{code}-{words}" if words else code


def account_name(chart: FundChart, leaf: Leaf) -> str:
    """Write a leaf's Beancount name: root, the chart's levels, holder, prepayment year."""
    account = leaf.account
    levels = account.base.split(".")
    parts = [ROOTS[chart.accounts[account.base].account_class]]
    parts.extend(
        labelled(level, chart.accounts[".".join(levels[: depth + 1])].name)
        for depth, level in enumerate(levels)
    )
    if account.hospital:
        parts.append(labelled(account.hospital, leaf.holder))
    if account.counterparty:
        parts.append(labelled(counterparty_code(account.counterparty), leaf.holder))
    if account.year:
        parts.append(str(account.year))
    return ":".join(parts)


def account_names(chart: FundChart, leaves: Iterable[Leaf]) -> dict[str, str]:
    """Name every leaf by its code, in order of code.

    The parser itself accepts a name whose first part only is well formed, so each is put
    to Beancount's full test here.
    """
    from beancount.core.account import is_valid

    names = {
        leaf.account.code: account_name(chart, leaf)
        for leaf in sorted(leaves, key=lambda leaf: leaf.account.code)
    }
    for name in names.values():
        assert is_valid(name), f"{name!r} is no account name"
    assert len(set(names.values())) == len(names), "two leaves share an account name"
    return names
