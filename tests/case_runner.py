"""Plays a worked case row by row through the ordinary verbs, and tells what came of each row.

`VERBS` is the closed vocabulary of 事项: each kind of event by its Chinese name, and the
verbs that are no event. What must happen is read by tests/case_results.py.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING

from ledger.basis.errors import LedgerError
from ledger.basis.terms import EVENT_KINDS, FUNDS, code_of
from ledger.events.kinds import KINDS
from ledger.reports.policy.show import policies
from ledger.store.engine import reading
from ledger.store.masters import read_books
from ledger.store.vouchers.balances import balance_rows
from ledger.workflow.drafting.review import approve, drafts_of, reject
from ledger.workflow.policy.policy_choice import choose
from ledger.workflow.posting.post import post_drafts
from tests import case_assess, case_followup
from tests.case_office import CAST, DIRECTOR
from tests.case_rows import event_row
from tests.case_table import CaseFault

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ledger.assessment.run import AssessmentRun
    from ledger.basis.errors import Finding
    from ledger.events.registers.assessment import Assessment
    from ledger.events.registers.fund_gate import FundGate
    from ledger.voucher.shown import Voucher
    from tests.case_table import Case, Row
    from tests.office import Office


@dataclass(slots=True)
class Outcome:
    """What came of a row: refusals, warnings, vouchers, or the figure that was asked for."""

    refused: tuple[Finding, ...] = ()
    warned: tuple[Finding, ...] = ()
    vouchers: tuple[Voucher, ...] = ()
    balance_fen: int | None = None
    assessed: Assessment | None = None
    gate: FundGate | None = None
    told: str = ""


@dataclass(slots=True)
class Stage:
    """An office while a case is played in it."""

    office: Office
    case: Case
    row: Row = field(init=False)
    #: The last 核定, as long as nothing else has happened since.
    run: AssessmentRun | None = None
    run_for: tuple[str, str, int] = ("", "", 0)

    def book(self, terms: dict[str, str]) -> str:
        """Name the book that a row speaks of; 职工 where it does not say."""
        word = terms.pop("险种", "职工")
        fund = code_of(FUNDS, word)
        if fund is None:
            raise CaseFault(f"{self.row}\n险种写成 {'、'.join(FUNDS.values())}：{word}")
        return f"{terms.pop('统筹区', self.case.books.area)}/{fund}"

    def hospital(self) -> str:
        """Give the code of the row's hospital; "" where it names none."""
        if not self.row.who:
            return ""
        if self.row.who not in CAST:
            raise CaseFault(f"{self.row}\nREADME.md 里没有这家机构：{self.row.who}")
        return CAST[self.row.who]["编码"]


def play(stage: Stage, row: Row) -> Outcome:
    """Play one row; what a rule refuses is an outcome, what the row says wrongly a fault."""
    if row.what not in VERBS:
        raise CaseFault(f"{row}\n不认识的事项“{row.what}”，可用：{'、'.join(VERBS)}")
    stage.row = row
    if row.what not in LOOKING:
        stage.run = None
    stage.office.clock.set(date.fromisoformat(row.day))
    terms = dict(row.terms)
    try:
        outcome = VERBS[row.what](stage, terms)
    except LedgerError as error:
        outcome = Outcome(refused=tuple(getattr(error, "findings", ())))
        if not outcome.refused:
            raise
        clear(stage)
    if terms:
        raise CaseFault(f"{row}\n条件里有用不上的词：{'、'.join(terms)}")
    return outcome


def clear(stage: Stage) -> None:
    """Reject what a refused row left waiting, as a reviewer would."""
    waiting = [draft.id for draft in drafts_of(stage.office.desk)]
    if waiting:
        stage.office.desk.operator = "审核丙"
        reject(stage.office.desk, waiting, "案例里被拒绝")


def happen(stage: Stage, terms: dict[str, str]) -> Outcome:
    """制单, 审核, 记账 of an event; one without legs is a fact once it is approved."""
    kind = KIND_OF[stage.row.what]
    book = stage.book(terms)
    row = event_row(stage, kind, book, terms)
    office = stage.office
    before = {voucher.id for voucher in office.vouchers(book)}
    result = office.record(row)
    office.desk.operator = DIRECTOR if row.get("irregular") else "审核丙"
    approve(office.desk, ())
    if not KINDS[kind].LEGLESS:
        office.desk.operator = "主管丁"
        post_drafts(office.desk, ())
    fresh = [voucher for voucher in office.vouchers(book) if voucher.id not in before]
    return Outcome(warned=result.warnings, vouchers=tuple(fresh))


def choose_reading(stage: Stage, terms: dict[str, str]) -> Outcome:
    """选定口径: the chief records which reading holds, in both books of the area."""
    stage.office.desk.operator = "主管丁"
    name, value = terms.pop("口径"), terms.pop("读法")
    area, reason = terms.pop("统筹区", stage.case.books.area), terms.pop("理由", "案例选定")
    for fund in FUNDS:
        choose(stage.office.desk, f"{area}/{fund}", name, value, reason)
    return Outcome()


def close(stage: Stage, terms: dict[str, str]) -> Outcome:
    """月结 months, in order: `2026-01 至 2026-03` or one."""
    first, _, last = terms.pop("月份").partition(" 至 ")
    year = first[:4]
    months = range(int(first[5:]), int((last or first)[5:]) + 1)
    stage.office.close(*(f"{year}-{month:02d}" for month in months))
    return Outcome()


def balance(stage: Stage, terms: dict[str, str]) -> Outcome:
    """Look up the balance of a hospital's prepayment, or of an account by its code."""
    book = stage.book(terms)
    year = terms.pop("预付年度", stage.row.day[:4])
    code = terms.pop("科目", f"1101.01.{stage.hospital()}.{year}")
    period = stage.row.day[:7]
    with reading(stage.office.desk.engine) as conn:
        rows = balance_rows(conn, read_books(conn)[book], first=period, last=period)
    found = [row.closing_fen for row in rows if row.leaf.account.code == code]
    return Outcome(balance_fen=found[0] if found else 0)


def import_figures(stage: Stage, terms: dict[str, str]) -> Outcome:
    """导入基金数据: one fund's figures of the year before."""
    case_assess.import_figures(stage.office, stage.book(terms), int(stage.row.day[:4]), terms)
    return Outcome()


def import_payments(stage: Stage, terms: dict[str, str]) -> Outcome:
    """导入支付数据: what a fund paid a hospital, the same amount in each month."""
    book, hospital = stage.book(terms), stage.hospital()
    row = stage.row
    case_assess.import_payments(stage.office, book, hospital, row.amount, row.day, terms)
    return Outcome()


def assess(stage: Stage, terms: dict[str, str]) -> Outcome:
    """核定 of the area, unless it has just been done; then the row's hospital."""
    book, run = assessed(stage, terms)
    return Outcome(assessed=case_assess.line_of(run, book, stage.hospital()))


def gate(stage: Stage, terms: dict[str, str]) -> Outcome:
    """基金条件: 核定 of the area, unless it has just been done; then the row's fund."""
    book, run = assessed(stage, terms)
    return Outcome(gate=case_assess.gate_of(run, book))


def assessed(stage: Stage, terms: dict[str, str]) -> tuple[str, AssessmentRun]:
    """Run and approve the 核定 of a day once, however many rows look at it."""
    book = stage.book(terms)
    area, _, fund = book.partition("/")
    year = int(terms.pop("预付年度", stage.row.day[:4]))
    asked = (stage.row.day, area, year)
    if stage.run is None or stage.run_for != asked or terms:
        stage.run = case_assess.assess(stage.office, area, fund, year, terms)
        stage.run_for = asked
    return book, stage.run


def look_up(stage: Stage, terms: dict[str, str]) -> Outcome:
    """查政策: what the profile says of a name on the row's day."""
    book = stage.book(terms)
    [report] = policies(stage.office.desk, book, terms.pop("名称"), stage.row.day)
    return Outcome(told="；".join(report.notes))


def due(stage: Stage, terms: dict[str, str]) -> Outcome:
    """到期清单 of the row's day: one line of text a duty, of a kind and hospital where they are named."""
    book = stage.book(terms)
    told = case_followup.due_told(
        stage.office, book, stage.row.day, kind=terms.pop("事项", ""), holder=stage.row.who
    )
    return Outcome(told=told)


def memorandum(stage: Stage, terms: dict[str, str]) -> Outcome:
    """备查簿 of the row's day: the book's, or a hospital's page."""
    book = stage.book(terms)
    return Outcome(told=case_followup.memorandum_told(stage.office, book, stage.hospital()))


def monitored(stage: Stage, terms: dict[str, str]) -> Outcome:
    """运行监测 of the row's day."""
    return Outcome(told=case_followup.monitoring_told(stage.office, stage.book(terms)))


def published(stage: Stage, terms: dict[str, str]) -> Outcome:
    """公示表 of the row's year."""
    year = int(terms.pop("预付年度", stage.row.day[:4]))
    return Outcome(told=case_followup.publication_told(stage.office, stage.book(terms), year))


def import_licences(stage: Stage, terms: dict[str, str]) -> Outcome:
    """导入通报: the health department's list of a month, and its drafts approved."""
    area = stage.case.books.area
    told = case_followup.import_licences(stage.office, area, stage.row.who, stage.row.day, terms)
    return Outcome(told=told)


def send_letters(stage: Stage, terms: dict[str, str]) -> Outcome:
    """发对账函: letters of a book cut off on a day, recorded and approved."""
    book = stage.book(terms)
    return Outcome(told=case_followup.send_letters(stage.office, book, terms.pop("截止日")))


def answer_letter(stage: Stage, terms: dict[str, str]) -> Outcome:
    """登记回函: a hospital agrees, or states its own amount and reason; approved."""
    book = stage.book(terms)
    case_followup.answer(stage.office, book, stage.hospital(), stage.row.day, terms)
    return Outcome()


def explain_letter(stage: Stage, terms: dict[str, str]) -> Outcome:
    """说明未对账: why a hospital does not answer, or how a difference is explained; approved."""
    book = stage.book(terms)
    case_followup.explain(stage.office, book, stage.hospital(), stage.row.day, terms)
    return Outcome()


def check_otherwise(stage: Stage, terms: dict[str, str]) -> Outcome:
    """替代核对: who has not answered is proved by a paper that the chief agrees to."""
    year = int(terms.pop("核对年度"))
    case_followup.prove(stage.office, stage.book(terms), year, stage.row.day, terms.pop("方法"))
    return Outcome()


def remind_letter(stage: Stage, terms: dict[str, str]) -> Outcome:
    """催函: a hospital is asked again for its answer; approved."""
    cutoff = terms.pop("截止日")
    book, day = stage.book(terms), stage.row.day
    case_followup.remind_letter(stage.office, book, stage.hospital(), cutoff, day)
    return Outcome()


def close_books_year(stage: Stage, terms: dict[str, str]) -> Outcome:
    """年结 of a book; what its cover says of hospitals is told."""
    year, reason = int(terms.pop("年")), terms.pop("原因", "")
    (closed,) = stage.office.close_year_of(stage.book(terms), year, reason=reason)
    return Outcome(told="；".join(f"{name} {text}" for name, text in closed.remarks))


def letters_told(stage: Stage, terms: dict[str, str]) -> Outcome:
    """对账登记簿 of the row's day."""
    return Outcome(told=case_followup.letters_told(stage.office, stage.book(terms)))


def platform(stage: Stage, terms: dict[str, str]) -> Outcome:
    """平台往返: a year exported for the platform, and the file taken in again."""
    year = int(terms.pop("预付年度", stage.row.day[:4]))
    return Outcome(told=case_followup.platform_told(stage.office, stage.case.books.area, year))


KIND_OF = MappingProxyType(
    {
        EVENT_KINDS[code]: code
        for code, kind in KINDS.items()
        if not kind.INTERNAL and code not in ("red", "difference", "amend", "period-end")
    }
)
#: What looks at the last 核定 without changing anything.
LOOKING = frozenset({"核定", "基金条件", "对账登记簿", "到期清单", "备查簿", "运行监测", "公示表"})
VERBS: Mapping[str, Callable[[Stage, dict[str, str]], Outcome]] = MappingProxyType(
    {
        **dict.fromkeys(KIND_OF, happen),
        "导入基金数据": import_figures,
        "导入支付数据": import_payments,
        "核定": assess,
        "基金条件": gate,
        "选定口径": choose_reading,
        "月结": close,
        "年结": close_books_year,
        "余额": balance,
        "查政策": look_up,
        "到期清单": due,
        "备查簿": memorandum,
        "运行监测": monitored,
        "公示表": published,
        "导入通报": import_licences,
        "发对账函": send_letters,
        "登记回函": answer_letter,
        "说明未对账": explain_letter,
        "催函": remind_letter,
        "替代核对": check_otherwise,
        "对账登记簿": letters_told,
        "平台往返": platform,
    }
)
