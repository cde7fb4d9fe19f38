"""对方是谁: which hospital, or which kind of business, a statement line speaks of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from ledger.basis.text import narrow
from ledger.reconcile.running import account_digits

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from ledger.masters.hospital import Hospital
    from ledger.reconcile.lines import BankLine
    from ledger.reconcile.units import Unit

#: A name is looked for by its first marks; shorter names would be found everywhere.
ANCHOR = 4
#: Words by which a line without a hospital shows what business it is.
KIND_WORDS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "interest": ("结息", "利息"),
        "allocation": ("财政", "拨款", "拨入", "用款"),
        "remittance": ("上解", "财政", "归集", "缴回"),
        "pass-down": ("下拨",),
        "pass-up": ("收回下拨", "上缴"),
    }
)
BACK = ("退汇", "退回", "退票", "退款", "冲正", "失败", "原路")
FEES = ("手续费", "工本费", "管理费", "短信费", "回单费", "汇划费", "年费(?!用)", "账户费")
BANKERS = ("银行", "信用社", "信用联社", "农商", "手续费")


@dataclass(frozen=True, slots=True, kw_only=True)
class Directory:
    """The hospitals by bank account and by name; `anchors` has names by their first marks.

    `groups` names the 医共体 of a hospital, whose head may pay for the rest.
    """

    names: Mapping[str, str]
    groups: Mapping[str, str]
    by_account: Mapping[str, str]
    by_name: Mapping[str, str]
    anchors: Mapping[str, tuple[str, ...]]


def squeezed(text: str) -> str:
    """Write a name without blanks, brackets of one width."""
    return re.sub(r"\s+", "", narrow(text))


def directory_of(hospitals: Iterable[Hospital], day: date) -> Directory:
    """Index hospitals by accounts of a day and by name; what two of them share tells nothing."""
    listed = list(hospitals)
    by_name = of_one((squeezed(hospital.name), hospital.code) for hospital in listed)
    return Directory(
        names={hospital.code: hospital.name for hospital in listed},
        groups={hospital.code: hospital.group for hospital in listed if hospital.group},
        by_account=of_one(
            (account_digits(one.number), hospital.code)
            for hospital in listed
            for one in hospital.accounts_on(day)
        ),
        by_name=by_name,
        anchors=anchors_of(by_name),
    )


def of_one(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return the words that point to one code only, each with it."""
    found: dict[str, set[str]] = {}
    for word, code in pairs:
        found.setdefault(word, set()).add(code)
    return {word: codes.pop() for word, codes in found.items() if len(codes) == 1}


def anchors_of(names: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Gather names by their first marks, the longest first."""
    anchors: dict[str, list[str]] = {}
    for name in sorted(names, key=len, reverse=True):
        if len(name) >= ANCHOR:
            anchors.setdefault(name[:ANCHOR], []).append(name)
    return {anchor: tuple(found) for anchor, found in anchors.items()}


def named_in(text: str, directory: Directory) -> list[str]:
    """Find the hospitals that a text names, the longest names first."""
    text = squeezed(text)
    found = []
    at = 0
    while at <= len(text) - ANCHOR:
        for name in directory.anchors.get(text[at : at + ANCHOR], ()):
            if text.startswith(name, at):
                found.append(directory.by_name[name])
                at += len(name) - 1
                break
        at += 1
    return found


def owners_of(line: BankLine, directory: Directory) -> dict[str, str]:
    """Return which hospitals a line is about, by code, and from what that is known."""
    found: dict[str, str] = {}
    code = directory.by_account.get(line.counterparty_account)
    if code:
        found[code] = f"对方账号是{directory.names[code]}的"
    code = directory.by_name.get(squeezed(line.counterparty))
    if code:
        found.setdefault(code, f"对方户名是{directory.names[code]}")
    for code in named_in(line.text, directory):
        found.setdefault(code, f"摘要里有{directory.names[code]}")
    return found


def line_keys(line: BankLine, directory: Directory) -> dict[str, str]:
    """Return what ties a line to the books beside its amount: each key with its reason.

    A line that speaks of a hospital is not about the fund's own dealings, whatever its words.
    """
    owners = owners_of(line, directory)
    keys = {f"h:{code}": why for code, why in owners.items()}
    if line.counterparty_account:
        keys[f"a:{line.counterparty_account}"] = f"对方账号 {line.counterparty_account} 相同"
    return keys if owners else keys | business_keys(line)


def business_keys(line: BankLine) -> dict[str, str]:
    """Return the kinds of the fund's own business that a line's words show."""
    keys = {}
    for kind, words in KIND_WORDS.items():
        word = next((word for word in words if word in line.text), "")
        if word:
            keys[f"k:{kind}"] = f"摘要或户名有“{word}”"
    return keys


def sure_keys(line: BankLine, directory: Directory) -> frozenset[str]:
    """Name the keys of a line that may settle it without a person.

    Whose account it is, or whose full name, is nobody else's money; a name within the memo
    counts only where the bank says no counterparty; within another's name it never does.
    """
    keys = line_keys(line, directory)
    account = directory.by_account.get(line.counterparty_account)
    owner = account or directory.by_name.get(squeezed(line.counterparty))
    if owner:
        return frozenset({f"h:{owner}", *(key for key in keys if key[0] == "a")})
    if line.counterparty:
        return frozenset(key for key in keys if key[0] != "h")
    return frozenset(keys)


def unit_keys(unit: Unit) -> tuple[str, ...]:
    """Return what ties a fact of ours to a statement line beside its amount."""
    keys = [f"a:{account}" for account in sorted(unit.accounts)]
    if unit.shown.hospital:
        keys.append(f"h:{unit.shown.hospital}")
    if unit.shown.kind in KIND_WORDS:
        keys.append(f"k:{unit.shown.kind}")
    return tuple(keys)


def group_keys(codes: Iterable[str], directory: Directory) -> dict[str, str]:
    """Return the 医共体 that hospitals belong to, as keys with their reasons."""
    found = {directory.groups[code] for code in codes if code in directory.groups}
    return {f"g:{group}": f"对方与医疗机构同属{group}" for group in sorted(found)}


def is_fee(line: BankLine) -> bool:
    """Tell a bank's own charge, which the fund never bears; others' words of fees are no charge."""
    if line.counterparty and not any(word in line.counterparty for word in BANKERS):
        return False
    taken = line.net_fen < 0 or comes_back(line)
    return taken and any(re.search(word, line.summary) for word in FEES)


def comes_back(line: BankLine) -> bool:
    """Tell a line that says it gives something back."""
    return line.amount_fen < 0 or any(word in line.text for word in BACK)
