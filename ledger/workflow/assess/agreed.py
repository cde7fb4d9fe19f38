"""商定: what 财政 agreed, by hospital and fund, and the document that says so."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from ledger.basis.errors import Finding, refuse_by_row, unclear
from ledger.basis.money import grouped
from ledger.basis.terms import FUNDS
from ledger.events.words import Paper, Unclear, as_code, as_date, as_text
from ledger.intake.assess_words import AGREED, fault, read_list
from ledger.intake.returned import unsaid

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping
    from datetime import date

    from ledger.assessment.values import AssessedLine, CalculationSheet
    from ledger.intake.files import RawFile

Agreed = dict[tuple[str, str], int]
DECISION = "assessment-decision"


def document_paper(words: str) -> tuple[Paper, ...]:
    """Read 财政's decision: 文号:日期[:标题]; none where nothing is written."""
    if not words.strip():
        return ()
    number, day, title = ([*re.split(r"[:：]", words, maxsplit=2), "", ""])[:3]
    try:
        named = as_code(number)
        if not named:
            raise Unclear("核定文件没有文号", "写成 文号:日期[:标题]")  # noqa: TRY301
        return (Paper(type=DECISION, number=named, date=as_date(day), title=as_text(title)),)
    except Unclear as error:
        raise unclear(
            "DOCUMENT_UNREADABLE", f"核定文件“{words}”：{error.what}", "写成 文号:日期[:标题]"
        ) from None


def later_papers(papers: Iterable[Paper], today: date, clause: str) -> list[Finding]:
    """Refuse a decision that is dated after today: nobody has taken it yet."""
    late = sorted({(one.number, one.date) for one in papers if one.date > today})
    return [
        Finding(
            code="DOCUMENT_LATER",
            message=f"核定文件“{number}”的日期 {day} 晚于今天 {today}",
            remedy="核对文件日期；文件下达之后再办理",
            clause=clause,
            field="document 核定文件",
        )
        for number, day in late
    ]


def read_agreed(file: RawFile | None) -> Agreed:
    """Read the agreed amounts, by hospital and fund; raises Refused with every bad row."""
    if file is None:
        return {}
    read, found = read_list(AGREED, file.rows)
    findings = [*file.findings, *unsaid(found, file.findings)]
    seen: dict[tuple[str, str], int] = {}
    amounts: Agreed = {}
    for number, values in read:
        place = place_of(values)
        if place in seen:
            what = f"与第 {seen[place]} 行重复"
            findings.append(
                fault(AGREED, number, "agreed", what, "同一机构和险种只留一行", code="ROW_TWICE")
            )
        seen[place] = number
        amounts[place] = int(str(values["agreed"]))
    refuse_by_row(findings)
    return amounts


def place_of(values: Mapping[str, Any]) -> tuple[str, str]:
    """Name what a row speaks of."""
    return values["hospital"], values["fund"]


def unagreed(
    file: RawFile | None, agreed: Agreed, sheet: CalculationSheet, clause: str
) -> list[Finding]:
    """Refuse a list that does not say of every computed amount what was agreed.

    Whom 财政 left out must be told by a 0: nothing is guessed from silence. A row for a
    hospital that is not on the sheet is a mistake, too.
    """
    if file is None:
        return []
    lines = {(line.hospital, line.fund): line for line in sheet.lines}
    return [
        *(
            agreed_missing(line, file.name, clause)
            for place, line in lines.items()
            if line.computed_fen and place not in agreed
        ),
        *agreed_unknown(file, agreed, lines, clause),
    ]


def agreed_missing(line: AssessedLine, file: str, clause: str) -> Finding:
    """Word that a list does not say what was agreed for a hospital."""
    return Finding(
        code="AGREED_MISSING",
        message=f"{line.hospital} {FUNDS[line.fund]}测算 {grouped(line.computed_fen)}，"
        f"{file} 里没有商定金额",
        remedy="补上这一行；商定不予预付的填 0",
        clause=clause,
        field=AGREED.field("agreed"),
    )


def agreed_unknown(
    file: RawFile, agreed: Agreed, known: Container[tuple[str, str]], clause: str
) -> list[Finding]:
    """Word of each row of a list that its hospital is not on the sheet."""
    rows = {place_of(values): number for number, values in read_list(AGREED, file.rows)[0]}
    strange = [place for place in agreed if place not in known]
    return [
        Finding(
            code="AGREED_UNKNOWN",
            message=f"{hospital} {FUNDS[fund]}不在本年测算之内",
            remedy="核对编码和险种，或删去这一行",
            clause=clause,
            row=rows[hospital, fund],
            field=AGREED.field("hospital"),
        )
        for hospital, fund in strange
    ]
