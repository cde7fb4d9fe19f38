"""定点医疗机构: the list of hospitals, each version dated; and the reading of its file."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING

from stdnum.cn import uscc
from stdnum.exceptions import ValidationError

from ledger.basis.errors import Finding
from ledger.basis.terms import OWNERSHIPS, YES_NO, code_of
from ledger.basis.text import has_invisible, narrow, tidy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

CODE_PATTERN = re.compile(r"[A-Z0-9][A-Z0-9-]{0,29}", re.ASCII)
HEADINGS = {
    "code": "医疗机构编码",
    "name": "名称",
    "ownership": "性质",
    "level": "级别",
    "inpatient": "收治住院",
    "credit_code": "统一社会信用代码",
    "bank_account": "银行账号",
    "group": "医共体",
    "agency": "属地经办机构",
    "valid_from": "生效日期",
}
REQUIRED = ("code", "name", "ownership", "level", "inpatient")


#: The kind of the account that the hospital list names; the others are ACCOUNT_KINDS.
LISTED = "listed"


@dataclass(frozen=True, slots=True, kw_only=True)
class HospitalAccount:
    """One bank account of a hospital, its own or one of 集中核算, from a day until a day.

    Both days count; `until` is None without an end. `kind` is LISTED where the hospital list
    names it, else of ACCOUNT_KINDS; `paper` is the document by which it was registered.
    """

    number: str
    kind: str
    since: date
    until: date | None
    paper: str = ""

    def holds(self, day: date) -> bool:
        """Return whether it is the hospital's on a day."""
        return self.since <= day and (self.until is None or day <= self.until)


def bare_number(text: str) -> str:
    """Strip an account number to its digits and letters, half width, in capitals.

    Banks and people group it in their own ways: blanks, dashes, full width.
    """
    return "".join(c for c in unicodedata.normalize("NFKC", text) if c.isalnum()).upper()


def listed_accounts(versions: Iterable[tuple[date, str]]) -> tuple[HospitalAccount, ...]:
    """Return the accounts that the versions of a hospital list name, in the order of their days.

    Each holds until a later version names another; the first holds before its day too. A version
    without an account says nothing of it.
    """
    named = [(since, number) for since, number in versions if number]
    return tuple(
        HospitalAccount(
            number=number,
            kind=LISTED,
            since=since if place else date.min,
            until=named[place + 1][0] - timedelta(days=1) if place + 1 < len(named) else None,
        )
        for place, (since, number) in enumerate(named)
    )


def account_paid(accounts: Iterable[HospitalAccount], day: date) -> str:
    """Return the account that a payment goes to which names none; "" where that cannot be told.

    It is the one in the hospital list, or the only one there is.
    """
    held = [one for one in accounts if one.holds(day)]
    listed = [one.number for one in held if one.kind == LISTED]
    if listed:
        return listed[-1]
    return held[0].number if len(held) == 1 else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hospital:
    """One version of a hospital (定点医疗机构, clinics included), valid from a day on.

    `accounts` are all of its bank accounts, of every day; two versions that differ in nothing
    else are the same.
    """

    code: str
    name: str
    ownership: str
    level: str
    inpatient: bool
    credit_code: str
    bank_account: str
    group: str
    agency: str
    valid_from: date
    accounts: tuple[HospitalAccount, ...] = field(default=(), compare=False)

    def accounts_on(self, day: date) -> tuple[HospitalAccount, ...]:
        """Return the bank accounts that are the hospital's on a day."""
        return tuple(one for one in self.accounts if one.holds(day))


def read_hospital(
    row: int, words: Mapping[str, str], today: date
) -> tuple[Hospital | None, list[Finding]]:
    """Read one row of a hospital list; all of its faults come back at once."""
    given = {field: tidy(words.get(field, "")) for field in HEADINGS}
    values = {field: narrow(text).strip() for field, text in given.items()}
    valid_from, day_findings = valid_day(row, values["valid_from"], today)
    findings = [
        *lacking_cells(row, values),
        *invisible_cells(row, given),
        *unknown_words(row, values),
        *credit_code_findings(row, values["credit_code"]),
        *day_findings,
    ]
    ownership = code_of(OWNERSHIPS, values["ownership"])
    inpatient = code_of(YES_NO, values["inpatient"])
    if findings or ownership is None or inpatient is None:
        return None, findings
    hospital = Hospital(
        code=values["code"].upper(),
        name=given["name"],
        ownership=ownership,
        level=given["level"],
        inpatient=inpatient == "yes",
        credit_code=values["credit_code"].upper(),
        bank_account=values["bank_account"].replace(" ", ""),
        group=given["group"],
        agency=given["agency"],
        valid_from=valid_from,
    )
    return hospital, []


def lacking_cells(row: int, values: Mapping[str, str]) -> list[Finding]:
    """Word which cells are empty that must not be."""
    empty = [field for field in REQUIRED if not values[field]]
    return [cell(row, field, f"缺少{HEADINGS[field]}", "填写后重新导入") for field in empty]


def invisible_cells(row: int, given: Mapping[str, str]) -> list[Finding]:
    """Word which cells have marks that nobody sees."""
    marked = [field for field, text in given.items() if has_invisible(text)]
    return [
        cell(row, field, f"{HEADINGS[field]}里有看不见的字符", "删去这些字符，或重新键入")
        for field in marked
    ]


def unknown_words(row: int, values: Mapping[str, str]) -> Iterator[Finding]:
    """Word a code of another form, and words that the vocabularies do not have."""
    code = values["code"].upper()
    if code and CODE_PATTERN.fullmatch(code) is None:
        message = f"医疗机构编码“{code}”只能含字母、数字和-"
        yield cell(row, "code", message, "按国家定点机构代码填写")
    ownership, inpatient = values["ownership"], values["inpatient"]
    if ownership and code_of(OWNERSHIPS, ownership) is None:
        yield cell(row, "ownership", f"性质“{ownership}”", "填 公立 或 非公立")
    if inpatient and code_of(YES_NO, inpatient) is None:
        yield cell(row, "inpatient", f"收治住院“{inpatient}”", "填 是 或 否")


def valid_day(row: int, word: str, today: date) -> tuple[date, list[Finding]]:
    """Read the day from which a row holds; today where none is written."""
    if not word:
        return today, []
    try:
        return date.fromisoformat(word), []
    except ValueError:
        return today, [cell(row, "valid_from", f"日期“{word}”", "写成 2026-01-31")]


def credit_code_findings(row: int, text: str) -> list[Finding]:
    """Check a 统一社会信用代码 where one is given: eighteen places and their check digit."""
    if not text:
        return []
    try:
        uscc.validate(text)
    except ValidationError:
        return [
            cell(row, "credit_code", f"统一社会信用代码“{text}”校验不符", "对照营业执照核对十八位")
        ]
    return []


def cell(row: int, field: str, message: str, remedy: str) -> Finding:
    """Word what is wrong with one cell."""
    return Finding(
        code="CELL_UNREADABLE",
        message=message,
        remedy=remedy,
        row=row,
        field=HEADINGS[field],
        unreadable=True,
    )
