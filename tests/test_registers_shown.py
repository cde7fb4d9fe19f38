"""登记事项 as people meet them: templates, lists, what an approval says, 来历 and 登记簿."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

import cli
from ledger.basis.terms import EVENT_KINDS
from ledger.events.kinds import KINDS, LEGLESS
from ledger.intake.intake import ENTERED
from ledger.intake.paper_columns import paper_column
from ledger.intake.template import columns_of
from ledger.intake.template_file import write_template
from ledger.reports.vouchers.origin import explain
from ledger.reports.vouchers.recorded import record_file
from ledger.workflow.drafting.review import approve
from tests.chain_files import recall
from tests.office import EMPLOYEE, FIRST, SECOND, Office, codes
from tests.workbooks import rewritten

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

OFFERED = sorted(kind.KIND for kind in ENTERED if kind.LEGLESS)
#: What a person fills in for each kind; the rest is the office's ordinary row.
FILLED: dict[str, dict[str, object]] = {
    "application": {"hospital": FIRST, "year": "2026", "evaluations": "2025:合格"},
    "agreement": {"hospital": FIRST, "year": "2026"},
    "guarantee": {"hospital": FIRST, "until": "2026-12-31"},
    "suspension": {"hospital": FIRST},
    "recall": {
        "hospital": FIRST,
        "year": "2026",
        "trigger": "有财产被保全",
        "notified_on": "2026-01-05",
    },
    "recall-lift": {"hospital": FIRST, "recall": "recall-1", "reason": "已解除保全"},
    "payment-stop": {"hospital": FIRST, "switch": "停拨"},
    "court-case": {
        "hospital": FIRST,
        "year": "2026",
        "court": "城关区人民法院",
        "number": "（2026）甘0102执1号",
        "amount": "120.50",
    },
    "bankruptcy-claim": {
        "hospital": FIRST,
        "year": "2026",
        "court": "兰州市中级人民法院",
        "number": "（2026）甘01破2号",
        "administrator": "示范律师事务所",
        "amount": "120.50",
    },
    "prior-write-off": {
        "hospital": FIRST,
        "year": "2023",
        "amount": "80000.00",
        "date": "2025-06-30",
    },
    "licence-report": {"month": "2026-01", "listed": "2", "concerned": "0"},
    "fund-report": {
        "month": "2025-12",
        "balance": "120000000.00",
        "income": "66000000.00",
        "expenditure": "0",
        "budget": "120000000.00",
        "assets": "130000000.00",
    },
    "publication": {"year": "2025", "channel": "医保局网站"},
    "adjustment": {"year": "2026", "factor": "1/2", "reason": "会商"},
    "sanction": {"hospital": FIRST, "year": "2026", "cause": "被取消申请资格", "reason": "骗取"},
    "cure": {"event": "拨付-急", "reason": "补办手续"},
    "withdrawal": {"event": "agreement-1", "reason": "登记错误"},
    "acknowledgement": {"finding": "岗位分工", "event": "拨付-急", "reason": "岗位已更正"},
    "confirmation-answer": {"hospital": FIRST, "letter": "对账函-1", "answer": "相符"},
    "confirmation-explained": {"hospital": FIRST, "letter": "对账函-1", "reason": "已停业"},
    "confirmation-reminder": {"hospital": FIRST, "letter": "对账函-1"},
    "opening-check": {"account": "1101", "amount": "1.00"},
    "alternative-check": {"year": "2025", "balances": f"{FIRST}:2025:0.00", "reason": "逐笔核对"},
}
#: Kinds that name what is not there in these tests, and what is said of it.
UNFOUNDED = {
    "cure": "EVENT_UNKNOWN",
    "acknowledgement": "EVENT_UNKNOWN",
    "confirmation-answer": "LETTER_UNKNOWN",
    "confirmation-explained": "LETTER_UNKNOWN",
    "confirmation-reminder": "LETTER_UNKNOWN",
    "opening-check": "OPENING_TOTAL",
}


@pytest.fixture
def sheet(sqlite_url: str, tmp_path: Path) -> Iterator[Office]:
    """Give an office on SQLite, which is all that files and commands need."""
    office = Office.open(sqlite_url, tmp_path)
    yield office
    office.desk.engine.dispose()


def command(office: Office, *words: str, person: str = "制单乙") -> tuple[int, str, str]:
    """Run a command as a person."""
    url = str(office.desk.engine.url.database)
    start = ["--database", url, "--book", EMPLOYEE, "--as", person]
    done = CliRunner().invoke(cli.main, [*start, *words])
    return done.exit_code, done.stdout, done.stderr


def test_what_the_program_makes_is_offered_to_nobody() -> None:
    made = {"fund-gate", "assessment", "confirmation-sent", "paper-correction"}
    assert set(LEGLESS) - set(OFFERED) == made
    assert set(OFFERED) == set(FILLED)


@pytest.mark.parametrize("kind", OFFERED)
def test_a_template_of_each_kind_is_filled_in_and_recorded(
    sheet: Office, tmp_path: Path, kind: str
) -> None:
    sheet.post(sheet.row("recall", key="recall-1", date="2026-01-05", **FILLED["recall"]))
    sheet.post(sheet.row("agreement", key="agreement-1", date="2026-01-05", **FILLED["agreement"]))
    path = tmp_path / f"{kind}.xlsx"
    write_template(EVENT_KINDS[kind], path, book=EMPLOYEE)
    given: dict[str, object] = {"key": "新-1", "kind": EVENT_KINDS[kind], "area": "620100"}
    given |= {"fund": "职工", "date": "2026-01-05", **FILLED[kind]}
    for type_ in KINDS[kind].PAPERS:
        given |= {paper_column(type_, "number"): "文-1", paper_column(type_, "date"): "2026-01-05"}
    headings = {column.name: column.heading for column in columns_of(kind)}
    filled = rewritten(path, {(3, headings[name]): str(word) for name, word in given.items()})
    sheet.desk.operator = "制单乙"
    outcome = record_file(sheet.desk, filled, dry_run=False)
    assert codes(outcome.refusals) == ([UNFOUNDED[kind]] if kind in UNFOUNDED else [])
    assert len(outcome.report.rows) == (0 if kind in UNFOUNDED else 1)


def test_every_kind_is_recorded_approved_and_explained(office: Office) -> None:
    """One of each kind but the unfounded (see test_confirm.py); what names another comes last."""
    office.fund()
    possible = {kind: words for kind, words in FILLED.items() if kind not in UNFOUNDED}
    for kind, words in possible.items():
        office.record(office.row(kind, key=f"{kind}-1", **{"date": "2026-01-05", **words}))
        office.desk.operator = "主管丁" if KINDS[kind].CHIEF else "审核丙"
        approve(office.desk, [f"{kind}-1"])
    for kind in possible:
        report = explain(office.desk, EMPLOYEE, f"{kind}-1", "", "余额")
        assert (report.title, report.tree["kind"]) == ("登记来历", kind)
    assert office.faults() == []


def test_a_csv_of_registers_takes_chinese_headings(sheet: Office, tmp_path: Path) -> None:
    path = tmp_path / "登记.csv"
    path.write_text(
        "业务类型,业务编号,统筹区,险种,日期,医疗机构编码,预付年度,收回情形,通知日期,附件\n"
        f"收回通知,收回-1,620100,职工,2026-01-05,{FIRST},2026,有财产被保全,2026-01-05,"
        "收回通知书:通-1:2026-01-05\n",
        encoding="utf-8",
    )
    sheet.desk.operator = "制单乙"
    outcome = record_file(sheet.desk, path, dry_run=False)
    assert outcome.exit_code == 0, outcome.refusals
    assert outcome.report.rows[0].cells[2:] == (
        "收回通知",
        sheet.desk.today(),
        "城关示范医院2026年度收回通知",
        None,
        "",
    )


def test_the_draft_list_and_the_approval_tell_registers_apart(sheet: Office) -> None:
    sheet.record(
        recall(sheet, "2026-01-05", key="收回-1"),
        sheet.row("suspense", amount="5.00", to="1004", counterparty="某", date="2026-01-05"),
    )
    code, out, _ = command(sheet, "draft", "list")
    assert code == 0
    assert "收回通知（登记）" in out
    assert "共 2 笔，其中登记事项 1 项（审核后即生效，不记账）" in out
    listed = json.loads(command(sheet, "draft", "list", "--format", "json")[1])["drafts"]
    assert [draft["register"] for draft in listed] == [True, False]

    code, _, said = command(sheet, "approve", "--all", person="审核丙")
    assert code == 0
    assert "审核 2 笔" in said
    assert "其中登记事项 1 项，已生效，不再记账" in said
    code, _, said = command(sheet, "post", "--all", person="主管丁")
    assert (code, "620100/employee 记账 1 张：2026-01 记-0001" in said) == (0, True)


def test_a_register_entered_by_hand_is_shown_as_one(sheet: Office) -> None:
    words = ["--date", "2026-01-05", "--hospital", FIRST, "--year", "2026"]
    paper = ["--paper", "agreement:协-1:2026-01-05"]
    code, out, said = command(sheet, "enter", "agreement", *words, *paper)
    assert code == 0, said
    assert "登记事项：审核后即生效，不记账" in out


def test_explain_tells_words_papers_people_origin_and_place(office: Office) -> None:
    office.post(recall(office, "2026-01-05", key="收回-1", reason="挪用于发放工资"))
    office.post(
        office.row("withdrawal", key="撤-1", date="2026-01-05", event="收回-1", reason="登记错误")
    )
    report = explain(office.desk, EMPLOYEE, "收回-1", "", "余额")
    told = {str(row.cells[0]): str(row.cells[1]) for row in report.rows}
    assert told["收回情形"] == "违反预付金使用、管理和核算相关规定"
    assert told["原因"] == "挪用于发放工资"
    assert told["医疗机构"] == f"{SECOND} 安宁示范医院"
    assert told["附件1"].startswith("收回通知书，recall-notice-1，2026-01-05")
    assert told["来源"] == "rows.jsonl 第 1 行"
    assert told["审核并登记"].startswith("审核丙　2026-01-05")
    assert told["链"].startswith("2026年第 1 环　")
    assert told["封存"] == "所在月份尚未结账"
    assert told["撤销"] == "已由 撤-1 撤销登记"
    assert report.tree["withdrawn_by"] == "撤-1"
    office.on("2026-02-03")
    office.close("2026-01", book=EMPLOYEE)
    sealed = explain(office.desk, EMPLOYEE, "收回-1", "", "余额").tree["seal"]
    assert isinstance(sealed, dict)
    assert (sealed["period"], sealed["position"]) == ("2026-01", 2)


def test_the_register_book_lists_what_took_effect(sheet: Office) -> None:
    sheet.post(
        recall(sheet, "2026-01-05", key="收回-1", reason="挪用"),
        sheet.row("agreement", key="协议-1", date="2026-01-05", hospital=FIRST, year="2026"),
    )
    sheet.post(sheet.row("withdrawal", date="2026-01-05", event="协议-1", reason="错", key="撤-1"))

    _, out, _ = command(sheet, "report", "registers", "--format", "json")
    found = json.loads(out)["registers"]
    assert [(row["key"], row["position"], row["withdrawn_by"]) for row in found] == [
        ("收回-1", 1, None),
        ("协议-1", 2, "撤-1"),
        ("撤-1", 3, None),
    ]
    assert found[0]["words"]["trigger"] == "misuse"
    for words, keys in (
        (["--hospital", FIRST], ["协议-1"]),
        (["--year", "2026"], ["收回-1", "协议-1"]),
        (["--period", "2026-01"], ["收回-1", "协议-1", "撤-1"]),
        (["--from", "2026-02"], []),
        (["--as-of", "2026-01-04"], []),
    ):
        _, out, _ = command(sheet, "report", "registers", *words, "--format", "json")
        assert [row["key"] for row in json.loads(out)["registers"]] == keys, words
    code, out, _ = command(sheet, "report", "registers")
    assert code == 0
    assert "登记簿" in out
    assert "安宁示范医院" in out


def test_a_register_is_no_voucher_to_show(sheet: Office) -> None:
    sheet.post(recall(sheet, "2026-01-05", key="收回-1"))
    code, _, said = command(sheet, "voucher", "show", "收回-1")
    assert (code, "VOUCHER_UNKNOWN" in said) == (1, True)
    code, _, said = command(sheet, "correct", "收回-1", "--reason", "错")
    assert (code, "REGISTER_CORRECTED" in said) == (1, True)
    assert codes(sheet.faults()) == []
