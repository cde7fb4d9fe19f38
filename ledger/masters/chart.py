"""The chart of accounts (会计科目) of each fund, as plain values.

`chart_of_accounts.yaml` holds it; `chart_file` reads that file. Leaf codes read
`1101.01.H62010000001.2026`: statutory code, two-digit segments, then what the account is
kept by (hospital, prepayment year, counterparty), in the order of the chart.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

COUNTERPARTY_CODE = re.compile(r"[A-Z0-9][A-Z0-9-]{0,39}", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One leaf account (明细科目): a code of the chart, and what it is kept by.

    `base` is the code in the chart, `code` the whole code; `hospital`, `year` (prepayment
    year) and `counterparty` are empty or 0 where the chart does not ask for them.
    """

    code: str
    base: str
    hospital: str = ""
    year: int = 0
    counterparty: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """A leaf account as the books hold it.

    `holder` is the hospital's or counterparty's name on the day the leaf was opened, frozen,
    so that a renamed hospital never rewrites closed files; `name` is the whole name printed.
    """

    account: Account
    holder: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartAccount:
    """One account of the chart: its own name, its name with its parents', class and side."""

    code: str
    name: str
    full_name: str
    account_class: str
    side: str
    by: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FundChart:
    """The chart of one fund (险种): accounts by code, roles → codes, and where each transfers to.

    `roles` says which account serves a purpose (`prepayment` → `1101.01`); `transfers` maps
    an account of 3001 to the income and expense accounts closed into it (财会〔2017〕28号 3001).
    """

    fund: str
    name: str
    short: str
    accounts: Mapping[str, ChartAccount]
    roles: Mapping[str, str]
    transfers: Mapping[str, tuple[str, ...]]

    def leaf(
        self, role: str, *, hospital: str = "", year: int = 0, counterparty: str = ""
    ) -> Account:
        """Return the leaf account that serves a role, for what the chart keeps it by."""
        base = self.roles[role]
        by = self.accounts[base].by
        account = Account(
            code=base,
            base=base,
            hospital=hospital if "hospital" in by else "",
            year=year if "year" in by else 0,
            counterparty=counterparty if "counterparty" in by else "",
        )
        assert all(getattr(account, name) for name in by), f"{base} is kept by {by}"
        return replace(account, code=self.spelled(account))

    def spelled(self, account: Account) -> str:
        """Spell a leaf's code from what it is kept by, in the order that the chart names.

        What the chart does not ask for stands at the end, so that a leaf which carries it is
        told from one that does not.
        """
        by = self.accounts[account.base].by
        segments = {
            "hospital": account.hospital,
            "year": str(account.year or ""),
            "counterparty": counterparty_code(account.counterparty) if account.counterparty else "",
        }
        order = [*by, *(name for name in segments if name not in by)]
        return ".".join([account.base, *(segments[name] for name in order if segments[name])])

    def plain(self, code: str) -> Account:
        """Return the leaf account of a code that is kept by nothing further."""
        assert not self.accounts[code].by, f"{code} is kept by {self.accounts[code].by}"
        return Account(code=code, base=code)

    def account(self, code: str) -> Account:
        """Read a leaf's code back into its account; a counterparty stands by its segment."""
        base = code
        while base not in self.accounts:
            assert "." in base, f"{code} lies in no chart"
            base = base.rpartition(".")[0]
        parts = code[len(base) :].lstrip(".").split(".") if code != base else []
        by = dict(zip(self.accounts[base].by, parts, strict=True))
        return Account(
            code=code,
            base=base,
            hospital=by.get("hospital", ""),
            year=int(by.get("year", "0")),
            counterparty=by.get("counterparty", ""),
        )

    def full_name(self, base: str, *, holder: str = "", year: int = 0) -> str:
        """Write a leaf's whole name; `holder` is the hospital's or counterparty's name."""
        parts = [self.accounts[base].full_name, *([holder] if holder else [])]
        return "-".join([*parts, *([f"{year}年"] if year else [])])

    def transfer_target(self, code: str) -> str | None:
        """Find the account of 3001 that an income or expense leaf is closed into."""
        for target, sources in self.transfers.items():
            if any(code == source or code.startswith(source + ".") for source in sources):
                return target
        return None


def counterparty_code(counterparty: str) -> str:
    """Return the code segment of a counterparty: itself where it is a code, else from its name.

    A name makes `C` and eight hex digits of its SHA-256, so that the same words always meet
    the same account and no mark in a name can reach a code.
    """
    if COUNTERPARTY_CODE.fullmatch(counterparty):
        return counterparty
    return "C" + hashlib.sha256(counterparty.encode()).hexdigest()[:8].upper()


def is_under(code: str, parent: str) -> bool:
    """Return whether a code is a parent's own or lies below it (`11011` is not below `1101`)."""
    return code == parent or code.startswith(parent + ".")
