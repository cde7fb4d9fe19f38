"""会计科目表: the statutory chart is complete and right, and a broken file says all its faults."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import yaml

from ledger.basis.errors import Refused
from ledger.basis.terms import BENEFITS, FUNDS
from ledger.masters.chart_file import CHART_FILE, load_chart

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

#: 财会〔2017〕28号, second part: every first-level account, as the notice prints it.
PRINTED = """
1001 库存现金 1002 收入户存款 1003 财政专户存款 1004 支出户存款 1005 国库存款 1101 暂付款
1201 债券投资 1202 委托投资 2001 暂收款 2101 借入款项 3001 一般基金结余 3101 风险基金结余
3201 储备金结余 4001 社会保险费收入 4101 财政补贴收入 4102 集体补助收入 4201 利息收入
4202 委托投资收益 4301 转移收入 4401 上级补助收入 4402 下级上解收入 4501 其他收入
4601 待转社会保险费收入 4602 待转利息收入 5001 社会保险待遇支出 5101 大病保险支出
5102 劳动能力鉴定支出 5103 工伤预防费用支出 5104 稳定岗位补贴支出 5105 技能提升补贴支出
5201 转移支出 5301 上解上级支出 5302 补助下级支出 5401 其他支出
"""
STATUTORY = PRINTED.split()
ELSEWHERE = {"1202", "3101", "3201", "4102", "4202", "5102", "5103", "5104", "5105"}


def tree() -> dict[str, Any]:
    """Read the shipped file as data, to be broken."""
    found: dict[str, Any] = yaml.safe_load(CHART_FILE.read_text("utf-8"))
    return found


def test_the_file_holds_the_thirty_four_accounts_of_the_notice() -> None:
    rows = {row["code"]: row["name"] for row in tree()["accounts"]}
    assert rows == dict(zip(STATUTORY[::2], STATUTORY[1::2], strict=True))
    assert len(rows) == 34


def test_each_class_has_its_normal_side() -> None:
    sides = {"1": "debit", "2": "credit", "3": "credit", "4": "credit", "5": "debit"}
    for row in tree()["accounts"]:
        assert row["side"] == sides[row["code"][0]], row["code"]


@pytest.mark.parametrize("fund", FUNDS)
def test_a_medical_fund_has_every_account_but_those_of_other_insurances(fund: str) -> None:
    accounts = load_chart()[fund].accounts
    first = {code for code in accounts if "." not in code}
    missing = ELSEWHERE | ({"4601", "4602"} if fund == "resident" else set())
    assert first == set(STATUTORY[::2]) - missing


def test_the_employees_fund_keeps_pooling_and_personal_accounts_apart() -> None:
    chart = load_chart()["employee"]
    names = {
        code: chart.full_name(code)
        for code in ("3001.01", "3001.02", "5001.01.01", "5001.02.02", "5401.01", "4201.01.01")
    }
    assert names == {
        "3001.01": "一般基金结余-统筹基金",
        "3001.02": "一般基金结余-个人账户基金",
        "5001.01.01": "社会保险待遇支出-统筹基金-住院费用支出",
        "5001.02.02": "社会保险待遇支出-个人账户基金-门诊费用支出",
        "5401.01": "其他支出-统筹基金",
        "4201.01.01": "利息收入-统筹基金-存款利息",
    }


def test_the_residents_fund_has_the_benefits_of_the_notice() -> None:
    chart = load_chart()["resident"]
    benefits = [chart.accounts[code].name for code in chart.accounts if code[:5] == "5001."]
    assert benefits == ["住院费用支出", "门诊费用支出", "其他费用支出"]


@pytest.mark.parametrize("fund", FUNDS)
def test_a_prepayment_is_kept_by_hospital_and_year(fund: str) -> None:
    leaf = load_chart()[fund].leaf("prepayment", hospital="H62010000001", year=2026)
    assert leaf.code == "1101.01.H62010000001.2026"
    assert (leaf.base, leaf.hospital, leaf.year) == ("1101.01", "H62010000001", 2026)


def test_every_benefit_of_either_fund_has_its_account() -> None:
    charts = load_chart()
    used = {
        role.removeprefix("benefit_")
        for chart in charts.values()
        for role in chart.roles
        if role.startswith("benefit_")
    }
    assert used == set(BENEFITS)


@pytest.mark.parametrize("fund", FUNDS)
def test_all_income_and_expense_that_is_posted_to_has_a_surplus_to_go_to(fund: str) -> None:
    chart = load_chart()[fund]
    for code in chart.roles.values():
        if code[0] in "45":
            assert chart.transfer_target(code) in chart.accounts, code


def test_money_at_rest_is_not_mistaken_for_a_place_below_another() -> None:
    assert load_chart()["employee"].transfer_target("5001.010") is None


# A broken file.


def faults(broken: object, folder: Path) -> list[str]:
    """Load a broken chart and give every fault that it is refused for."""
    path = folder / "chart.yaml"
    text = broken if isinstance(broken, str) else yaml.safe_dump(broken, allow_unicode=True)
    path.write_text(text, encoding="utf-8")
    with pytest.raises(Refused) as refusal:
        load_chart(path)
    assert {finding.code for finding in refusal.value.findings} == {"CHART_FAULT"}
    assert refusal.value.exit_code == 2
    prefix = "会计科目表 chart_of_accounts.yaml："
    return [finding.message.removeprefix(prefix) for finding in refusal.value.findings]


def row_of(chart: dict[str, Any], code: str) -> dict[str, Any]:
    """Find a first-level account's row."""
    return next(row for row in chart["accounts"] if row["code"] == code)


def swap(chart: dict[str, Any]) -> None:
    """Swap 1003 and 1004, as a chart on the web has them."""
    one, other = row_of(chart, "1003"), row_of(chart, "1004")
    one["name"], other["name"] = other["name"], one["name"]


BREAKAGES: dict[str, tuple[Callable[[dict[str, Any]], object], list[str]]] = {
    "an account twice": (
        lambda c: c["accounts"].append(dict(row_of(c, "1101"))),
        ["1101 重复"],
    ),
    "an account missing": (
        lambda c: c["accounts"].remove(row_of(c, "5201")),
        ["一级科目应为 34 个，现有 33 个"],
    ),
    "a code that is a number": (
        lambda c: row_of(c, "5201").update(code=5201),
        ["编号 5201 应加引号", "一级科目应为 34 个，现有 33 个"],
    ),
    "1003 and 1004 swapped": (
        swap,
        ["1003 应为“财政专户存款”，现为“支出户存款”", "1004 应为“支出户存款”，现为“财政专户存款”"],
    ),
    "a wrong class": (
        lambda c: row_of(c, "2101").update({"class": "asset"}),
        ["2101 的类别应为 liability，现为 asset"],
    ),
    "a wrong side": (
        lambda c: row_of(c, "2101").update(side="left"),
        ["2101 的余额方向应为 debit 或 credit，现为 left"],
    ),
    "a name missing": (
        lambda c: row_of(c, "5201").update(name=" "),
        ["5201 没有名称", "一级科目应为 34 个，现有 33 个"],
    ),
    "a detail without its parent": (
        lambda c: c["funds"]["resident"]["details"].append({"code": "5001.09.01", "name": "孤"}),
        ["resident：5001.09.01 的上级科目不存在或本险种不得使用"],
    ),
    "a detail of another insurance": (
        lambda c: c["funds"]["resident"]["details"].append({"code": "5104.01", "name": "稳岗"}),
        ["resident：5104.01 的上级科目不存在或本险种不得使用"],
    ),
    "a detail twice": (
        lambda c: c["funds"]["resident"]["details"].append({"code": "5001.01", "name": "又"}),
        ["resident：5001.01 重复"],
    ),
    "a detail code of odd shape": (
        lambda c: c["funds"]["resident"]["details"].append({"code": "5001.1", "name": "短"}),
        ["resident：明细编号 5001.1 应为四位一级编号加两位一段"],
    ),
    "a detail below what is kept by hospital": (
        lambda c: c["funds"]["resident"]["details"].append({"code": "1101.01.01", "name": "深"}),
        ["resident：1101.01.01 的上级已按hospital、year设明细"],
    ),
    "an unknown dimension": (
        lambda c: c["funds"]["resident"]["details"].append(
            {"code": "5001.04", "name": "新", "by": ["village"]}
        ),
        ["resident：5001.04 的 by 不认识 village"],
    ),
    "a role to nowhere": (
        lambda c: c["funds"]["resident"]["roles"].update(interest="4201.09"),
        ["resident：用途 interest 指向不存在的科目 4201.09"],
    ),
    "a role to an account with accounts below": (
        lambda c: c["funds"]["resident"]["roles"].update(interest="4201"),
        ["resident：用途 interest 指向的 4201 还有下级，不能记账"],
    ),
    "a role missing": (
        lambda c: c["funds"]["resident"]["roles"].pop("net_assets"),
        ["resident：没有指定用途 net_assets"],
    ),
    "a role nobody knows": (
        lambda c: c["funds"]["resident"]["roles"].update(slush_fund="1001"),
        ["resident：不认识的用途 slush_fund"],
    ),
    "income that goes nowhere": (
        lambda c: c["funds"]["resident"]["transfers"].update({"3001": ["4201", "4501", "5001"]}),
        ["resident：5401 没有写明期末结转到哪个结余科目"],
    ),
    "a transfer to a parent": (
        lambda c: c["funds"]["employee"]["transfers"].update({"3001": ["4301"]}),
        ["employee：期末结转的去向 3001 应为 3001 的末级科目"],
    ),
    "a transfer from nowhere": (
        lambda c: c["funds"]["resident"]["transfers"]["3001"].append("4999"),
        ["resident：期末结转的来源 4999 不存在"],
    ),
    "a fund that is not ours": (
        lambda c: c["funds"].update(pension={"name": "养老", "short": "养老"}),
        ["险种 pension 不在词表内"],
    ),
    "a fund without its names": (
        lambda c: c["funds"]["resident"].pop("short"),
        ["resident：缺 name 或 short"],
    ),
}


@pytest.mark.parametrize("breakage", BREAKAGES)
def test_a_broken_chart_is_refused_with_its_fault(breakage: str, tmp_path: Path) -> None:
    break_, expected = BREAKAGES[breakage]
    chart = tree()
    break_(chart)
    assert faults(chart, tmp_path) == expected


def test_every_fault_of_a_file_comes_out_at_once(tmp_path: Path) -> None:
    chart = tree()
    together = [
        "1003 and 1004 swapped",
        "a wrong class",
        "a wrong side",
        "a detail twice",
        "a role to nowhere",
        "a transfer from nowhere",
        "a fund that is not ours",
    ]
    expected: list[str] = []
    for name in together:
        break_, found = BREAKAGES[name]
        break_(chart)
        expected += found
    assert sorted(faults(chart, tmp_path)) == sorted(expected)


@pytest.mark.parametrize("text", ["- just\n- a list\n", "accounts: [", "", "accounts: []\n"])
def test_a_file_that_is_no_chart_is_refused(text: str, tmp_path: Path) -> None:
    assert faults(text, tmp_path)
