"""Writes docs/clauses.md: each item of the two notices → value, check or event → worked case.

.venv/bin/python -m tests.clause_page --write
"""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from ledger.basis.terms import EVENT_KINDS
from ledger.policy.layers import load_layers
from ledger.policy.parameters import FOR_PEOPLE
from ledger.policy.profile import Policy
from ledger.reports.policy.value_shown import STATES, shown
from tests.case_table import read_cases
from tests.clause_table import CLAUSES, QUESTIONS, TRIALS, TRIALS_ELSEWHERE, ZHANGYE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tests.case_table import Case
    from tests.clause_table import Clause

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "clauses.md"
PROFILES = {"G": "gansu", "H": "hainan"}
NOTICES = {
    "G": "甘肃：甘医保发〔2025〕11号",
    "H": "海南：琼医保〔2025〕121号",
}
#: The day on which the values are shown; 海南's transition is shown while it holds.
DAY = date(2026, 6, 30)
OTHER_DAYS = {"H-56": date(2025, 6, 30)}
#: Marks a value that decides nothing: it is shown, and no figure or refusal follows from it.
SHOWN_ONLY = "※"

HEAD = f"""# 条款对照

两个通知逐条对照：要求 → 政策方案里的值、检查（拒绝的代码）、业务或登记事项 → 案例。由 `python -m tests.clause_page --write` 生成，
不要手改；少了一条、写了不存在的值或案例，测试就不通过。

* **值**：`prepay policy show 名称` 在 {DAY.isoformat()} 的取值；“待选”的要由会计主管选定，“推定”的没有人选定之前照推定办。
  {SHOWN_ONLY} 的值只显示给人看，程序不据以计算或拒绝。
* **检查**：违反时的拒绝代码；**事项**：记录它的业务或登记事项。
* **案例**：可以照着做一遍的例子，怎么读见 [cases/README.md](cases/README.md)。
* “文本”是写给人看的话，程序不管；“下一步”由以后的版本来做。
"""


def page() -> str:
    """Write the whole page."""
    parts = [HEAD]
    for letter, title in NOTICES.items():
        clauses = [clause for clause in CLAUSES if clause.item.startswith(letter)]
        parts.append(f"## {title}（{len(clauses)} 条）\n\n{clause_rows(clauses)}")
    parts.append(f"## 张掖：2025年2月6日转发时的三处不同\n\n{extra_rows(ZHANGYE)}")
    parts.append(f"## 没有写明的地方（{QUESTIONS[0]} 至 {QUESTIONS[-1]}）\n\n{question_rows()}")
    trials = {trial: TRIALS_ELSEWHERE.get(trial, "") for trial in TRIALS}
    parts.append(f"## 测试向量（T1 至 T22）\n\n{extra_rows(trials)}")
    return "\n".join(parts)


def table(headings: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Write a table."""
    headings = list(headings)
    lines = [headings, ["---"] * len(headings), *rows]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


def clause_rows(clauses: Iterable[Clause]) -> str:
    """Write a notice's items."""
    return table(
        ("条目", "要求", "值", "检查", "事项", "案例", "说明"),
        (
            (
                clause.item,
                clause.asks,
                "<br>".join(value_of(clause, name) for name in clause.values),
                "<br>".join(f"`{code}`" for code in clause.checks),
                "、".join(EVENT_KINDS[kind] for kind in clause.events),
                links(clause.item),
                clause.remark,
            )
            for clause in clauses
        ),
    )


def value_of(clause: Clause, name: str) -> str:
    """Write a value as `policy show` tells it."""
    profile = PROFILES[clause.item[0]]
    rules = Policy(layers=load_layers(profile), chosen={}).on(OTHER_DAYS.get(clause.item, DAY))
    row = shown(rules, name)
    state = f"{STATES[row.state]}：" if STATES[row.state] else ""
    mark = SHOWN_ONLY if name in FOR_PEOPLE else ""
    return f"`{name}`{mark} {state}{row.value}（{row.clause}）"


def question_rows() -> str:
    """Write the open questions: what a profile asks, and the cases that show its readings."""
    choices = {
        choice.item: choice
        for profile in PROFILES.values()
        for layer in load_layers(profile)
        for choice in layer.choices.values()
    }
    rows = []
    for item in QUESTIONS:
        choice = choices.get(item)
        if choice is None:
            rows.append((item, "", "", "", links(item)))
            continue
        readings = "；".join(f"`{code}` {text}" for code, text in choice.readings.items())
        presumed = choice.readings.get(choice.presumed, "先问")
        rows.append((item, f"`{choice.name}` {choice.question}", readings, presumed, links(item)))
    return table(("条目", "口径", "读法", "没有选定时", "案例"), rows)


def extra_rows(said: dict[str, str]) -> str:
    """Write other items: what is said of each, and its cases."""
    return table(
        ("条目", "说明", "案例"), ((item, words, links(item)) for item, words in said.items())
    )


def links(item: str) -> str:
    """Link the cases of an item."""
    return "<br>".join(
        f"[{case.title}](cases/{case.file}#{case.anchor})" for case in CASES.get(item, ())
    )


def cases_by_item() -> dict[str, list[Case]]:
    """Group the cases by the items that they are named for."""
    found: dict[str, list[Case]] = {}
    for case in read_cases():
        for item in case.ids:
            found.setdefault(item, []).append(case)
    return found


CASES = cases_by_item()

if __name__ == "__main__":
    if sys.argv[1:] != ["--write"]:
        sys.exit("用法：python -m tests.clause_page --write")
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
