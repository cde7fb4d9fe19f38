"""追收: what is open with hospitals: recalls, cases, claims, stops, deeds, sanctions."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from ledger.basis.money import grouped
from ledger.basis.terms import FUNDS, RECALL_TRIGGERS
from ledger.dues.deadlines import near, unspent_of
from ledger.dues.debts import debts_of, outstanding
from ledger.dues.monitoring import crossed
from ledger.dues.recalls import recall_cases
from ledger.dues.sanctions import penalties
from ledger.dues.values import Duty
from ledger.events.losses.bankruptcy_claim import BankruptcyClaim
from ledger.events.losses.court_case import CourtCase
from ledger.events.registers.guarantee import Guarantee
from ledger.events.registers.payment_stop import PaymentStop
from ledger.events.registers.recall import notice_words
from ledger.policy.recalling import trigger_row

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ledger.dues.debts import Debts
    from ledger.dues.recalls import RecallCase
    from ledger.dues.values import BookState
    from ledger.events.permissions.permission_stops import Hindrance
    from ledger.events.registers.recall import Recall


def recalls(state: BookState) -> Iterator[Duty]:
    """收回: every recall of which something is still out."""
    for case in recall_cases(state):
        if case.open:
            yield recall_duty(state, case)
    yield from uncalled(state)


def uncalled(state: BookState) -> Iterator[Duty]:
    """收回: what a hospital that another fund of the area has recalled owes here, uncalled."""
    others = recalled_elsewhere(state)
    for year, moved in sorted(state.moved.items()):
        left = outstanding(debts_of(moved), state.on)
        for hospital, recall in sorted(others.items()):
            if (fen := left.get(hospital, 0)) > 0:
                yield uncalled_duty(state, recall, year, fen)


def recalled_elsewhere(state: BookState) -> dict[str, Recall]:
    """Return the hospitals that only other books of the area have recalled, with the last."""
    own = {one.hospital for one in state.standing_recalls if one.book == state.book.code}
    return {one.hospital: one for one in state.standing_recalls if one.hospital not in own}


def uncalled_duty(state: BookState, recall: Recall, year: int, fen: int) -> Duty:
    """Say what stands uncalled beside a recall of another book, and how to call it back."""
    row = trigger_row(state.policy.on(recall.date), recall.trigger)
    fund = FUNDS[recall.book.rpartition("/")[2]]
    return Duty(
        kind="recall",
        book=state.book.code,
        due=None,
        prompt=True,
        hospital=recall.hospital,
        holder=state.name(recall.hospital),
        year=year,
        amount_fen=fen,
        what=f"{fund}账套{recall.date}因“{RECALL_TRIGGERS[recall.trigger]}”收回（{recall.key}），"
        f"本账套{year}年度还有 {grouped(fen)} 没有登记收回",
        clause=row["clause"] if row is not None else state.rules.clause("recall_triggers"),
        command=f"prepay enter 收回通知 --book {state.book.code} --hospital {recall.hospital} "
        f"--year {year} --trigger {recall.trigger} --date {recall.date} "
        f"{notice_words(recall)}",
    )


def recall_duty(state: BookState, case: RecallCase) -> Duty:
    """Say how a recall stands: what it called back, what is left, who has it, until when."""
    recall, due = case.recall, case.due
    return Duty(
        kind="recall",
        book=state.book.code,
        due=due.date,
        prompt=due.date is None,
        hospital=recall.hospital,
        holder=state.name(recall.hospital),
        year=recall.year,
        amount_fen=case.left_fen,
        what="；".join(recall_words(state, case)),
        clause=due.clause,
        command=recall_command(state, case),
    )


def recall_command(state: BookState, case: RecallCase) -> str:
    """Say what to do about a recall: settle until when it is, else book what comes and lift it."""
    if case.due.problem is not None:
        return case.due.problem.remedy
    return (
        f"到账后 prepay enter 返还 --book {state.book.code} "
        f"--hospital {next(iter(case.holders))} --year {case.recall.year}；{lifting(case.recall)}"
    )


def recall_words(state: BookState, case: RecallCase) -> Iterator[str]:
    """Say what a recall called back and why, who has what is left, and what is open of its day."""
    recall, due = case.recall, case.due
    why, called = RECALL_TRIGGERS[recall.trigger], grouped(case.called_fen)
    yield f"{recall.date}因“{why}”收回 {called}，还差 {grouped(case.left_fen)}"
    if taken := {h: fen for h, fen in case.holders.items() if h != recall.hospital}:
        yield "其中由" + "、".join(f"{state.name(h)}承接 {grouped(f)}" for h, f in taken.items())
    if due.others:
        yield f"起算日待选（A-23），按别的读法为 {'、'.join(map(str, due.others))}"
    if due.remark:
        yield due.remark
    if due.problem is not None:
        yield due.problem.message


def held_back(state: BookState) -> Iterator[Duty]:
    """停付: approved and not paid, and a recall, 中止协议 or a lapsed 担保 stands in the way.

    A recall that is still open tells for itself. One of another book of the area stops here too.
    """
    year = state.on.year
    if state.on > state.rules.day("return_deadline", year):
        return
    left = unspent_of(state, year)
    for recall in recalls_silent(state):
        if recall.hospital in left:
            yield recalled_unpaid(state, recall, left[recall.hospital])
    for hospital, fen in left.items():
        for hindrance in state.hindered.get(hospital, ()):
            if hindrance.code != "RECALLED":
                yield stopped(state, hospital, fen, hindrance)


def recalls_silent(state: BookState) -> list[Recall]:
    """List the standing recalls that do not tell for themselves in this book."""
    own = state.book.code
    telling = {(own, case.recall.key) for case in recall_cases(state) if case.open}
    return [recall for recall in state.standing_recalls if (recall.book, recall.key) not in telling]


def recalled_unpaid(state: BookState, recall: Recall, fen: int) -> Duty:
    """Word that a recall stands in the way of what is approved and not paid."""
    own, year = state.book.code, state.on.year
    where = " " if recall.book == own else f"（{recall.book}）"
    return Duty(
        kind="payment",
        book=own,
        due=None,
        hospital=recall.hospital,
        holder=state.name(recall.hospital),
        year=year,
        amount_fen=fen,
        what=f"{year}年度核定未拨付 {grouped(fen)}，但收回通知 {recall.key}{where}未解除，不能拨付",
        clause=state.rules.clause("stop_after_recall"),
        command=lifting(recall),
    )


def stopped(state: BookState, hospital: str, fen: int, hindrance: Hindrance) -> Duty:
    """Say that a hospital's approved money may not be paid, and by which clause."""
    return Duty(
        kind="payment",
        book=state.book.code,
        due=None,
        hospital=hospital,
        holder=state.name(hospital),
        year=state.on.year,
        amount_fen=fen,
        what=f"{state.on.year}年度核定未拨付 {grouped(fen)}，不能拨付：{hindrance.what}",
        clause=hindrance.clause,
        command=hindrance.remedy,
    )


def lifting(recall: Recall) -> str:
    """Say how a recall is lifted."""
    return (
        f"情形消除的 prepay enter 解除收回 --book {recall.book} --hospital {recall.hospital} "
        f"--recall {recall.key}"
    )


def court_cases(state: BookState) -> Iterator[Duty]:
    """诉讼执行 and 破产债权 of which something is still out."""
    cases: tuple[CourtCase | BankruptcyClaim, ...] = (
        *state.of(CourtCase),
        *state.of(BankruptcyClaim),
    )
    for case in cases:
        held = debts_of(state.moved.get(case.year, ())).followed(case.hospital, state.on)
        # A case asks for no more than it claims; what else is out is not its affair.
        left = min(sum(held.values()), case.amount_fen)
        if not left:
            continue
        bankrupt = isinstance(case, BankruptcyClaim)
        asked = "申报债权" if bankrupt else "申请执行"
        yield Duty(
            kind="bankruptcy" if bankrupt else "court",
            book=state.book.code,
            due=None,
            hospital=case.hospital,
            holder=state.name(case.hospital),
            year=case.year,
            amount_fen=left,
            what=f"{case.court}{case.number}{asked} {grouped(case.amount_fen)}，还差 "
            f"{grouped(left)}，已 {(state.on - case.date).days} 天",
            clause=state.rules.clause("bankruptcy" if bankrupt else "court"),
            command="收到执行款、分配款记返还；确认收不回的凭法院文书和政府批复记核销"
            f"（prepay enter 核销 --book {state.book.code} --hospital {case.hospital} "
            f"--year {case.year}）",
        )


def stops(state: BookState) -> Iterator[Duty]:
    """停拨结算: settlements that are stopped; where nothing is owed any more, they should go on.

    What is owed to another fund of the area, and what was written off and not recovered, is
    still lost to the fund: a person decides then, and is not pressed.
    """
    last = {stop.hospital: stop for stop in state.of(PaymentStop)}
    for hospital, stop in sorted(last.items()):
        if stop.switch != "on":
            continue
        owed = sum(debts_of(moved).held(hospital, state.on) for moved in state.moved.values())
        told = still_lost(state, hospital, owed)
        resume = (
            f"恢复：prepay enter 停拨结算 --book {state.book.code} --hospital {hospital} "
            "--switch 恢复"
        )
        yield Duty(
            kind="payment-stop",
            book=state.book.code,
            due=None,
            prompt=not told,
            hospital=hospital,
            holder=state.name(hospital),
            amount_fen=owed,
            what=f"{stop.date} 起停止拨付结算费用，{told or '预付金已没有余额，应登记恢复'}",
            clause=state.rules.clause("stop_settlements"),
            command=f"收清以后{resume}" if told else resume,
        )


def still_lost(state: BookState, hospital: str, owed_fen: int) -> str:
    """Say what is still lost to the fund, here and elsewhere; "" for nothing."""
    elsewhere, lost = state.owed_elsewhere.get(hospital, 0), state.written_off.get(hospital, 0)
    parts = []
    if owed_fen > 0:
        parts.append(f"未收回 {grouped(owed_fen)}")
    if elsewhere > 0:
        parts.append(f"其他险种账套未收回 {grouped(elsewhere)}")
    if lost:
        parts.append(f"已核销未收回 {grouped(lost)}")
    return "，".join(parts)


def guarantees(state: BookState) -> Iterator[Duty]:
    """担保: deeds that lapse while money is out or is to be paid (海南·四(三)、七(一)2)."""
    if state.rules.text("guarantee_required") == "none":
        return
    debts = {year: debts_of(moved) for year, moved in sorted(state.moved.items())}
    unspent = unspent_unrecalled(state)
    for hospital, deed in sorted(newest_deeds(state).items()):
        if deed.until is None or not near(state, deed.until):
            continue
        out = held_by_year(debts, hospital, state.on)
        at_stake = sum(out.values()) + unspent.get(hospital, 0)
        if at_stake:
            yield lapsing(state, hospital, deed.until, at_stake, min(out, default=state.on.year))


def unspent_unrecalled(state: BookState) -> dict[str, int]:
    """Return what was approved and not paid, by hospital, where no recall stands.

    Where one does, what was not paid is nothing that a deed is asked for.
    """
    recalled = {recall.hospital for recall in state.standing_recalls}
    unspent = unspent_of(state, state.on.year)
    return {hospital: fen for hospital, fen in unspent.items() if hospital not in recalled}


def held_by_year(debts: Mapping[int, Debts], hospital: str, day: date) -> dict[int, int]:
    """Return what a hospital holds of each prepayment year at the end of a day, in fen."""
    held = {year: debt.held(hospital, day) for year, debt in debts.items()}
    return {year: fen for year, fen in held.items() if fen > 0}


def newest_deeds(state: BookState) -> dict[str, Guarantee]:
    """Return the deed of each hospital that runs longest."""
    newest: dict[str, Guarantee] = {}
    for deed in sorted(state.of(Guarantee), key=lambda deed: deed.until or date.max):
        newest[deed.hospital] = deed
    return newest


def lapsing(state: BookState, hospital: str, until: date, fen: int, year: int) -> Duty:
    """Word that a deed lapses, with what it stands for."""
    how = f"已于 {until} 失效" if until < state.on else f"将于 {until} 到期"
    return Duty(
        kind="guarantee",
        book=state.book.code,
        due=until,
        hospital=hospital,
        holder=state.name(hospital),
        year=year,
        amount_fen=fen,
        what=f"产权担保{how}，涉及预付金 {grouped(fen)}",
        clause=state.rules.clause("guarantee_required"),
        command=f"续保：prepay enter 担保 --book {state.book.code} --hospital {hospital}；"
        "丧失担保条件的登记收回通知（guarantee-lost）",
    )


def sanctions(state: BookState) -> Iterator[Duty]:
    """次年处罚: who was late or is barred, until next year's money has been paid."""
    for one in penalties(state):
        if state.on > state.rules.day("payment_deadline", one.year):
            continue
        yield Duty(
            kind="sanction",
            book=state.book.code,
            due=None,
            hospital=one.hospital,
            holder=state.name(one.hospital),
            year=one.year,
            amount_fen=one.amount_fen or None,
            what=f"{one.reason}；{one.consequence}",
            clause=one.clause,
            command=f"{one.year}年度核定时自动计入：prepay assess run --year {one.year}",
        )


def warnings(state: BookState) -> Iterator[Duty]:
    """预警: a threshold of the fund that has been crossed (海南·八(三))."""
    for measure in crossed(state):
        yield Duty(
            kind="warning",
            book=state.book.code,
            due=None,
            prompt=True,
            year=state.on.year,
            what=f"{measure.name} {measure.figure}，{measure.limit}",
            clause=measure.clause,
            command="prepay report monitoring",
        )


def waiting(state: BookState) -> Iterator[Duty]:
    """待办: drafts that nobody has dealt with, and special cases that stand."""
    if state.drafts:
        yield Duty(
            kind="draft",
            book=state.book.code,
            due=None,
            count=state.drafts,
            what=f"有 {state.drafts} 笔草稿等待审核或记账",
            clause="财会〔2024〕12号·二十四",
            command="prepay draft list",
        )
    if state.irregular_count:
        yield Duty(
            kind="irregular",
            book=state.book.code,
            due=None,
            prompt=True,
            count=state.irregular_count,
            amount_fen=state.irregular_fen,
            what=f"有 {state.irregular_count} 笔特殊情况尚未处理",
            clause="财会〔2024〕12号·二十一(三)",
            command="prepay report irregular",
        )
