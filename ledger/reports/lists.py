"""What the verbs answer, as reports: results of a file, drafts, closing sheets, the log."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from ledger.basis.errors import Finding, Refused, unclear
from ledger.basis.money import yuan
from ledger.basis.terms import CORRECTION_FORMS, EVENT_KINDS
from ledger.events.kinds import LEGLESS
from ledger.events.words import day_named
from ledger.formats.report import Column, Report, Row, money
from ledger.intake.files import read_file
from ledger.intake.intake import event_headings
from ledger.intake.returned import hand_back, situated
from ledger.reports.closing.closing_sheet import CheckShown, SealShown, closing_sheet
from ledger.reports.vouchers.draft_sheet import draft_sheet
from ledger.store.rows import event_of
from ledger.workflow.drafting.correct import NOTHING, correct
from ledger.workflow.drafting.record import record
from ledger.workflow.drafting.review import drafts_of, moves_told

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from ledger.intake.files import RawFile
    from ledger.voucher.running import Candidate
    from ledger.workflow.close.close_month import Closed
    from ledger.workflow.close.verify import Verified
    from ledger.workflow.desk import Desk
    from ledger.workflow.drafting.late_booking import LateRows


@dataclass(frozen=True, slots=True, kw_only=True)
class FileOutcome:
    """What became of one file: its report, one sentence, what is refused, and the exit code."""

    report: Report
    summary: str
    warnings: tuple[Finding, ...]
    refusals: tuple[Finding, ...]
    exit_code: int


def record_file(
    desk: Desk, path: Path, *, dry_run: bool, ask: Callable[[LateRows], date] | None = None
) -> FileOutcome:
    """Record one file and tell what became of it, refused or not."""
    try:
        file = read_file(path, event_headings())
    except Refused as error:
        return refused_outcome(path.name, None, error)
    return record_read(desk, file, dry_run=dry_run, ask=ask)


def refused_outcome(name: str, file: RawFile | None, error: Refused) -> FileOutcome:
    """Return what is wrong with a file; a workbook goes back marked."""
    found = situated(file, error.findings) if file else error.findings
    copy = hand_back(file, found) if file else None
    where = f"；已标在 {copy.name} 里，改好后录入那一份" if copy else ""
    return FileOutcome(
        report=record_report(name, (), found),
        summary=f"{name}：{len(found)} 处问题，一笔也没有录入{where}",
        warnings=(),
        refusals=found,
        exit_code=error.exit_code,
    )


def record_read(
    desk: Desk, file: RawFile, *, dry_run: bool, ask: Callable[[LateRows], date] | None = None
) -> FileOutcome:
    """Record the rows of a file that has been read, and tell what became of it."""
    try:
        result = record(desk, file, dry_run=dry_run, ask=ask)
    except Refused as error:
        return refused_outcome(file.name, file, error)
    fresh = [row for row in result.rows if not row.replayed]
    replayed = len(result.rows) - len(fresh)
    words = "试算通过" if dry_run else "录成草稿"
    again = f"，{replayed} 笔以前录过" if replayed else ""
    shown = tuple((row.row, row.key, row.draft, row.replayed) for row in result.rows)
    return FileOutcome(
        report=record_report(file.name, shown, (), result.candidates),
        summary=f"{file.name}：{len(fresh)} 笔{words}{again}",
        warnings=situated(file, result.warnings),
        refusals=(),
        exit_code=0,
    )


def record_report(
    name: str,
    rows: Sequence[tuple[int, str, str, bool]],
    refused: Sequence[Finding],
    candidates: Sequence[Candidate] = (),
) -> Report:
    """Draw up what a file became; the tree is the contract's."""
    by_key = {candidate.event.key: candidate for candidate in candidates}
    trees = [{"row": row, "key": key, "draft": draft} for row, key, draft, _ in rows]
    shown = []
    for row, key, _, again in rows:
        found = by_key.get(key)
        fen = sum(leg.amount_fen for leg in found.legs) or None if found else None
        shown.append(
            Row(
                cells=(
                    row,
                    key,
                    EVENT_KINDS[found.event.KIND] if found else "",
                    found.booked if found else None,
                    found.summary if found else "",
                    fen,
                    "以前录过" if again else "",
                )
            )
        )
    return Report(
        title=f"制单 {name}",
        subtitle=(),
        columns=(
            Column(heading="行", align="right"),
            Column(heading="业务编号", wraps=12),
            Column(heading="业务"),
            Column(heading="记账日期"),
            Column(heading="摘要", wraps=20),
            money("金额"),
            Column(heading="说明"),
        ),
        rows=tuple(shown),
        tree={
            "recorded": [tree for tree, row in zip(trees, rows, strict=True) if not row[3]],
            "replayed": [tree for tree, row in zip(trees, rows, strict=True) if row[3]],
            "refused": [refusal_tree(finding) for finding in refused],
        },
    )


def refusal_tree(finding: Finding) -> dict[str, object]:
    """Write a finding for machines."""
    return {
        "row": finding.row,
        "key": finding.key or None,
        "field": finding.field or None,
        "code": finding.code,
        "clause": finding.clause or None,
        "message": finding.message,
        "remedy": finding.remedy,
    }


def drafts(desk: Desk, book: str) -> list[Report]:
    """List the live drafts."""
    found = drafts_of(desk, book)
    columns = (
        Column(heading="账套", shown="both", spare=True),
        Column(heading="业务编号", wraps=12),
        Column(heading="业务"),
        Column(heading="记账日期"),
        Column(heading="医疗机构"),
        Column(heading="年度", align="right"),
        money("金额"),
        Column(heading="制单"),
        Column(heading="审核"),
        Column(heading="草稿号", shown="file"),
    )
    rows = tuple(
        Row(
            cells=(
                draft["book"],
                draft["key"],
                EVENT_KINDS[draft["kind"]] + ("（登记）" if draft["kind"] in LEGLESS else ""),
                date.fromisoformat(draft["booked"]),
                draft["hospital"],
                str(draft["year"] or ""),
                draft_fen(draft) or None,
                draft["prepared_by"],
                draft["approved_by"] or "待审核",
                draft["id"],
            ),
            mark="alert" if draft["irregular"] else "",
        )
        for draft in found
    )
    tree = {"drafts": [draft_tree(draft) for draft in found]}
    count = f"共 {len(found)} 笔"
    if registers := sum(draft["kind"] in LEGLESS for draft in found):
        count += f"，其中登记事项 {registers} 项（审核后即生效，不记账）"
    return [
        Report(
            title="草稿",
            subtitle=(count, *moves_told(found)),
            columns=columns,
            rows=rows,
            tree=tree,
        )
    ]


def draft_fen(draft: Mapping[str, Any]) -> int:
    """Say the amount of a draft as its voucher will have it: a correction's is what it moves."""
    if not draft["corrects"]:
        return int(draft["amount_fen"])
    return event_of(draft, ()).shown_fen


def draft_tree(draft: Mapping[str, Any]) -> dict[str, object]:
    """Write one draft for machines."""
    names = ("book", "id", "unit", "key", "kind", "date", "booked", "hospital", "origin")
    return {name: draft[name] for name in names} | {
        "year": draft["year"] or None,
        "register": draft["kind"] in LEGLESS,
        "amount": yuan(draft_fen(draft)),
        "prepared_by": draft["prepared_by"],
        "approved_by": draft["approved_by"] or None,
    }


def read_changes(words: Sequence[str]) -> dict[str, str]:
    """Read `栏目=值` words into changes by English name."""
    headings = event_headings()
    changes = {}
    for word in words:
        name, separator, value = word.partition("=")
        if not separator or name.strip() not in headings:
            raise unclear(
                "CHANGE_UNREADABLE", f"“{word}”读不懂", "写成 栏目=值，如 amount=86000.00"
            )
        changes[headings[name.strip()]] = value
    return changes


def correct_with(
    desk: Desk,
    book: str,
    vouchers: Sequence[str],
    *,
    right: Path | None,
    reason: str,
    day: str,
    form: str,
    dry_run: bool,
) -> tuple[list[Report], tuple[Finding, ...]]:
    """Prepare a correction; return the vouchers as they will be, and what is to be said of them."""
    headings = event_headings() | {"corrects": "corrects", "更正凭证": "corrects"}
    file = read_file(right, headings) if right else NOTHING
    on = day_named(day) if day else None
    done = correct(
        desk, book, vouchers, reason=reason, right=file, day=on, form=form, dry_run=dry_run
    )
    notes = (f"形式：{CORRECTION_FORMS[done.form]}", done.why)
    return [draft_sheet(done.candidates, done.names, notes=notes)], done.warnings


def closing_sheets(closed: Sequence[Closed]) -> list[Report]:
    """结账封面 of what was closed."""
    return [
        closing_sheet(
            item.book,
            SealShown(
                book=item.book.code,
                period=item.seal["period"],
                number_first=item.numbers[0],
                number_last=item.numbers[1],
                vouchers=item.seal["vouchers"],
                events=item.seal["events"],
                debit_fen=item.seal["debit_fen"],
                credit_fen=item.seal["credit_fen"],
                trial_balance_digest=item.seal["balances_digest"],
                position=item.seal["position"],
                head=item.seal["head"],
                previous=item.seal["previous"],
                seal=item.seal["digest"],
                closed_by=item.seal["closed_by"],
                closed_at=item.seal["closed_at"],
                checks=tuple(
                    CheckShown(name=check.name, figure=check.figure) for check in item.checks
                ),
                standing=item.standing,
                remarks=item.remarks,
                reconciled=tuple((one.account, one.words, one.open) for one in item.reconciled),
            ),
        )
        for item in closed
    ]


def outcome(result: Verified) -> str:
    """Say in a few words how a check came out."""
    said = f"不符 {len(result.findings)} 处" if result.findings else "相符"
    explained = f"，另有 {len(result.explained)} 项已说明" * bool(result.explained)
    older = f"，按旧规则 {len(result.older)} 项" * bool(result.older)
    return f"{said}{explained}{older}"


def verification(results: Sequence[Verified]) -> Report:
    """What verify found, check by check; the tree is the contract's."""
    checks = [
        {
            "id": result.id,
            "book": result.book,
            "ok": not result.findings,
            "detail": "；".join(finding.message for finding in result.findings) or result.name,
        }
        | ({"explained": [one.told() for one in result.explained]} if result.explained else {})
        | ({"older": [finding.message for finding in result.older]} if result.older else {})
        for result in results
    ]
    sound = not any(result.findings for result in results)
    explained = [one.told() for result in results for one in result.explained]
    older = [finding.message for result in results for finding in result.older]
    head = "全部相符" if sound else "有不符之处"
    if explained:
        head += f"，另有 {len(explained)} 项已说明"
    told = (f"另有 {len(older)} 项按旧规则记账，升级以前即已如此：",) if older else ()
    return Report(
        title="验证",
        subtitle=(head, *explained, *told, *older),
        columns=(
            Column(heading="账套"),
            Column(heading="检查"),
            Column(heading="结果"),
        ),
        rows=tuple(
            Row(
                cells=(
                    result.book,
                    result.name,
                    outcome(result),
                ),
                mark="alert" if result.findings else "",
            )
            for result in results
        ),
        tree={"sound": sound, "checks": checks},
    )
