"""核定审核: a second person approves a year's 核定 as a whole; payments lean on it from then on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ledger.basis.errors import Finding, Refused, refuse
from ledger.basis.heap import uncollected
from ledger.basis.money import grouped, yuan
from ledger.formats.report import UNIT, Column, Report, Row, money
from ledger.store.assess import read_proposed, words_of
from ledger.store.engine import reading, writing
from ledger.store.rows import draft_papers
from ledger.workflow.assess.agreed import DECISION, later_papers
from ledger.workflow.assess.drafts import KINDS, layers_of, version_of
from ledger.workflow.assess.run import area_books
from ledger.workflow.assess.stale import stale_findings
from ledger.workflow.desk import Desk, acting, note, refusals_logged
from ledger.workflow.policy.policy import policy_in_use, policy_of
from ledger.workflow.posting.register import approve_registers

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import sqlalchemy as sa

    from ledger.masters.book import Book

Draft = dict[str, Any]
CLAUSE_EYES = "财会〔2024〕12号·二十一(二)"


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovedYear:
    """What was approved: a report by fund, and one sentence."""

    report: Report
    sentence: str


@uncollected()
def approve_year(desk: Desk, year: int, *, area: str = "", dry_run: bool = False) -> ApprovedYear:
    """审核 a year's drafts of 核定, gates and amounts, all or none.

    Raises Refused: NOTHING_PROPOSED, OWN_DRAFT (four eyes), NOT_AGREED without 财政's decision,
    DOCUMENT_LATER, POLICY_CHANGED or FIGURES_CHANGED where what it rests on moved since the run.
    """
    with refusals_logged(desk, "assess-approve", f"{area} {year}".strip()):
        with reading(desk.engine) as conn:
            books = area_books(conn, area)
        with writing(desk.engine, [book.code for book in books], dry_run=dry_run) as conn:
            acting(desk, conn, "approver", "审核核定")
            drafts = {book.code: read_proposed(conn, book.code, KINDS, year) for book in books}
            if not any(drafts.values()):
                raise refuse(
                    "NOTHING_PROPOSED",
                    f"{books[0].area_name} {year} 年度没有待审核的核定",
                    f"先测算：prepay assess run --year {year}",
                )
            if findings := objections(desk, conn, books, drafts, year):
                raise Refused(findings)
            for book in books:
                mine = drafts[book.code]
                approve_registers(desk, conn, book, mine)
                note(desk, conn, book.code, "assess-approve", str(year), told(mine))
    report = approved_report(books, drafts, year)
    count = sum(1 for found in drafts.values() for draft in found if draft["amount_fen"])
    done = "试算通过" if dry_run else "已审核，可据以拨付"
    return ApprovedYear(report=report, sentence=f"{year} 年度核定：{count} 笔预付{done}")


def objections(
    desk: Desk,
    conn: sa.Connection,
    books: Sequence[Book],
    drafts: Mapping[str, Sequence[Draft]],
    year: int,
) -> list[Finding]:
    """Say what stands against an approval as a whole; each is told once."""
    every = [draft for found in drafts.values() for draft in found]
    for book in books:
        policy_in_use(desk, conn, book)
    clause = policy_of(desk, conn, books[0]).on(desk.today()).clause("decided_with")
    findings = []
    if any(draft["prepared_by"] == desk.operator for draft in every):
        findings.append(
            Finding(
                code="OWN_DRAFT",
                message=f"{year} 年度核定是 {desk.operator} 本人测算的，不能由本人审核",
                remedy="由另一位审核人办理",
                clause=CLAUSE_EYES,
            )
        )
    unagreed = [d for d in every if all(paper.type != DECISION for paper in draft_papers(d))]
    if unagreed:
        findings.append(
            Finding(
                code="NOT_AGREED",
                message=f"{year} 年度核定还没有财政部门商定的文件",
                remedy=f"商定后重新测算：prepay assess run --year {year} --document 文号:日期"
                "（商定金额与测算不同的，加 --agreed 文件）",
                clause=clause,
            )
        )
    papers = (paper for draft in every for paper in draft_papers(draft))
    findings += later_papers(papers, desk.today(), clause)
    moved = policy_moved(desk, conn, books, drafts, year)
    return [*findings, *(moved or stale_findings(desk, conn, books, drafts, year))]


def policy_moved(
    desk: Desk,
    conn: sa.Connection,
    books: Sequence[Book],
    drafts: Mapping[str, Sequence[Draft]],
    year: int,
) -> list[Finding]:
    """Refuse drafts that were worked out by other layers or readings than stand now."""
    findings = []
    for book in books:
        policy = policy_of(desk, conn, book)
        gates = [draft for draft in drafts[book.code] if draft["kind"] == KINDS[0]]
        if any(layers_written(draft) != layers_of(policy, year) for draft in gates):
            findings.append(
                Finding(
                    code="POLICY_CHANGED",
                    message=f"{book.name}的政策方案或选定的口径在测算之后有变动",
                    remedy=f"重新测算：prepay assess run --year {year}",
                    clause=policy.on(desk.today()).clause("decided_with"),
                )
            )
    return findings


def layers_written(draft: Draft) -> tuple[str, ...]:
    """Return the layers and readings that a draft was worked out by."""
    return tuple(words_of(draft).get("layers", ()))


def told(drafts: Sequence[Draft]) -> dict[str, object]:
    """Say in the log what was approved of one book."""
    return {
        "version": max((version_of(draft["key"]) for draft in drafts), default=0),
        "registers": len(drafts),
        "approved": yuan(sum(draft["amount_fen"] for draft in drafts)),
    }


def approved_report(
    books: Sequence[Book], drafts: Mapping[str, Sequence[Draft]], year: int
) -> Report:
    """Draw up what was approved, by fund."""
    rows = []
    trees = []
    for book in books:
        lines = [draft for draft in drafts[book.code] if draft["kind"] == KINDS[1]]
        paid = [draft for draft in lines if draft["amount_fen"]]
        fen = sum(draft["amount_fen"] for draft in lines)
        rows.append(Row(cells=(book.name, len(lines), len(paid), fen)))
        trees.append(
            {
                "book": book.code,
                **told(drafts[book.code]),
                "hospitals": len(lines),
                "paid": len(paid),
            }
        )
    total = sum(draft["amount_fen"] for found in drafts.values() for draft in found)
    return Report(
        title=f"{year}年度医保预付金核定审核",
        subtitle=(UNIT,),
        columns=(
            Column(heading="账套"),
            Column(heading="机构数", align="right"),
            Column(heading="预付机构数", align="right"),
            money("核定金额"),
        ),
        rows=tuple(rows),
        notes=(f"核定金额合计 {grouped(total)}。",),
        tree={"year": year, "books": trees, "total": yuan(total)},
    )
