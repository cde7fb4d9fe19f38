"""Writes the row of a file of events from a row of a worked case: what it says, else what is usual."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from ledger.basis.terms import PAPER_TYPES, code_of
from ledger.events.kinds import spelled
from tests.case_table import CaseFault

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.case_runner import Stage

#: What a row of these kinds says where the case leaves it out; `{day}` and `{year}` are the row's,
#: `{account}` is the hospital's in README.md.
USUAL: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "disbursement": {"from": "1004"},
        "repayment": {"to": "1004", "payer_account": "{account}"},
        "payment-return": {"to": "1004"},
        "recall": {"notified_on": "{day}"},
        "settlement-offset": {"benefit": "inpatient"},
        "application": {
            "settled_since": "2020-01-01",
            "evaluations": "{before2}:合格;{before}:合格",
            "undertaken_on": "{day}",
            "finance_sound": "yes",
            "key_work": "yes",
            "inspections": "yes",
            "rectified": "yes",
        },
    }
)
PAPER_TERMS = MappingProxyType(
    {"附件金额": "amount", "附件日期": "date", "附件名称": "title", "附件编号": "number"}
)
#: The headings whose cell holds a list.
LISTS = frozenset({"绩效考核结果", "结算明细"})


def event_row(stage: Stage, kind: str, book: str, terms: dict[str, str]) -> dict[str, object]:
    """Write the row of an event: what the case says, else what is usual."""
    day, year = stage.row.day, int(stage.row.day[:4])
    known = {spec.name for spec in spelled(kind).values()}
    holder = stage.hospital()
    account = f"6222{holder[-8:]}" if holder else ""
    usual = {
        name: text.format(day=day, year=year, before=year - 1, before2=year - 2, account=account)
        for name, text in USUAL.get(kind, {}).items()
    }
    given = {"hospital": stage.hospital(), "amount": stage.row.amount} | usual
    if "year" in known and kind != "opening-balance":
        given["year"] = str(year)
    given |= said(kind, terms)
    if "lines" in given:
        given.pop("benefit", None)
    area, _, fund = book.partition("/")
    key = terms.pop("业务编号", "")
    words: dict[str, object] = {
        name: text for name, text in given.items() if text and name in {*known, "hospital"}
    }
    written = terms.pop("核销日期", day) if kind == "prior-write-off" else day
    row = stage.office.row(kind, area=area, fund=fund, date=written, **words)
    if key:
        row["key"] = key
    row["papers"] = papers_said(stage, row["papers"], terms)
    return row


def said(kind: str, terms: dict[str, str]) -> dict[str, str]:
    """Take from a row's terms what its event carries, by the headings of the templates."""
    labels = {spec.label: spec.name for spec in spelled(kind).values()}
    words = {}
    for label in [label for label in terms if label in labels]:
        text = terms.pop(label)
        # 分号和冒号在案例里分开各个条件，所以一格里的列表用顿号和空格写。
        text = text.replace("、", ";").replace(" ", ":") if label in LISTS else text
        words[labels[label]] = "" if text == "无" else text
    return words


def papers_said(stage: Stage, usual: object, terms: dict[str, str]) -> object:
    """Write the papers of a row: the usual ones, as the case changes them."""
    assert isinstance(usual, list)
    papers = {paper["type"]: dict(paper) for paper in usual}
    for word in filter(None, terms.pop("另附", "").split("、")):
        code = paper_code(stage, word)
        number = f"{code}-{stage.office.count}"
        papers[code] = {"type": code, "number": number, "date": stage.row.day}
    for word in filter(None, terms.pop("缺附件", "").split("、")):
        papers.pop(paper_code(stage, word))
    for term, name in PAPER_TERMS.items():
        for part in filter(None, terms.pop(term, "").split("、")):
            word, _, text = part.partition(" ")
            papers[paper_code(stage, word)][name] = "" if text == "无" else text
    return list(papers.values())


def paper_code(stage: Stage, word: str) -> str:
    """Read a paper's type."""
    code = code_of(PAPER_TYPES, word)
    if code is None:
        raise CaseFault(f"{stage.row}\n不认识的附件“{word}”")
    return code
