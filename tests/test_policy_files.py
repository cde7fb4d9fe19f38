"""A layer's file is read strictly, and every refusal says in which file, where and what to write."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from ledger.basis.errors import Finding, Refused
from ledger.policy.layer_file import read_layer
from ledger.policy.layers import LARGEST, load_layers
from ledger.policy.profile import Policy
from tests.office import codes

if TYPE_CHECKING:
    from pathlib import Path

#: Words of the library's own sentences.
ENGLISH = ("found", "expected", "while", "scanning", "allowed", "must", "node", "could", "invalid")
HEAD = "layer: town\ntitle: 示范市细则\nparent: gansu\nfrom: 2026-01-01\n"


def faults(text: str) -> tuple[Finding, ...]:
    """Read a text that must be refused."""
    with pytest.raises(Refused) as caught:
        read_layer(text, "town.yaml")
    assert caught.value.exit_code == 2
    assert all("town.yaml" in finding.message for finding in caught.value.findings)
    assert all(finding.remedy for finding in caught.value.findings)
    return caught.value.findings


def value(name: str, written: str, *more: str) -> str:
    """Write a layer with a single value."""
    lines = (f"value: {written}", "clause: 示范·一", *more)
    return HEAD + f"values:\n  {name}:\n" + "".join(f"    {line}\n" for line in lines)


@pytest.mark.parametrize(
    ("name", "written", "said"),
    [
        ("pay_accounts", "[1004]", '1004 没有加引号，被读成了数字；写成 "1004"'),
        ("allocation_counter", "1003", '1003 没有加引号，被读成了数字；写成 "1003"'),
        (
            "payment_deadline",
            "2026-03-31",
            '2026-03-31 没有加引号，被读成了日期；写成 "2026-03-31"',
        ),
        ("payment_deadline", "3月31日", '加引号的月日，如 "12-25"'),
        ("payment_deadline", '"02-30"', '加引号的月日，如 "12-25"'),
        ("payment_deadline", '"02-29"', "2月29日不是每年都有"),
        ("threshold", "1000000.00", '1000000.0 没有加引号，被读成了数字；写成 "1000000.0"'),
        ("threshold", '"1e6"', '加引号的金额，如 "1000000.00"'),
        ("threshold", '"1.005"', '加引号的金额，如 "1000000.00"'),
        ("late_factor", "0.5", '0.5 没有加引号，被读成了数字；写成 "0.5"'),
        ("late_factor", '"一半"', '加引号的比例，如 "1/2" 或 "0.8"'),
        ("late_factor", '"1/0"', '加引号的比例，如 "1/2" 或 "0.8"'),
        ("instrument_word", "no", '没有加引号，被读成了真假值；写成 "no"'),
        ("instrument_word", "", "应是一个词，加引号，写的是 空"),
        ("agreement_required", '"yes"', "应是 true 或 false，不加引号"),
        ("settled_years", '"1"', "应是不带引号的整数，如 12"),
        ("base_years", "4", "“4”不认识，可填：1（前一年）、2（前两年）、3（前三年）"),
        ("settled_years", "-1", "应是不带引号的整数，如 12"),
        ("settled_years", "true", "应是不带引号的整数，如 12"),
        ("purposes", "药品", "应是一列词"),
        ("purposes", "[]", "应是一列词"),
        ("funds", "[employee, employee]", "同一个词写了两次"),
        ("funds", "[职工]", "“职工”不认识，可填：employee（职工）、resident（居民）"),
        ("late_scope", "hospital", "“hospital”不认识，可填：fund"),
        ("gate_months", "{employee: 12}", "缺少 resident"),
        ("gate_months", '{employee: "12", resident: 6}', "应是不带引号的整数，如 12"),
        ("coefficients", '{县: "0.8"}', "缺少 其他"),
        ("coefficients", '["0.8"]', "应是一张对照表"),
        ("floor_tiers", '[{below: "5000.00"}]', "每行应有且只有 below、amount"),
        ("recall_triggers", "[{trigger: flood}]", "每行应有且只有 trigger"),
        ("months", '"0"', "“0”超出范围：应大于 0，不得大于 12（按月均支付额预付几个月"),
        ("months", '"12.01"', "“12.01”超出范围：应大于 0，不得大于 12"),
        ("months", '"100000000"', "一年只有12个月"),
        ("late_factor", '"1.01"', "不得小于 0，不得大于 1（处罚只能减少次年的预付"),
        ("late_factor", '"3/2"', "“3/2”超出范围"),
        ("barred_factor", '"2"', "“2”超出范围：不得小于 0，不得大于 1"),
        ("gate_months", "{employee: 12, resident: 0}", "“0”超出范围：不得小于 1"),
        ("gate_months", "{employee: 1000, resident: 6}", "1000 太大：年数、月数、天数最多 999"),
        ("settled_years", "1000", "1000 太大"),
        ("settled_years", f"0x{'f' * 4000}", "一个过长的数 太大"),
        ("coefficients", '{其他: "0"}', "“0”超出范围：应大于 0，不得大于 10（系数乘在"),
        ("coefficients", '{其他: "1", 三级: "10.5"}', "“10.5”超出范围"),
        ("months", f'"0.{"3" * 29}"', "太长：比例最多 30 个字符"),
    ],
)
def test_a_value_in_the_wrong_shape_is_told_how_to_write_it(
    name: str, written: str, said: str
) -> None:
    (finding,) = faults(value(name, written))

    assert finding.field == name
    assert name in finding.message
    assert said in finding.message


@pytest.mark.parametrize(
    ("text", "said", "remedy"),
    [
        (value("late_factr", '"0"'), "没有这个参数", "是不是 "),
        (value("qwerty", '"0"'), "没有这个参数", "docs/profiles.md"),
        (
            HEAD + 'values:\n  late_factor:\n    value: "0"\n',
            "late_factor：没有写条款（clause）",
            "补上 clause",
        ),
        (
            HEAD.replace("from: 2026-01-01\n", "")
            + 'values:\n  late_factor:\n    value: "0"\n    clause: 示范·一\n',
            "late_factor：没有生效日期",
            "from: 2025-01-01",
        ),
        (value("late_factor", '"0"', "from: 明年"), "日期“明年”读不懂", "2025-01-01"),
        (value("late_factor", '"0"', "until: 2025-12-31"), "截止日 2025-12-31 早于", "核对"),
        (value("late_factor", '"0"', "why: 因为"), "不认识的栏目“why”", "value、clause"),
        (value("late_factor", '"0"', "items: G-36"), "items 读不懂", "[G-10, H-04]"),
        (HEAD + "values:\n  late_factor: 0\n", "late_factor：没有 value", "value、clause、from"),
        (HEAD + "values: 3\n", "应是一张表", "docs/profiles.md"),
        (HEAD + "colour: red\n", "不认识的栏目“colour”", "可用：layer"),
        ("layer: town\nparent: gansu\n", "没有写标题（title）", "补上 title"),
        (HEAD.replace("town", "village"), "与文件名不一致", "village.yaml"),
        ("只是一句话", "不是一个方案", "docs/profiles.md"),
        ("layer: [town", "YAML 语法读不懂（第 1 行）：方括号没有写完，或少了逗号", "缩进"),
        (HEAD + "title: 又一个\n", "YAML 语法读不懂（第 5 行）：“title”写了两次", "缩进"),
        (
            HEAD + "choices:\n  late_scope:\n    item: A-22\n    question: 问\n    clause: 某\n",
            "late_scope：没有读法",
            "readings",
        ),
        (
            HEAD
            + "choices:\n  base_years:\n    item: A-4\n    question: 问\n    clause: 某\n"
            + "    readings: {1: 前一年}\n",
            "读法“1”没有加引号",
            '"1"',
        ),
        (
            HEAD
            + "choices:\n  late_scope:\n    item: A-22\n    question: 问\n    clause: 某\n"
            + "    readings: {some: 有的}\n",
            "读法“some”不是“一个险种逾期，影响哪些险种”能取的值",
            "改读法",
        ),
        (
            HEAD
            + "choices:\n  late_scope:\n    item: A-22\n    question: 问\n    clause: 某\n"
            + "    readings: {all: 全部}\n    presumed: fund\n",
            "推定的读法“fund”不在读法之内",
            "readings",
        ),
    ],
)
def test_a_fault_of_the_file_names_the_place_and_the_remedy(
    text: str, said: str, remedy: str
) -> None:
    (finding,) = faults(text)

    assert said in finding.message
    assert remedy in finding.remedy


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("months", '"12"'),
        ("months", '"1/100"'),
        ("months", f'"0.{"3" * 28}"'),
        ("late_factor", '"0"'),
        ("late_factor", '"1"'),
        ("barred_factor", '"1"'),
        ("gate_months", "{employee: 1, resident: 999}"),
        ("coefficients", '{其他: "10", 三级: "0.01"}'),
        ("settled_years", "999"),
        ("settled_years", "0"),
    ],
)
def test_a_value_on_its_limit_is_taken(name: str, written: str) -> None:
    assert name in read_layer(value(name, written), "town.yaml").values


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (HEAD + "values:\n\tlate_factor: 1\n", "（第 6 行）：用了制表符"),
        (HEAD + "values: @\n", "（第 5 行）：有不能这样开头的符号"),
        (HEAD + "values: - 1\n", "（第 5 行）：“- ”不能写在这里"),
        (HEAD + "values: 甲: 乙\n", "（第 5 行）：缩进不对，或文字里有冒号"),
        (HEAD + 'document: "\\q"\n', "（第 5 行）：双引号里有不认识的反斜杠"),
        (HEAD + 'document: "没有完\nvalues:\n', "（第 5 行）：引号没有写完"),
        (HEAD + "document: {a: 1\n", "（第 5 行）：花括号没有写完"),
        (HEAD + "document: 甲\n  乙: 丙\n", "（第 6 行）：缩进不对"),
        (HEAD + "choices\nvalues: 1\n", "（第 6 行）：少了冒号"),
        (HEAD + 'document: "甲" 乙\n', "（第 5 行）：缩进不齐，或引号、括号之后还有字"),
        (HEAD + "---\nlayer: town\n", "（第 5 行）：一个文件只写一份"),
        (HEAD + "document: !书 甲\n", "（第 5 行）：不支持以“!”开头的标签"),
        (HEAD + "document: !!python/object:os.system 甲\n", "（第 5 行）：不支持以“!”"),
        (HEAD + "document: &甲 乙\n", "YAML 语法读不懂（第 5 行）"),
        (HEAD + "document: &a 乙\nvalues: *a\n", "（第 6 行）：不支持“&”“*”引用"),
        (HEAD + "values: &a\n  x: *a\n", "（第 6 行）：不支持“&”“*”引用"),
        (HEAD + "<<: {a: 1}\n", "（第 5 行）：不支持“<<”合并"),
        (HEAD + "document: =\n", "（第 5 行）：单独的“=”要加引号"),
        (HEAD + "? [a, b]\n: 1\n", "（第 5 行）：冒号前只能是一个词"),
        (HEAD + "document: 甲\x07\n", "（第 5 行）：有看不见的控制字符"),
        (HEAD.replace("2026-01-01", "2026-13-45"), "（第 4 行）：“2026-13-45”像日期或数字而不是"),
        (HEAD + f"document: {'9' * 5000}\n", "（第 5 行）：“999"),
        (HEAD + 'document: !!int ""\n', "（第 5 行）：“”像日期或数字而不是"),
        (HEAD + "document: !!bool 甲\n", "（第 5 行）：“甲”像"),
        (HEAD + "document: !!binary 甲\n", "YAML 语法读不懂（第 5 行）"),
        (HEAD + "values: !!map [a]\n", "YAML 语法读不懂"),
        (HEAD + "%甲 1\n---\n", "YAML 语法读不懂（第 5 行）"),
        (HEAD + "values: " + "[" * 2000 + "]" * 2000, "括号或缩进套得太深"),
        (HEAD + "values: " + "{a: " * 2000 + "1" + "}" * 2000, "括号或缩进套得太深"),
    ],
)
def test_what_is_no_yaml_is_told_in_chinese_with_its_line(text: str, said: str) -> None:
    (finding,) = faults(text)

    assert said in finding.message
    assert finding.code == "PROFILE_UNREADABLE"
    told = finding.message.replace("town.yaml", "").replace("YAML", "")
    assert not [word for word in ENGLISH if word in told.lower()], told


def test_all_faults_come_at_once() -> None:
    text = HEAD + "values:\n  pay_accounts: {value: [1004], clause: 一}\n  floor: {value: 高}\n"

    assert {finding.field for finding in faults(text)} == {"pay_accounts", "floor"}


def test_dated_entries_may_follow_each_other_but_not_overlap() -> None:
    entries = (
        'values:\n  return_deadline:\n    - {{value: "12-20", clause: 一, from: 2026-01-01{}}}\n'
        '    - {{value: "12-10", clause: 二, from: 2027-01-01}}\n'
    )
    layer = read_layer(HEAD + entries.format(", until: 2026-12-31"), "town.yaml")

    assert [str(entry.since) for entry in layer.values["return_deadline"]] == [
        "2026-01-01",
        "2027-01-01",
    ]
    (open_end,) = faults(HEAD + entries.format(""))
    assert "从 2026-01-01 起的一项（没有截止日）与从 2027-01-01 起的一项重叠" in open_end.message
    assert "until: 2026-12-31" in open_end.remedy
    (one_day,) = faults(HEAD + entries.format(", until: 2027-01-01"))
    assert "重叠" in one_day.message


def put(folder: Path, name: str, text: str) -> None:
    """Put a layer's file into a folder of profiles."""
    folder.mkdir(exist_ok=True)
    (folder / f"{name}.yaml").write_text(text, "utf-8")


def test_an_unknown_parent_is_named(tmp_path: Path) -> None:
    put(tmp_path, "town", HEAD.replace("gansu", "gansou"))
    with pytest.raises(Refused, match="没有名为“gansou”的上层") as caught:
        load_layers("town", tmp_path)

    assert "gansu" in caught.value.findings[0].remedy


def test_layers_that_lead_back_to_themselves_are_refused(tmp_path: Path) -> None:
    put(tmp_path, "town", HEAD.replace("gansu", "ward"))
    put(tmp_path, "ward", HEAD.replace("town", "ward").replace("gansu", "town"))

    with pytest.raises(Refused, match="绕成了圈（town → ward → town）"):
        load_layers("town", tmp_path)


def test_an_unknown_profile_lists_those_there_are(tmp_path: Path) -> None:
    put(tmp_path, "town", HEAD)
    with pytest.raises(Refused) as caught:
        load_layers("city", tmp_path)

    assert "town" in caught.value.findings[0].remedy
    assert "national" not in caught.value.findings[0].remedy


def test_a_province_is_told_everything_that_it_still_has_to_set(tmp_path: Path) -> None:
    put(tmp_path, "town", HEAD.replace("gansu", "national"))
    with pytest.raises(Refused) as caught:
        load_layers("town", tmp_path)

    assert {finding.code for finding in caught.value.findings} == {"PROFILE_INCOMPLETE"}
    assert {finding.field for finding in caught.value.findings} == {
        *("eligibility_list", "late_factor", "barred_factor"),
        *("return_deadline", "clearing_deadline"),
    }
    assert "返还截止日" in str(caught.value)


@pytest.mark.parametrize(
    ("name", "written", "companion"),
    [
        ("fund_selection", "most_months", "fund_tie"),
        ("eligibility_list", "[threshold]", "threshold"),
        ("eligibility_list", "[suspension]", "suspension_free_months"),
    ],
)
def test_a_value_that_says_nothing_alone_asks_for_its_companion(
    tmp_path: Path, name: str, written: str, companion: str
) -> None:
    put(tmp_path, "town", value(name, written))
    with pytest.raises(Refused) as caught:
        load_layers("town", tmp_path)

    assert [finding.field for finding in caught.value.findings] == [companion]


def test_a_value_by_choice_answers_each_reading(tmp_path: Path) -> None:
    text = value("return_deadline", '{early: "12-10"}', "by_choice: habit")
    put(tmp_path, "town", text)
    with pytest.raises(Refused, match="by_choice 指的 habit 与它的读法对不上"):
        load_layers("town", tmp_path)

    question = (
        "choices:\n  habit:\n    item: R-052\n    question: 几号\n    clause: 示范·二\n"
        "    readings: {early: 十日}\n    presumed: early\n"
    )
    put(tmp_path, "town", text + question)
    on = Policy(layers=load_layers("town", tmp_path), chosen={}).on
    assert on(date(2026, 5, 1)).day("return_deadline", 2026) == date(2026, 12, 10)


def test_the_offices_own_file_wins_over_a_shipped_one(tmp_path: Path) -> None:
    shipped = load_layers("gansu")[-1].text
    put(tmp_path, "gansu", shipped.replace('value: "12-25"', 'value: "12-20"'))
    own = Policy(layers=load_layers("gansu", tmp_path), chosen={}).on(date(2026, 1, 1))
    assert own.day("return_deadline", 2026) == date(2026, 12, 20)


def test_line_ends_and_a_byte_order_mark_change_nothing(tmp_path: Path) -> None:
    put(tmp_path, "town", HEAD)
    plain = load_layers("town", tmp_path)[-1].digest
    (tmp_path / "town.yaml").write_bytes(b"\xef\xbb\xbf" + HEAD.replace("\n", "\r\n").encode())

    assert load_layers("town", tmp_path)[-1].digest == plain


def test_a_file_in_another_encoding_is_told_so(tmp_path: Path) -> None:
    (tmp_path / "town.yaml").write_bytes(HEAD.encode("gb18030"))

    with pytest.raises(Refused, match="不是 UTF-8"):
        load_layers("town", tmp_path)


def test_a_folder_with_the_name_of_a_layer_is_refused(tmp_path: Path) -> None:
    (tmp_path / "gansu.yaml").mkdir()

    with pytest.raises(Refused, match=r"gansu\.yaml 不是文件") as caught:
        load_layers("gansu", tmp_path)
    assert codes(caught.value.findings) == ["PROFILE_UNREADABLE"]
    assert caught.value.exit_code == 2


def test_a_file_that_is_far_too_large_is_refused(tmp_path: Path) -> None:
    put(tmp_path, "town", HEAD + "#" * (LARGEST - len(HEAD.encode())))
    assert load_layers("town", tmp_path)[-1].name == "town"

    put(tmp_path, "town", HEAD + "#" * (LARGEST - len(HEAD.encode()) + 1))
    with pytest.raises(Refused, match=r"town\.yaml 超过 1 MiB") as caught:
        load_layers("town", tmp_path)
    assert codes(caught.value.findings) == ["PROFILE_UNREADABLE"]


def test_a_value_holds_through_its_last_day(tmp_path: Path) -> None:
    entries = (
        "values:\n  penalty_free_months:\n"
        "    - {value: 6, clause: 一, from: 2026-01-01, until: 2026-06-30}\n"
        "    - {value: 24, clause: 二, from: 2026-07-01}\n"
    )
    put(tmp_path, "town", HEAD + entries)
    on = Policy(layers=load_layers("town", tmp_path), chosen={}).on

    days = ("2025-12-31", "2026-01-01", "2026-06-30", "2026-07-01")
    found = [on(date.fromisoformat(day)).whole("penalty_free_months") for day in days]
    assert found == [12, 6, 6, 24]


def test_a_deadline_that_changes_within_a_year_is_the_newer_one_for_the_whole_year(
    tmp_path: Path,
) -> None:
    entries = (
        "values:\n  return_deadline:\n"
        '    - {value: "12-20", clause: 一, from: 2026-01-01, until: 2026-06-30}\n'
        '    - {value: "12-10", clause: 二, from: 2026-07-01}\n'
    )
    put(tmp_path, "town", HEAD + entries)
    rules = Policy(layers=load_layers("town", tmp_path), chosen={}).on(date(2026, 2, 1))

    assert rules.day("return_deadline", 2026) == date(2026, 12, 10)
    assert rules.clause("return_deadline") == "二"
    assert rules.day("return_deadline", 2025) == date(2025, 12, 25)
