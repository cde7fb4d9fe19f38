"""准许·收回: what the notices ask when money comes back, is offset or is written off.

Each finding cites its clause; `permission.py` has the rules of paying.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from ledger.basis.money import grouped
from ledger.basis.statutory import FISCAL_ACCOUNT
from ledger.basis.terms import FUNDS, GOVERNMENTS, PAPER_TYPES, RECALL_TRIGGERS, code_of
from ledger.events.permissions.permission_accounts import payer_findings, unusual_return
from ledger.events.permissions.permission_before import approved_late
from ledger.events.permissions.permission_funds import funds_entered_late
from ledger.events.registers.recall import due_told, uncalled_told

if TYPE_CHECKING:
    import datetime
    from collections.abc import Collection, Iterator

    from ledger.basis.errors import Finding
    from ledger.events.base import Event
    from ledger.events.judged import JudgedLoss, JudgedOffset, JudgedReturn
    from ledger.events.registers.recall import Recall
    from ledger.events.words import Paper
    from ledger.policy.facts import Facts
    from ledger.policy.profile import Rules

#: How a title tells the level of the government that approved; the highest first.
LEVEL_WORDS = (
    ("province", ("省", "自治区")),
    ("city", ("市", "州", "地区")),
    ("county", ("县", "区", "旗")),
)


def return_findings(event: JudgedReturn, facts: Facts) -> Iterator[Finding]:
    """Ask a reason for a return from another account than was paid, or straight to 1003."""
    rules = facts.rules(event.date, event.year)
    if event.reason:
        return
    if rules.flag("original_channel"):
        yield from payer_findings(event, facts)
    if event.to_account == FISCAL_ACCOUNT and rules.text("direct_fiscal_return") == "reason":
        yield event.forbidden(
            "DIRECT_FISCAL",
            "预付金应返还到 1004 支出户，再统一上解 1003 财政专户；本笔直接进了 1003 财政专户",
            "核对收款账户；确已直接缴入财政专户的，在原因（reason）里写明",
            clause=rules.clause("direct_fiscal_return"),
            field="to 收款账户",
        )


def offset_findings(event: JudgedOffset, facts: Facts) -> Iterator[Finding]:
    """Refuse an offset of another fund's settlement, or one in mid-year without a special reason.

    甘肃·四: 非特殊原因，不得中途收回或者用于抵扣月度结算资金; the special reasons are those of
    甘肃·六 (A-16).
    """
    rules = facts.rules(event.date, event.year)
    if event.settlement_fund and event.settlement_fund != facts.book.fund:
        yield event.refusal(
            "CROSS_FUND",
            f"预付金在{facts.book.name}，结算属于另一险种，不能跨险种冲抵",
            "用同一险种的结算冲抵；没有的，请医疗机构返还",
            clause=rules.clause("offset_same_fund"),
            field="settlement_fund 结算险种",
        )
    yield from halt_findings(event, facts)
    yield from month_findings(event, facts)
    if rules.text("midyear_offset") != "special_reason":
        return
    deadline = rules.day("return_deadline", event.year)
    if event.date <= deadline:
        yield from special_findings(event, facts, deadline)


def special_findings(
    event: JudgedOffset, facts: Facts, deadline: datetime.date
) -> Iterator[Finding]:
    """Refuse an offset before the deadline without a special reason, or without its recall."""
    triggers = triggers_for(event, facts)
    trigger = special_reason(event.reason, triggers)
    if trigger is not None:
        yield from recall_findings(event, facts, trigger)
    else:
        reasons = "；".join(
            f"{RECALL_TRIGGERS[code]}（{code}）" for code in triggers if code != "other"
        )
        own = "，或写 other: 说明" if "other" in triggers else ""
        yield event.forbidden(
            "SPECIAL_REASON",
            f"{event.date} 在清算期限 {deadline} 之前，“{event.reason}”不是特殊原因，"
            "不得抵扣月度结算资金",
            f"原因（reason）填应当收回的情形之一：{reasons}{own}",
            clause=facts.rules(event.date, event.year).clause("midyear_offset"),
            field="reason 原因",
        )


def recall_findings(event: JudgedOffset, facts: Facts, trigger: str) -> Iterator[Finding]:
    """Refuse a special reason that no recall of the hospital stands for on the day.

    The reason is a registered fact (收回通知), not a word. At record a recall that waits to be
    approved counts, at posting only one that is approved.
    """
    if facts.standing(event.hospital, event.year).recalled_for(trigger, event.date):
        return
    why, name = RECALL_TRIGGERS[trigger], facts.hospital_name(event.hospital)
    yield event.forbidden(
        "RECALL_UNREGISTERED",
        f"以“{why}”为由在清算期限之前冲抵，但 {event.date} 没有{name}"
        "这一情形的收回通知（已审核、未解除、日期不晚于冲抵日）",
        f"先登记收回通知（recall，收回情形：{why}）并审核，再冲抵；"
        "情形不是这一项的，改原因（reason）",
        clause=facts.rules(event.date, event.year).clause("midyear_offset"),
        field="reason 原因",
    )


def halt_findings(event: JudgedOffset, facts: Facts) -> Iterator[Finding]:
    """Refuse to pay the rest of a settlement while settlements are stopped (甘肃·六; 海南·七(三)).

    An offset of the whole settlement pays nothing, and stays open.
    """
    rules = facts.rules(event.date, event.year)
    cash = sum(line.gross_fen for line in event.settlement()) - event.amount_fen
    halt = facts.standing(event.hospital, event.year).halted(event.date)
    if halt is None or cash <= 0 or not rules.flag("stop_settlements"):
        return
    area = facts.areas.get(facts.book.area, facts.book.area_name)
    fund = FUNDS[halt.book.partition("/")[2]]
    yield event.forbidden(
        "SETTLEMENT_STOPPED",
        f"{facts.hospital_name(event.hospital)}{halt.since} 起停止拨付结算费用"
        f"（{halt.why}，{halt.key}，登记在{area}{fund}），"
        f"本笔冲抵 {grouped(event.amount_fen)} 之外还要支付 {grouped(cash)}",
        "把结算额全部冲抵；应当恢复拨付的，先在该账套登记恢复（payment-stop，switch=off）",
        clause=rules.clause("stop_settlements"),
        field="amount 金额",
    )


def month_findings(event: JudgedOffset, facts: Facts) -> Iterator[Finding]:
    """Refuse to offset what is overdue against a month the notice does not name (海南·五(五)).

    Only December's settlement of the year, or one of the next year; what then cannot be offset
    is recovered by law.
    """
    rules = facts.rules(event.date, event.year)
    if rules.text("overdue_offset") != "december_or_next_year" or event.date <= rules.day(
        "return_deadline", event.year
    ):
        return
    first, last = f"{event.year}-12", f"{event.year + 1}-12"
    if not event.settlement_month:
        yield event.refusal(
            "OFFSET_MONTH",
            f"没有写明冲抵的是哪个月的结算；{event.year}年度逾期未返还的，"
            f"只能从 {first} 或 {event.year + 1} 年的结算资金里抵扣",
            "按结算单填写结算月份（settlement_month），如 " + first,
            clause=rules.clause("overdue_offset"),
            field="settlement_month 结算月份",
        )
    elif not first <= event.settlement_month <= last:
        yield event.refusal(
            "OFFSET_MONTH",
            f"{event.year}年度逾期未返还的，从 {first} 或 {event.year + 1} 年的结算资金里抵扣，"
            f"本笔是 {event.settlement_month} 的结算",
            f"用 {first} 至 {last} 的结算抵扣；抵扣不了的依法追回（登记诉讼执行 court-case）",
            clause=rules.clause("overdue_offset"),
            field="settlement_month 结算月份",
        )


def triggers_for(event: JudgedOffset, facts: Facts) -> tuple[str, ...]:
    """List the recall triggers that the policy names for a hospital of such ownership."""
    hospital = facts.hospitals.get(event.hospital)
    whose = ("all", "public", "private") if hospital is None else ("all", hospital.ownership)
    rows = facts.rules(event.date, event.year).rows("recall_triggers")
    return tuple(row["trigger"] for row in rows if row["applies_to"] in whose)


def special_reason(text: str, triggers: Collection[str]) -> str | None:
    """Read a special reason: the code or Chinese name of one of `triggers`, or `other: 说明`."""
    head, colon, rest = text.replace("：", ":").partition(":")
    code = code_of(RECALL_TRIGGERS, head if colon else text)
    if code == "other" or head.strip() in ("other", "其他"):
        code = "other" if rest.strip() else None
    return code if code in triggers else None


def write_off_findings(event: JudgedLoss, facts: Facts) -> Iterator[Finding]:
    """Refuse a write-off approved by a government below the level that the notice names."""
    rules = facts.rules(event.date, event.year)
    asked = rules.text("write_off_government")
    given = event.government or titled_level(event)
    if is_below(given, asked):
        what = f"批准核销的是{GOVERNMENTS[given]}" if given else "没有写明由哪一级政府批准"
        yield event.refusal(
            "WRITE_OFF_GOVERNMENT",
            f"{what}，须由{GOVERNMENTS[asked]}或以上批准",
            f"取得{GOVERNMENTS[asked]}的批复后再核销；已取得的，填批准机关（government）",
            clause=rules.clause("write_off_government"),
            field="government 批准机关",
        )
    yield from lacking_papers(event, rules)
    yield from chain_findings(event, facts)


def lacking_papers(event: JudgedLoss, rules: Rules) -> Iterator[Finding]:
    """Refuse a write-off without a paper that the profile asks for beside the two of 28号文."""
    held = {*event.PAPERS, *(paper.type for paper in event.papers)}
    for kind in rules.texts("write_off_papers"):
        if kind not in held:
            yield event.refusal(
                "PAPER_MISSING",
                f"核销的依据缺少{PAPER_TYPES[kind]}",
                f"取得{PAPER_TYPES[kind]}后再核销，编号和日期写在附件里",
                clause=rules.clause("write_off_papers"),
                field="papers 附件",
            )


#: The papers of a write-off in the order in which the notices let them come about.
CHAIN = ("court-document", "write-off-request", "government-approval")


def chain_findings(event: JudgedLoss, facts: Facts) -> Iterator[Finding]:
    """Refuse papers that came about in another order than loss → report → approval → write-off.

    甘肃·六: 根据法院文书确认损失金额，由医保和财政报人民政府批准后核销; 海南·七(三).
    """
    rules = facts.rules(event.date, event.year)
    before: Paper | None = None
    for paper in chain_papers(event):
        if paper.date > event.date:
            yield event.refusal(
                "PAPER_LATER",
                f"{PAPER_TYPES[paper.type]} {paper.number} 的日期 {paper.date}"
                f" 晚于核销日 {event.date}",
                "核对日期；法院文书和政府批复都到齐后才能核销",
                clause=rules.clause("write_off_papers"),
                field="papers 附件",
            )
        elif before is not None and comes_early(paper, before):
            yield event.refusal(
                "WRITE_OFF_ORDER",
                f"{PAPER_TYPES[paper.type]} {paper.number}（{paper.date}）"
                f"早于{PAPER_TYPES[before.type]} {before.number}（{before.date}）",
                "核对日期：先有法院文书确认损失，再逐级报批，政府批准后核销",
                clause=rules.clause("write_off_chain"),
                field="papers 附件",
            )
        before = paper if before is None or paper.date >= before.date else before


def chain_papers(event: JudgedLoss) -> list[Paper]:
    """Return the papers of the chain in the order in which they should have come about."""
    papers = [paper for paper in event.papers if paper.type in CHAIN]
    return sorted(papers, key=lambda paper: CHAIN.index(paper.type))


def comes_early(paper: Paper, before: Paper) -> bool:
    """Return whether a paper is dated before one of a kind that should have come before it."""
    return paper.date < before.date and paper.type != before.type


def chain_untold(event: JudgedLoss, facts: Facts) -> Iterator[Finding]:
    """Point at the steps of the chain of approval that no paper on the voucher shows."""
    rules = facts.rules(event.date, event.year)
    chain = rules.texts("write_off_chain")
    asked = max(len(chain) - 1, 0)
    told = sum(paper.type == "write-off-request" for paper in event.papers)
    if told < asked:
        yield event.refusal(
            "CHAIN_UNTOLD",
            f"报批程序是 {' → '.join(chain)}，附件里的核销请示有 {told} 份，应有 {asked} 份",
            "补登各级的核销请示（write-off-request：编号、日期，名称写报送单位）",
            clause=rules.clause("write_off_chain"),
            field="papers 附件",
        )


def unusual(event: Event, facts: Facts) -> Iterator[Finding]:
    """Point at what the notice lets pass, but a second look should see."""
    yield from funds_entered_late(event, facts)
    yield from approved_late(event, facts)
    if event.KIND == "recall":
        yield from due_told(cast("Recall", event), facts)
        yield from uncalled_told(cast("Recall", event), facts)
    if event.KIND == "repayment":
        yield from unusual_return(cast("JudgedReturn", event), facts)
    if event.KIND == "write-off":
        yield from chain_untold(cast("JudgedLoss", event), facts)
        yield from level_told(cast("JudgedLoss", event))


def level_told(event: JudgedLoss) -> Iterator[Finding]:
    """Point at a write-off that no province's government is known to have approved."""
    level = event.government or titled_level(event)
    if level != "province":
        given = GOVERNMENTS[level] if level else "批准机关没有写明"
        yield event.refusal(
            "GOVERNMENT_LEVEL",
            f"{given}；会计制度的其他支出由省级人民政府（或国务院）批准（A-15）",
            "核对批复；口径有疑问的，请示省级财政部门",
            clause="财会〔2017〕28号·5401",
            field="government 批准机关",
        )


def is_below(given: str, asked: str) -> bool:
    """Return whether a government stands below the level asked; an unknown one, a province's."""
    if not given:
        return asked == "province"
    levels = list(GOVERNMENTS)
    return levels.index(given) < levels.index(asked)


def titled_level(event: JudgedLoss) -> str:
    """Tell the level of the government from the approval's title; "" where it does not say."""
    titles = "".join(p.title for p in event.papers if p.type == "government-approval")
    for level, marks in LEVEL_WORDS:
        if any(f"{mark}人民政府" in titles or f"{mark}政府" in titles for mark in marks):
            return level
    return ""
