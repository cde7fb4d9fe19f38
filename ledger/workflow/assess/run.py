"""核定测算: an area's year worked out by the rules of its books, and written as drafts."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from ledger.assessment.gate import fund_gate
from ledger.assessment.run import AssessmentRun, sums
from ledger.assessment.sheet import assess
from ledger.assessment.values import CalculationSheet
from ledger.basis.errors import Finding, Refused, unclear
from ledger.basis.heap import uncollected
from ledger.events.registers.adjustment import Adjustment
from ledger.store.engine import reading
from ledger.store.masters import read_books
from ledger.store.standing.assess_lists import read_figures, read_months
from ledger.workflow.assess.agreed import document_paper, later_papers, read_agreed, unagreed
from ledger.workflow.assess.drafts import run_of, write_drafts
from ledger.workflow.assess.facts import (
    applicants_of,
    applied_twice,
    read_known,
    totals_text,
    waiting,
)
from ledger.workflow.desk import Desk, acting_on, refusals_logged
from ledger.workflow.policy.policy import policy_in_use

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import sqlalchemy as sa

    from ledger.assessment.values import Applicant, FundFigures
    from ledger.intake.files import RawFile
    from ledger.masters.book import Book
    from ledger.policy.profile import Policy, Rules
    from ledger.workflow.assess.area_known import AreaKnown


@dataclass(frozen=True, slots=True, kw_only=True)
class Ran:
    """What a run wrote: the drafts as a sheet shows them, how many it replaced, warnings."""

    run: AssessmentRun
    replaced: int
    warnings: tuple[Finding, ...]

    def sentence(self, *, dry_run: bool) -> str:
        """Say in a line what became of it."""
        count = sum(1 for line in self.run.lines if line.amount_fen)
        done = "已写成草稿，待另一人审核：prepay assess approve"
        if not self.run.document():
            done = "已写成草稿；还没有财政商定的文件（--document），不能审核"
        done = "试算" if dry_run else done
        again = f"，替换未审核的草稿 {self.replaced} 笔" if self.replaced else ""
        return (
            f"{self.run.area_name} {self.run.year} 年度核定第 {self.run.version} 版："
            f"{count} 笔预付，{totals_text(*sums(self.run.lines))}；{done}{again}"
        )


def area_books(conn: sa.Connection, area: str) -> list[Book]:
    """Return the books of an area; where none is named, there must be only one."""
    books = list(read_books(conn).values())
    areas = {area} if area else {book.area for book in books}
    own = [book for book in books if {book.area} == areas]
    if not own:
        raise area_unclear(books)
    return own


def area_unclear(books: Sequence[Book]) -> Refused:
    """Word that nobody has said which area is meant."""
    firsts = [book for book in books if book.fund == books[0].fund]
    known = "、".join(f"{book.area} {book.area_name}" for book in firsts)
    return unclear("AREA_UNCLEAR", "没有说明是哪个统筹区", f"用 --area 写明：{known or '无'}")


@uncollected()
def run_year(
    desk: Desk,
    year: int,
    *,
    area: str = "",
    agreed: RawFile | None = None,
    document: str = "",
    dry_run: bool = False,
) -> Ran:
    """测算: work out a year for an area and write it as drafts, one unit.

    Drafts of the same year that nobody has approved are replaced. Raises Refused with
    everything that is missing: figures, months of payments, choices, agreed amounts.
    """
    with refusals_logged(desk, "assess-run", f"{area} {year}".strip()):
        paper = document_paper(document)
        with reading(desk.engine) as conn:
            books = area_books(conn, area)
        codes = [book.code for book in books]
        with acting_on(desk, codes, role="preparer", what="核定测算", dry_run=dry_run) as (conn, _):
            policies = {book.code: policy_in_use(desk, conn, book) for book in books}
            day = desk.today()
            known = read_known(desk, conn, books, year, day)
            amounts = read_agreed(agreed)
            sheet = work_out(conn, books, policies, known, amounts)
            clause = policies[books[0].code].on(day).clause("decided_with")
            findings = later_papers(paper, day, clause)
            if findings := [*findings, *unagreed(agreed, amounts, sheet, clause)]:
                raise Refused(findings)
            run = run_of(desk, conn, books, policies, known, sheet, paper)
            replaced = write_drafts(desk, conn, run, books)
            warnings = waiting(conn, books, year)
    return Ran(run=run, replaced=replaced, warnings=tuple(warnings))


def work_out(
    conn: sa.Connection,
    books: Sequence[Book],
    policies: Mapping[str, Policy],
    known: AreaKnown,
    agreed: Mapping[tuple[str, str], int],
) -> CalculationSheet:
    """Work out every fund by the rules of its own book; raises Refused with all that is missing.

    Where the books have adopted and chosen alike, the sheet is worked out once.
    """
    rules = {code: policy.on(known.day, known.year) for code, policy in policies.items()}
    figures = read_figures(conn, books, known.year - 1)
    by_fund = {one.fund: one for one in figures.values()}
    findings = dict.fromkeys(applied_twice(known, rules[books[0].code]))
    findings |= dict.fromkeys(missing_months(conn, books, rules, by_fund, known))
    applicants = applicants_of(known, books, rules, agreed)
    by_book, refused = sheets_by_book(books, policies, known, rules, by_fund, applicants)
    findings |= dict.fromkeys(refused)
    if findings:
        raise Refused(findings)
    gates = chain.from_iterable(sheet.gates for sheet in by_book)
    lines = chain.from_iterable(sheet.lines for sheet in by_book)
    return CalculationSheet(year=known.year, gates=tuple(gates), lines=tuple(lines))


def sheets_by_book(
    books: Sequence[Book],
    policies: Mapping[str, Policy],
    known: AreaKnown,
    rules: Mapping[str, Rules],
    figures: Mapping[str, FundFigures],
    applicants: Sequence[Applicant],
) -> tuple[list[CalculationSheet], list[Finding]]:
    """Work out each book's sheet, once where they have adopted and chosen alike; all refusals."""
    adjustments = known.of(Adjustment)
    sheets: dict[object, CalculationSheet] = {}
    by_book: list[CalculationSheet] = []
    findings: list[Finding] = []
    for book in books:
        same = settled_by(policies[book.code], known.year)
        try:
            if same not in sheets:
                sheets[same] = assess(
                    year=known.year,
                    rules=rules[book.code],
                    figures=figures,
                    applicants=applicants,
                    adjustments=adjustments,
                )
        except Refused as refusal:
            findings += refusal.findings
            continue
        by_book.append(of_fund(sheets[same], book.fund))
    return by_book, findings


def of_fund(sheet: CalculationSheet, fund: str) -> CalculationSheet:
    """Keep of a sheet what is one fund's."""
    return CalculationSheet(
        year=sheet.year,
        gates=tuple(gate for gate in sheet.gates if gate.fund == fund),
        lines=tuple(line for line in sheet.lines if line.fund == fund),
    )


def settled_by(policy: Policy, year: int) -> tuple[object, ...]:
    """Tell policies apart by what settles a year's calculation: layers and readings."""
    return policy.versions(), policy.readings_in(year)


def missing_months(
    conn: sa.Connection,
    books: Sequence[Book],
    rules: Mapping[str, Rules],
    figures: Mapping[str, FundFigures],
    known: AreaKnown,
) -> list[Finding]:
    """Refuse months of the base for which no hospital has any payment, for funds that may pay."""
    findings = []
    for book in books_of_base(books, rules, figures, known):
        lacking = lacking_months(conn, book, base_months(rules[book.code], known.year))
        if lacking:
            findings.append(months_missing(book, lacking, rules[book.code]))
    return findings


def books_of_base(
    books: Sequence[Book],
    rules: Mapping[str, Rules],
    figures: Mapping[str, FundFigures],
    known: AreaKnown,
) -> Sequence[Book]:
    """List the books whose payments the base is taken from.

    Where the funds are added up (海南·三) every fund's months are needed, once one may pay.
    """
    may_pay = [book for book in books if is_open(book, rules[book.code], figures, known)]
    added_up = "sum" in {rules[book.code].text("base_funds") for book in may_pay}
    return books if added_up else may_pay


def lacking_months(conn: sa.Connection, book: Book, wanted: Sequence[str]) -> list[str]:
    """List the months of which nobody has imported what a book paid."""
    if not wanted:
        return []
    held = read_months(conn, book.code, first=wanted[0], last=wanted[-1])
    return [month for month in wanted if month not in held]


def base_months(rules: Rules, year: int) -> list[str]:
    """List the months of the years that the base is taken from."""
    try:
        years = rules.whole("base_years")
    except Refused:
        return []  # The calculation itself asks for the choice.
    return [f"{past}-{month:02d}" for past in range(year - years, year) for month in range(1, 13)]


def months_missing(book: Book, lacking: Sequence[str], rules: Rules) -> Finding:
    """Word that nobody has imported what was paid in some months."""
    shown = "、".join(lacking[:6]) + (f" 等 {len(lacking)} 个月" if lacking[6:] else "")
    return Finding(
        code="MONTHS_MISSING",
        message=f"{book.name} {shown}没有任何医疗机构的支付数据",
        remedy="导入这些月份：prepay assess import 文件；确实没有支付的月份填一行 0",
        clause=rules.clause("base_services"),
    )


def is_open(book: Book, rules: Rules, figures: Mapping[str, FundFigures], known: AreaKnown) -> bool:
    """Return whether a book's fund passes its gate; where that cannot be told, it may."""
    if book.fund not in figures:
        return True
    try:
        gate = fund_gate(
            figures[book.fund], year=known.year, rules=rules, adjustments=known.of(Adjustment)
        )
    except Refused:
        return True
    return gate.verdict == "open"
