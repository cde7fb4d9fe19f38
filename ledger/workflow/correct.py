"""更正: red vouchers of what was wrong, and blue ones of what is right, as one unit.

《会计基础工作规范》51(五). The original stays as it is; drafts of red and blue are approved and
posted together, and leaves are tested at the end of the unit.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ledger.basis.errors import Finding, Refused, refuse, unclear
from ledger.basis.period import PERIOD_PATTERN, first_day
from ledger.basis.terms import OPENING_WORD, VOUCHER_WORD
from ledger.events.base import event_words
from ledger.events.correcting import CLAUSE
from ledger.store.balances import first_open
from ledger.store.engine import reading, writing
from ledger.store.facts import read_event, read_facts, read_keys, read_posted
from ledger.store.masters import read_books
from ledger.store.registers import find_register
from ledger.store.vouchers import find_by_key, find_vouchers
from ledger.store.writer import add_drafts
from ledger.voucher.shown import voucher_label
from ledger.workflow.correction_form import AUTO, Wrong, choose_form, rows_in_form
from ledger.workflow.desk import Desk, acting, note, refusals_logged
from ledger.workflow.files import RawFile, RawRow
from ledger.workflow.intake import ReadRow, read_rows
from ledger.workflow.record import key_conflict, new_draft
from ledger.workflow.trial import try_batch

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    import sqlalchemy as sa

    from ledger.voucher.running import Candidate

#: The digits that a voucher's number has at most.
MOST_DIGITS = 9
NOTHING = RawFile(name="", folder=None, rows=(), findings=())  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What a correction prepared: its candidates, the form chosen, and why that one."""

    candidates: tuple[Candidate, ...]
    names: Mapping[str, str]
    form: str
    why: str


def correct(
    desk: Desk,
    book: str,
    vouchers: Sequence[str],
    *,
    reason: str,
    right: RawFile = NOTHING,
    day: date | None = None,
    form: str = AUTO,
    dry_run: bool = False,
) -> Correction:
    """Prepare the correction of vouchers as one unit, in the form that 51(五) asks for.

    `vouchers` are labels (`2026-03 记-0007`) or business keys. A row of `right` says only what
    differs: every other word, and the papers, come from the voucher it corrects. `day` is the
    day of the correction, today unless given; `form` is chosen by the program unless named.
    """
    with refusals_logged(desk, "correct", "、".join(vouchers), book):
        if not reason.strip():
            raise refuse("REASON_MISSING", "更正须写明原因", "用 --reason 写明原因", clause=CLAUSE)
        with reading(desk.engine) as conn:
            if book not in read_books(conn):
                raise refuse("BOOK_UNKNOWN", f"没有账套 {book}", "用 --book 指明账套")
        with writing(desk.engine, [book], dry_run=dry_run) as conn:
            acting(desk, conn, "preparer", "更正凭证")
            found = find_wrong(conn, book, vouchers)
            on = day or desk.today()
            one = read_books(conn)[book]
            # Where the day's month is closed, blue goes into the first open one, as red does.
            opened = first_day(first_open(conn, one)[0])
            blues = blue_rows(list(found.items()), right, max(on, opened))
            chart = desk.chart(one.fund)
            events = [row.event for row in blues]
            facts, _ = read_facts(conn, one, chart, events, desk.today())
            chosen, why = choose_form(list(found.values()), blues, facts, on, form)
            unit = rows_in_form(chosen, list(found.values()), blues, facts, on, reason)
            tried = try_batch(desk, conn, one, [unit])
            if tried.findings:
                raise Refused(tried.findings)
            candidates = tuple(candidate for candidate, _ in tried.candidates)
            taken = read_keys(conn, book, (row.event.key for row in unit))
            if clashes := [row for row in unit if row.event.key in taken]:
                raise Refused(key_conflict(row) for row in clashes)
            prepare(desk, conn, candidates)
            note(desk, conn, book, "record", "、".join(vouchers), {"correction": reason})
    return Correction(candidates=candidates, names=tried.names, form=chosen, why=why)


def prepare(desk: Desk, conn: sa.Connection, candidates: Sequence[Candidate]) -> None:
    """Add the drafts of a unit; the first one's id names it."""
    ids = [desk.identity.new() for _ in candidates]
    pairs = zip(candidates, ids, strict=True)
    add_drafts(conn, [new_draft(desk, candidate, id_, ids[0]) for candidate, id_ in pairs])


def parse_label(word: str) -> tuple[str, int] | None:
    """Read a voucher's label: `2026-03 记-0007`, `2026-03-7` or `2026-00 期初-0001`.

    With more digits than any voucher's number has, it is none.
    """
    period, _, rest = word.strip().partition(" ")
    if not rest:
        period, _, rest = word.strip().rpartition("-")
    rest = rest.removeprefix(VOUCHER_WORD).removeprefix(OPENING_WORD).lstrip("-")
    known = PERIOD_PATTERN.fullmatch(period) or period.endswith("-00")
    if not known or not (rest.isascii() and rest.isdigit()) or len(rest) > MOST_DIGITS:
        return None
    return period, int(rest)


def find_wrong(conn: sa.Connection, book: str, words: Sequence[str]) -> dict[str, Wrong]:
    """Find the vouchers that are named; raises Refused for any that is not there."""
    if len(set(words)) != len(words) or not words:
        raise unclear("VOUCHER_TWICE", "没有写明凭证，或同一凭证写了两次", "每张凭证写一次")
    ids: dict[str, str] = {}
    for word in words:
        label = parse_label(word)
        id_ = find_vouchers(conn, book, [label])[0] if label else find_by_key(conn, book, word)
        if not id_ and find_register(conn, book, word) is not None:
            raise refuse(
                "REGISTER_CORRECTED",
                f"“{word}”是登记事项，没有凭证，不能更正",
                "用“撤销登记”（withdrawal）撤销，再重新登记",
                clause=CLAUSE,
            )
        if not id_:
            raise refuse(
                "VOUCHER_UNKNOWN",
                f"{book} 没有凭证“{word}”",
                "写成“2026-03 记-0007”，或写业务编号；用 prepay voucher list 查看",
            )
        ids[word] = id_
    posted = read_posted(conn, book, tuple(sorted(ids.values())))
    return {
        word: Wrong(posted=posted[id_], event=read_event(conn, book, id_))
        for word, id_ in ids.items()
    }


def blue_rows(wrong: Sequence[tuple[str, Wrong]], right: RawFile, on: date) -> list[ReadRow]:
    """Read the blue events: each row laid over the words of the voucher that it corrects."""
    findings: list[Finding] = list(right.findings)
    rows: list[RawRow] = []
    targets: dict[int, Wrong] = {}
    for index, row in enumerate(right.rows):
        target = target_of(row, index, wrong, right)
        if target is None:
            findings.append(no_target(row))
            continue
        earlier = sum(other is target for other in targets.values())
        targets[row.number] = target
        rows.append(RawRow(number=row.number, words=laid_over(row, target, on, earlier)))
    read, found = read_rows(rows)
    findings.extend(found)
    if findings:
        raise Refused(findings)
    blues = []
    for item in read:
        target = targets[item.number]
        papers = item.event.papers or target.event.papers
        event = replace(item.event, corrects=target.posted.id, papers=papers)
        blues.append(ReadRow(number=item.number, event=event))
    return blues


def target_of(
    row: RawRow, index: int, wrong: Sequence[tuple[str, Wrong]], right: RawFile
) -> Wrong | None:
    """Find which voucher a blue row corrects: as named, the only one, or by order."""
    named = str(row.words.get("corrects") or "").strip()
    if named:
        for word, target in wrong:
            label = voucher_label(target.posted.period, target.posted.number)
            if named in (word, target.posted.key, label):
                return target
        return None
    if len(wrong) == 1:
        return wrong[0][1]
    return wrong[index][1] if len(right.rows) == len(wrong) else None


def laid_over(row: RawRow, target: Wrong, on: date, earlier: int) -> Mapping[str, object]:
    """Lay a row's words over those of the event it corrects; kind-bound words go with the kind."""
    event = target.event
    given = {name: word for name, word in row.words.items() if word not in (None, "", [])}
    given.pop("corrects", None)
    kind = given.get("kind", event.KIND)
    area, _, fund = event.book.partition("/")
    base: dict[str, object] = event_words(event) if kind == event.KIND else {}
    for name in ("papers", "summary", "booked", "corrects"):
        base.pop(name, None)
    return {
        "kind": kind,
        "key": f"{event.key}-订正{earlier + 1 if earlier else ''}",
        "area": area,
        "fund": fund,
        "date": event.date.isoformat(),
        "booked": on.isoformat() if on >= event.date else "",
        **base,
        **given,
    }


def no_target(row: RawRow) -> Finding:
    """Word that a blue row does not say which voucher it corrects."""
    return Finding(
        code="CORRECTS_UNCLEAR",
        message="看不出这一行订正的是哪张凭证",
        remedy="在“更正凭证”（corrects）栏写凭证号或原业务编号；或行数与凭证数相同并按次序排列",
        row=row.number,
        field="corrects 更正凭证",
        unreadable=True,
    )
