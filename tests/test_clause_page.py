"""No clause is forgotten: every item of both notices has its answer, and its worked case."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import cli
from ledger.basis.terms import EVENT_KINDS
from ledger.policy.layers import load_layers
from ledger.policy.parameters import FOR_PEOPLE, PARAMETERS
from tests import clause_page
from tests.case_table import CaseFault, read_case_file, read_cases
from tests.clause_table import CLAUSES, EXTRA, QUESTIONS, TRIALS, TRIALS_ELSEWHERE, Clause

ROOT = Path(cli.__file__).parent
CASES = read_cases()
NAMED = {item for case in CASES for item in case.ids}
HEAD = """# 例
统筹区：620100 兰州市；方案：gansu；起始：2026-01
"""
TABLE = """| 日期 | 事项 | 机构 | 金额 | 条件 | 结果 |
|---|---|---|---|---|---|
"""
ROW = "| 2026-01-05 | 申请 | 甲医院 | | | 可以 |\n"


def test_every_item_of_both_notices_stands_in_the_table_once() -> None:
    wanted = [f"G-{n:02d}" for n in range(1, 67)] + [f"H-{n:02d}" for n in range(1, 57)]
    assert [clause.item for clause in CLAUSES] == wanted


def test_every_item_has_an_answer() -> None:
    silent = [c.item for c in CLAUSES if not (c.values or c.checks or c.events or c.remark)]
    assert silent == []


@pytest.mark.parametrize("clause", CLAUSES, ids=lambda clause: clause.item)
def test_the_values_of_an_item_are_those_that_cite_it(clause: Clause) -> None:
    """Both ways: a value named here exists and cites the item; one that cites it is named here."""
    layers = load_layers(clause_page.PROFILES[clause.item[0]])
    said = {name for layer in layers for name in (*layer.values, *layer.choices)}
    citing = {name for name, one in PARAMETERS.items() if clause.item in one.items} & said
    citing |= {
        choice.name
        for layer in layers
        for choice in layer.choices.values()
        if clause.item in choice.items
    }
    assert set(clause.values) == citing


def test_every_layer_cites_only_items_that_are_known() -> None:
    known = {clause.item for clause in CLAUSES} | set(QUESTIONS)
    cited = {
        item
        for profile in ("zhangye-county", "hainan")
        for layer in load_layers(profile)
        for entries in layer.values.values()
        for entry in entries
        for item in entry.items
    }
    assert {item for item in cited if not item.startswith("R-")} <= known


#: How the code asks a profile for a value; asking for its clause alone decides nothing.
VALUE_READ = re.compile(
    r"\.(?:text|texts|flag|whole|fen|ratio|day|table|rows|standing|has)\(\s*\"([a-z_]+)\""
)


def test_a_value_that_decides_is_read_and_one_that_is_not_is_marked() -> None:
    """Count the uses by value: whoever only cites a clause has not asked what the value is."""
    source = "".join(path.read_text("utf-8") for path in sorted((ROOT / "ledger").rglob("*.py")))
    layers = {x.name: x for top in ("zhangye-county", "hainan") for x in load_layers(top)}
    entries = [one for x in layers.values() for found in x.values.values() for one in found]
    deciding = {*VALUE_READ.findall(source), *(one.choice for one in entries if one.choice)}
    assert set(PARAMETERS) - deciding == FOR_PEOPLE


def test_every_check_and_event_named_exists() -> None:
    source = "".join(path.read_text("utf-8") for path in sorted((ROOT / "ledger").rglob("*.py")))
    checks = {code for clause in CLAUSES for code in clause.checks}
    assert {code for code in checks if f'"{code}"' not in source} == set()
    assert {kind for clause in CLAUSES for kind in clause.events} <= set(EVENT_KINDS)


def test_every_check_named_is_shown_by_a_case_of_its_item() -> None:
    """A refusal or a warning that nobody has seen is a promise only."""
    shown = {
        (item, code)
        for case in CASES
        for row in case.rows
        for code in re.findall(r"(?:拒绝|提示) ([A-Z_]+)", "".join(row.results))
        for item in case.ids
    }
    named = {(c.item, code) for c in CLAUSES if c.needs_case for code in c.checks}
    assert sorted(named - shown) == []


def test_every_item_that_the_program_answers_has_a_case() -> None:
    assert [c.item for c in CLAUSES if c.needs_case and c.item not in NAMED] == []


def test_every_case_is_named_for_items_that_exist() -> None:
    assert {*NAMED} - {clause.item for clause in CLAUSES} - set(EXTRA) == set()


def test_every_test_vector_has_a_case_or_a_test_elsewhere() -> None:
    assert [t for t in TRIALS if t not in NAMED and t not in TRIALS_ELSEWHERE] == []
    files = [where for where in TRIALS_ELSEWHERE.values() if where.startswith("tests/")]
    assert [where for where in files if not (ROOT / where).is_file()] == []


def test_no_two_cases_share_a_heading() -> None:
    anchors = [(case.file, case.anchor) for case in CASES]
    assert len(set(anchors)) == len(anchors)


def test_the_page_is_what_the_table_writes() -> None:
    """Rewritten only on demand: python -m tests.clause_page --write."""
    assert clause_page.PAGE.read_bytes() == clause_page.page().encode("utf-8")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (f"{HEAD}## G-10 例\n条款：甲\n{TABLE}| 2026-01-05 | 申请 | 可以 |\n", "应有 6 栏"),
        (f"{HEAD}## G-10 例\n条款：甲\n{TABLE}| 1月5日 | 申请 | 甲医院 | | | 可以 |\n", "日期写成"),
        (
            f"{HEAD}## G-10 例\n条款：甲\n{TABLE}| 2026-01-05 | 申请 | 甲医院 | | | |\n",
            "没有写结果",
        ),
        (
            f"{HEAD}## G-10 例\n条款：甲\n{TABLE}| 2026-01-05 | 申请 | 甲医院 | | 甲 | 可以 |\n",
            "条件写成",
        ),
        (
            f"{HEAD}## G-10 例\n条款：甲\n{TABLE}| 2026-01-05 | 申请 | 甲医院 | | | 可以\n",
            "没有写完",
        ),
        (f"{HEAD}## G-10 例\n条款：甲\n{ROW}", "第一行应是"),
        (f"{HEAD}## G-10 例\n条款：甲\n", "至少一行"),
        (f"{HEAD}## G-10 例\n{TABLE}{ROW}", "要有“条款：”"),
        (f"{HEAD}## 例\n条款：甲\n{TABLE}{ROW}", "标题写成"),
        (f"{HEAD}## G-10 例\n条款：甲\n前提：乙\n{TABLE}{ROW}", "没有名为“乙”的前提"),
        (f"{HEAD}## G-10 例\n条款：甲\n运行：快\n{TABLE}{ROW}", "“运行：”只写"),
        (f"{HEAD}## G-10 例\n条款：甲\n条款：乙\n{TABLE}{ROW}", "写了两次"),
        (f"{HEAD}## G-10 例\n条款：甲\n随便一句\n{TABLE}{ROW}", "案例里只写"),
        (f"# 例\n## G-10 例\n条款：甲\n{TABLE}{ROW}", "缺一行：统筹区"),
    ],
)
def test_a_case_that_is_written_wrongly_is_an_error(text: str, said: str) -> None:
    with pytest.raises(CaseFault, match=re.escape(said)):
        read_case_file("例.md", text)
