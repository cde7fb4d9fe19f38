"""更正: red vouchers of what was wrong, and blue ones of what is right, as one unit.

《会计基础工作规范》51(五). The original stays as it is; drafts of red and blue are approved and
posted together, and leaves are tested at the end of the unit.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING

from ledger.basis.errors import Finding, Refused, refuse, unclear
from ledger.basis.period import first_day
from ledger.events.base import event_words
from ledger.events.corrections.correcting import CLAUSE
from ledger.intake.files import RawFile
from ledger.intake.intake import ReadRow, read_rows
from ledger.intake.raw_row import RawRow
from ledger.store.engine import reading
from ledger.store.facts import read_facts, read_keys
from ledger.store.standing.registers import find_register
from ledger.store.vouchers.balances import first_open
from ledger.store.vouchers.histories import read_histories
from ledger.voucher.shown import voucher_label
from ledger.workflow.desk import Desk, acting_on, book_of, note, refusals_logged
from ledger.workflow.drafting.checked_rows import key_conflict, new_draft
from ledger.workflow.drafting.correction_form import AUTO, Wrong, choose_form
from ledger.workflow.drafting.correction_rows import rows_in_form
from ledger.workflow.drafting.prepared import prepare_drafts
from ledger.workflow.drafting.trial import Tried, try_batch
from ledger.workflow.naming import find_named, joined_labels, parse_label, voucher_unknown

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    import sqlalchemy as sa

    from ledger.events.base import Event
    from ledger.masters.book import Book
    from ledger.masters.chart import FundChart
    from ledger.policy.facts import Facts, PostedVoucher
    from ledger.store.vouchers.histories import Histories
    from ledger.voucher.history import History
    from ledger.voucher.running import Candidate

#: How a blue voucher's key ends, and how the key of one corrected before is told.
BLUE_KEY = "-订正"
AGAIN = re.compile(rf"{BLUE_KEY}\d*$")
#: More corrections of one fact than anybody makes: what its keys are looked for among.
MOST_CORRECTIONS = 500
NOTHING = RawFile(name="", folder=None, rows=(), findings=())  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What a correction prepared: its candidates, the form chosen, and why that one."""

    candidates: tuple[Candidate, ...]
    names: Mapping[str, str]
    form: str
    why: str
    warnings: tuple[Finding, ...]


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
            book_of(conn, book)
        what = "更正凭证"
        with acting_on(desk, [book], role="preparer", what=what, dry_run=dry_run) as (conn, _):
            on = day or desk.today()
            one = book_of(conn, book)
            chart = desk.chart(one.fund)
            wrong = find_wrong(conn, book, joined_labels(vouchers), chart, whole=bool(right.rows))
            # Where the day's month is closed, blue goes into the first open one, as red does.
            opened = first_day(first_open(conn, one)[0])
            blues = blue_rows(wrong, right, max(on, opened))
            facts = facts_without(desk, conn, one, [row.event for row in blues], wrong)
            chosen, why = choose_form(wrong, blues, facts, on, form)
            unit = numbered(conn, book, rows_in_form(chosen, wrong, blues, facts, on, reason))
            tried = try_batch(desk, conn, one, [unit])
            if tried.findings:
                raise Refused(tried.findings)
            refuse_taken(conn, book, unit)
            done = correction_of(tried, chosen, why)
            prepare(desk, conn, done.candidates, tried.names)
            note(desk, conn, book, "record", "、".join(vouchers), {"correction": reason})
    return done


def correction_of(tried: Tried, form: str, why: str) -> Correction:
    """Say what a correction came to, and in which form; of warnings, those of a month moved."""
    return Correction(
        candidates=tuple(candidate for candidate, _ in tried.candidates),
        names=tried.names,
        form=form,
        why=why,
        warnings=tuple(finding for finding in tried.warnings if finding.code == "MONTH_MOVED"),
    )


def refuse_taken(conn: sa.Connection, book: str, unit: Sequence[ReadRow]) -> None:
    """Refuse keys of a correction that other events have."""
    taken = read_keys(conn, book, (row.event.key for row in unit))
    clashes = [row for row in unit if row.event.key in taken]
    if clashes:
        raise Refused(key_conflict(row) for row in clashes)


def facts_without(
    desk: Desk, conn: sa.Connection, book: Book, events: Sequence[Event], found: Sequence[Wrong]
) -> Facts:
    """Read the facts for what is said anew, without what it puts right."""
    chart = desk.chart(book.fund)
    facts, cited = read_facts(conn, book, chart, events, desk.today())
    for item in found:
        for event in item.history.state(chart):
            cited.take_out(event)
    return facts


def prepare(
    desk: Desk, conn: sa.Connection, candidates: Sequence[Candidate], names: Mapping[str, str]
) -> None:
    """Add the drafts of a unit; the first one's id names it."""
    ids = [desk.identity.new() for _ in candidates]
    drafts = [
        new_draft(desk, candidate, id_, ids[0])
        for candidate, id_ in zip(candidates, ids, strict=True)
    ]
    prepare_drafts(desk, conn, list(zip(drafts, candidates, strict=True)), names)


def find_wrong(
    conn: sa.Connection, book: str, words: Sequence[str], chart: FundChart, *, whole: bool
) -> list[Wrong]:
    """Find what is to be corrected, each fact once; raises Refused for any that is not there.

    A correction that is named alone is taken back alone, unless the `whole` fact is said anew.
    """
    ids = {word: voucher_named(conn, book, word) for word in words}
    if len(set(ids.values())) != len(words) or not words:
        raise unclear("VOUCHER_TWICE", "没有写明凭证，或同一凭证写了两次", "每张凭证写一次")
    histories = read_histories(conn, book, ids.values())
    named: dict[str, dict[str, PostedVoucher]] = {}
    for word, id_ in ids.items():
        voucher = histories.vouchers[id_]
        named.setdefault(voucher.root, {})[word] = voucher
    return [
        wrong_fact(histories, root, by_name, chart, whole=whole) for root, by_name in named.items()
    ]


def wrong_fact(
    histories: Histories,
    root: str,
    named: Mapping[str, PostedVoucher],
    chart: FundChart,
    *,
    whole: bool,
) -> Wrong:
    """Say of a fact what of it is to be corrected, by the vouchers that were named."""
    history = histories.facts[root]
    posted = list(named.values())
    all_of_it = whole or root in {voucher.id for voucher in posted}
    taken = taken_back(history, posted, whole=all_of_it)
    return Wrong(
        names=tuple(named),
        posted=histories.vouchers[root],
        history=history,
        taken=tuple(histories.vouchers[id_] for id_ in taken),
        event=event_as_it_stands(history, chart),
    )


def voucher_named(conn: sa.Connection, book: str, word: str) -> str:
    """Return the id of the voucher that a word names; refuse a 登记事项, which has none."""
    id_ = find_named(conn, book, word)
    if id_:
        return id_
    if find_register(conn, book, word) is not None:
        raise refuse(
            "REGISTER_CORRECTED",
            f"“{word}”是登记事项，没有凭证，不能更正",
            "用“撤销登记”（withdrawal）撤销，再重新登记",
            clause=CLAUSE,
        )
    raise voucher_unknown(book, word)


def taken_back(history: History, named: Sequence[PostedVoucher], *, whole: bool) -> list[str]:
    """Name the vouchers of a fact that red takes back: the `whole` of it, or those named.

    Where nothing of them stands, it is the one that took it back, or the one that was named.
    """
    ids = {voucher.id for voucher in named}
    taken = [member.id for member in history.members if whole or member.id in ids]
    reds = [voucher.id for voucher in named if voucher.form == "red"]
    return taken or [*reds, named[0].id][:1]


def event_as_it_stands(history: History, chart: FundChart) -> Event:
    """Say a fact as it stands; as first posted where it is gone, or parted between hospitals."""
    state = history.state(chart)
    return state[0] if len(state) == 1 else history.event


def blue_rows(wrong: Sequence[Wrong], right: RawFile, on: date) -> list[ReadRow]:
    """Read the blue events: each row laid over the words of the fact that it corrects."""
    findings: list[Finding] = list(right.findings)
    rows: list[RawRow] = []
    targets: dict[int, Wrong] = {}
    for index, row in enumerate(right.rows):
        target = target_of(row, index, wrong, right)
        if target is None:
            findings.append(no_target(row))
            continue
        targets[row.number] = target
        rows.append(RawRow(number=row.number, words=laid_over(row, target, on)))
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


def target_of(row: RawRow, index: int, wrong: Sequence[Wrong], right: RawFile) -> Wrong | None:
    """Find which fact a blue row corrects: as named, the only one, or by order."""
    named = str(row.words.get("corrects") or "").strip()
    if named:
        return next((target for target in wrong if is_named(target, named)), None)
    if len(wrong) == 1:
        return wrong[0]
    return wrong[index] if len(right.rows) == len(wrong) else None


def is_named(target: Wrong, name: str) -> bool:
    """Tell a fact by how it was named, its business key, or the label of a voucher of it."""
    labels = [voucher_label(v.period, v.number) for v in (target.posted, *target.taken)]
    if name in (*target.names, target.posted.key, *labels):
        return True
    return parse_label(name) in map(parse_label, labels)


def laid_over(row: RawRow, target: Wrong, on: date) -> Mapping[str, object]:
    """Lay a row's words over those of the fact it corrects; kind-bound words go with the kind."""
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
        "key": AGAIN.sub("", target.posted.key) + BLUE_KEY,
        "area": area,
        "fund": fund,
        "date": event.date.isoformat(),
        "booked": on.isoformat() if on >= event.date else "",
        **base,
        **given,
    }


def numbered(conn: sa.Connection, book: str, unit: Sequence[ReadRow]) -> list[ReadRow]:
    """Give each correction a key of its own: 拨-1-差额, and the next time 拨-1-差额2.

    A key that somebody wrote stays as it is.
    """
    made = {row.event.key for row in unit if row.event.INTERNAL or row.event.key.endswith(BLUE_KEY)}
    choices = {key: keys_like(key) for key in made}
    taken = set(read_keys(conn, book, chain.from_iterable(choices.values())))
    renamed = []
    for row in unit:
        key = row.event.key
        free = next((choice for choice in choices.get(key, [key]) if choice not in taken), key)
        taken.add(free)
        renamed.append(replace(row, event=replace(row.event, key=free)))
    return renamed


def keys_like(key: str) -> list[str]:
    """List the keys that a correction may take, the plain one first."""
    return [key, *(f"{key}{n}" for n in range(2, MOST_CORRECTIONS))]


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
