"""Every worked case of docs/cases is played through the ordinary verbs, row by row.

Each runs on SQLite; those marked `运行：SQLite 和 PostgreSQL` on both. What comes before a
case (前提) is played once for all the cases that share it.
"""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from tests.case_office import copied_office, finished, open_office
from tests.case_results import COMPARE, differences
from tests.case_runner import VERBS, Stage, play
from tests.case_table import CaseFault, read_cases
from tests.conftest import CHOSEN

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from tests.case_table import Books, Case, Row
    from tests.office import Office
    from tests.templates import Template

CASES = read_cases()
#: Kinds of event that the notices do not speak of, or that answer a letter that only the program
#: writes; tests/test_cases_*.py and tests/test_confirm*.py try them.
UNTRIED = {"利息", "对账回函", "对账说明", "验证事项说明", "期初核对"}
BOTH = [case for case in CASES if case.both_engines]


@pytest.fixture(scope="session")
def offices(
    sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[Case], Template]:
    """Build each pooling area's office once, play each prelude once, and give files to copy."""
    built: dict[tuple[Books, tuple[str, ...]], Template] = {}

    def give(case: Case) -> Template:
        bare: tuple[Books, tuple[str, ...]] = (case.books, ())
        if bare not in built:
            folder = tmp_path_factory.mktemp("office")
            shutil.copyfile(sqlite_template, folder / "prepay.db")
            built[bare] = finished(open_office(str(folder / "prepay.db"), folder, case.books))
        played = case.books, tuple(str(row) for row in case.prelude)
        if played not in built:
            folder = tmp_path_factory.mktemp("prelude")
            office = copied_office(built[bare], folder, case.books, seed=2)
            act_out(case, case.prelude, office)
            built[played] = finished(office)
        return built[played]

    return give


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case(case: Case, offices: Callable[[Case], Template], tmp_path: Path) -> None:
    act_out(case, case.rows, copied_office(offices(case), tmp_path, case.books, seed=3))


@pytest.mark.skipif("postgresql" not in CHOSEN, reason="narrowed by PREPAY_TEST_ENGINES")
@pytest.mark.parametrize("case", BOTH, ids=lambda case: case.name)
def test_case_on_postgresql(case: Case, postgres_url: str, tmp_path: Path) -> None:
    act_out(case, (*case.prelude, *case.rows), open_office(postgres_url, tmp_path, case.books))


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("可以", "拒绝 LIMIT_EXCEEDED：超出", "没有拒绝 LIMIT_EXCEEDED"),
        ("拒绝 LIMIT_EXCEEDED：.*", "可以", "拒绝了 LIMIT_EXCEEDED"),
        ("拒绝 LIMIT_EXCEEDED：", "拒绝 FUND_GATE：", "没有拒绝 FUND_GATE"),
        ("超出 0.01", "超出 0.02", "没有拒绝 LIMIT_EXCEEDED"),
        ("余额 600,000.00", "余额 600,000.01", "余额：是 600,000.00"),
    ],
)
def test_a_row_that_promises_something_else_is_told(
    old: str, new: str, said: str, offices: Callable[[Case], Template], tmp_path: Path
) -> None:
    """What the cases say is compared: a false promise, of any form, does not pass."""
    case = next(case for case in CASES if case.title.startswith("分几次付"))
    place = next(n for n, row in enumerate(case.rows) if re.search(old, "".join(row.results)))
    row = case.rows[place]
    false = replace(row, results=tuple(re.sub(old, new, text) for text in row.results))
    office = copied_office(offices(case), tmp_path, case.books, seed=3)
    with pytest.raises(pytest.fail.Exception, match=re.escape(said)):
        act_out(case, (*case.rows[:place], false), office)


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"what": "付款"}, "不认识的事项“付款”"),
        ({"who": "辛医院"}, "没有这家机构：辛医院"),
        ({"terms": {"理由": "无"}}, "用不上的词：理由"),
        ({"terms": {"险种": "生育"}}, "险种写成"),
        ({"results": ("好",)}, "不认识的结果“好”"),
        ({"results": ("可以吧",)}, "不认识的结果“可以吧”"),
    ],
)
def test_a_row_that_cannot_be_understood_is_an_error(
    changed: dict[str, Any], said: str, offices: Callable[[Case], Template], tmp_path: Path
) -> None:
    case = next(case for case in CASES if case.title.startswith("分几次付"))
    row = next(row for row in case.rows if row.results == ("可以",))
    office = copied_office(offices(case), tmp_path, case.books, seed=3)
    with pytest.raises(CaseFault, match=re.escape(said)):
        act_out(case, (replace(row, **changed),), office)


def test_every_word_of_the_vocabulary_is_used() -> None:
    """What no case says is not needed: a verb or a form of result that nobody has tried."""
    rows = [row for case in CASES for row in (*case.prelude, *case.rows)]
    assert {row.what for row in rows} == set(VERBS) - UNTRIED
    said = [text for row in rows for text in row.results]
    assert [word for word in COMPARE if not any(text.startswith(word) for text in said)] == []


def act_out(case: Case, rows: Sequence[Row], office: Office) -> None:
    """Play rows of a case and show every one that came out otherwise than it says."""
    stage = Stage(office=office, case=case)
    wrong = [f"## {case.name} {case.title}"]
    try:
        for row in rows:
            faults = differences(row, play(stage, row))
            wrong += ["\n    ".join((str(row), *faults))] if faults else []
    finally:
        office.desk.engine.dispose()
    if len(wrong) > 1:
        pytest.fail("\n".join(wrong), pytrace=False)
