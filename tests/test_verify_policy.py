"""The rules, readings and figures of a book changed behind the program's back: `verify` tells.

What may be paid follows from them, so a book whose vouchers all fit may still have been made
to allow what the notice forbids. The log says what people brought in; nothing else may stand.
"""

from __future__ import annotations

import contextlib
import hashlib
from typing import TYPE_CHECKING

import pytest
import sqlalchemy as sa

from ledger.policy.layers import PROFILES
from ledger.store.engine import reading
from ledger.store.tables import schema as s
from ledger.workflow.close.verify import verify
from ledger.workflow.policy.policy import adopt
from ledger.workflow.policy.policy_choice import choose
from ledger.workflow.setup.masters import add_operator, initialise
from tests.assess_office import SHORT, TWELVE, figures, load, payments
from tests.office import EMPLOYEE, FIRST, RESIDENT, SECOND, Office
from tests.tamper import alter, behind, finders
from tests.templates import kept

if TYPE_CHECKING:
    from collections.abc import Callable

HALF, WHOLE = 'value: "1/2"', 'value: "1"'
MINE = f"book = '{EMPLOYEE}'"


@kept
def two_texts(office: Office) -> Office:
    """Keep books that adopted a second text, chose twice, and imported figures and payments."""
    with contextlib.chdir(office.folder):  # On a server the profiles lie in the working folder.
        rule(office)
    return office


@pytest.fixture
def ruled(two_texts: Office, monkeypatch: pytest.MonkeyPatch) -> Office:
    """Give the books, in the folder that they work in."""
    monkeypatch.chdir(two_texts.folder)
    return two_texts


def rule(office: Office) -> None:
    """Adopt a second text, choose twice, and import figures and payments."""
    folder = office.folder / "profiles"
    folder.mkdir()
    shipped = (PROFILES / "gansu.yaml").read_text("utf-8")
    for quarter, day in (("1/4", "2026-01-06"), ("1/5", "2026-01-07")):
        office.on(day)
        text = shipped.replace(HALF, f'value: "{quarter}"')
        (folder / "gansu.yaml").write_text(text, "utf-8")
        office.desk.operator = "制单乙"
        adopt(office.desk, "", f"来文 {quarter}")
        office.desk.operator = "主管丁"
        adopt(office.desk, "")
    for scope in ("fund", "all"):
        choose(office.desk, EMPLOYEE, "late_scope", scope, f"会议定 {scope}")
    choose(office.desk, EMPLOYEE, "floor", "none", "会议定")
    load(office, [figures("职工", **TWELVE), figures("居民", **SHORT)], "一.csv")
    load(office, [figures("职工", **SHORT), figures("职工", year="2024", **SHORT)], "二.csv")
    load(office, payments(FIRST, "职工", "1000.00"), "付.csv")
    load(office, payments(SECOND, "职工", "5.00")[:3], "补.csv")
    assert office.faults() == []


def forge_a_text(office: Office) -> None:
    """Change the text in use, and make its digest fit."""
    with behind(office) as conn:
        p = s.policy_layer.c
        mine = sa.and_(p.book == EMPLOYEE, p.layer == "gansu", p.version == 5)
        old = conn.execute(sa.select(p.content).where(mine)).scalar_one()
        text = old.replace('value: "1/5"', WHOLE)
        assert text != old
        digest = hashlib.sha256(text.encode()).hexdigest()
        conn.execute(sa.update(s.policy_layer).where(mine).values(content=text, digest=digest))


def swap_two_versions(office: Office) -> None:
    """Let the text adopted before be the one in use again."""
    alter(
        office,
        *(
            f"UPDATE policy_layer SET version = {to} WHERE version = {now} AND {MINE}"
            for now, to in ((5, 9), (3, 5), (9, 3))
        ),
    )


def swap_two_layers(office: Office) -> None:
    """Let the nation override the province."""
    alter(office, f"UPDATE policy_layer SET place = 1 - place WHERE version = 5 AND {MINE}")


def of(statement: str) -> Callable[[Office], None]:
    """Make an attack of one statement."""
    return lambda office: alter(office, statement)


COPY = (
    "INSERT INTO policy_layer SELECT book, layer, version + 1, place, digest, content, reason,"
    " recorded_by, recorded_at, adopted_by, adopted_at FROM policy_layer WHERE version = 5 AND "
)
ATTACKS: dict[str, tuple[Callable[[Office], None], str]] = {
    "the text in use": (
        of(f"UPDATE policy_layer SET content = replace(content, '1/5', '1') WHERE {MINE}"),
        "POLICY_TEXT",
    ),
    "the text in use with its digest": (forge_a_text, "POLICY_LOST POLICY_UNLOGGED"),
    "one more version": (of(COPY + MINE), "POLICY_UNLOGGED"),
    "the last version away": (
        of(f"DELETE FROM policy_layer WHERE version = 5 AND {MINE}"),
        "POLICY_LOST",
    ),
    "every version away": (of(f"DELETE FROM policy_layer WHERE {MINE}"), "POLICY_LOST"),
    "a proposal adopted by nobody": (
        of(f"UPDATE policy_layer SET adopted_by = '主管己' WHERE version = 4 AND {MINE}"),
        "POLICY_LOST POLICY_UNLOGGED",
    ),
    "the texts of two versions swapped": (swap_two_versions, "POLICY_LOST POLICY_UNLOGGED"),
    "the layers of one version swapped": (swap_two_layers, "POLICY_TEXT"),
    "the reading that holds": (
        of(f"UPDATE policy_value SET value = '\"fund\"' WHERE version = 2 AND {MINE}"),
        "CHOICE_LOST CHOICE_UNLOGGED",
    ),
    "the two readings swapped": (
        of(
            "UPDATE policy_value SET value = CASE version WHEN 1 THEN '\"all\"' ELSE '\"fund\"'"
            f" END WHERE name = 'late_scope' AND {MINE}"
        ),
        "CHOICE_LOST CHOICE_UNLOGGED",
    ),
    "the newest reading away": (
        of(f"DELETE FROM policy_value WHERE version = 2 AND {MINE}"),
        "CHOICE_LOST",
    ),
    "every reading away": (of(f"DELETE FROM policy_value WHERE {MINE}"), "CHOICE_LOST"),
    "who chose": (
        of(f"UPDATE policy_value SET recorded_by = '主管己' WHERE name = 'floor' AND {MINE}"),
        "CHOICE_LOST CHOICE_UNLOGGED",
    ),
    "the ground of a reading": (
        of(f"UPDATE policy_value SET clause = '甘肃·四' WHERE name = 'floor' AND {MINE}"),
        "CHOICE_LOST CHOICE_UNLOGGED",
    ),
    "a figure": (
        of(f"UPDATE fund_figure SET expenditure_fen = 1 WHERE year = 2025 AND {MINE}"),
        "FIGURES_UNLOGGED",
    ),
    "the figures of an earlier import": (
        of(f"UPDATE fund_figure SET balance_fen = 12000000000 WHERE year = 2025 AND {MINE}"),
        "FIGURES_UNLOGGED",
    ),
    "the figures away": (of(f"DELETE FROM fund_figure WHERE {MINE}"), "FIGURES_UNLOGGED"),
    "figures of a year that nobody imported": (
        of(f"UPDATE fund_figure SET year = 2023 WHERE year = 2024 AND {MINE}"),
        "FIGURES_UNLOGGED",
    ),
    "a payment": (
        of(f"UPDATE hospital_payment SET amount_fen = 1 WHERE month = '2025-01' AND {MINE}"),
        "PAYMENTS_UNLOGGED",
    ),
    "the payments of a month away": (
        of(f"DELETE FROM hospital_payment WHERE month = '2025-12' AND {MINE}"),
        "PAYMENTS_UNLOGGED",
    ),
    "the log's line of a choice away": (
        of(f"DELETE FROM oplog WHERE action = 'policy-choose' AND subject = 'floor' AND {MINE}"),
        "CHOICE_UNLOGGED",
    ),
    "the log's lines of adoption away": (
        of(f"DELETE FROM oplog WHERE action = 'policy-adopt' AND {MINE}"),
        "POLICY_UNLOGGED",
    ),
}


@pytest.mark.parametrize("name", ATTACKS)
def test_rules_changed_behind_the_programs_back_are_found_by_this_check_alone(
    ruled: Office, name: str
) -> None:
    attack, code = ATTACKS[name]
    attack(ruled)

    assert finders(ruled) == {"policy": code}
    assert finders(ruled, book=RESIDENT) == {}


def test_a_finding_says_in_chinese_what_differs_and_what_the_log_has(ruled: Office) -> None:
    alter(ruled, f"UPDATE fund_figure SET balance_fen = 7 WHERE year = 2025 AND {MINE}")
    (finding,) = ruled.faults()

    assert f"{EMPLOYEE} 2025 年基金收支数与导入时不符：现为 累计结余 0.07、" in finding.message
    assert "操作日志为 累计结余 59900000.00、" in finding.message
    (name,) = [r.name for r in verify(ruled.desk, book=EMPLOYEE) if r.id == "policy"]
    assert name == "政策方案和选定的口径与日志一致"


def test_lines_written_by_a_clock_that_was_set_back_keep_the_books_sound(ruled: Office) -> None:
    """Ids follow the clock, so the order of the lines says nothing."""
    with reading(ruled.desk.engine) as conn:
        ids = list(
            conn.execute(sa.select(s.oplog.c.id).where(s.oplog.c.book == EMPLOYEE)).scalars()
        )
    alter(
        ruled,
        *(f"UPDATE oplog SET id = 'x{900 - n}' WHERE id = '{id_}'" for n, id_ in enumerate(ids)),
    )

    assert finders(ruled) == {}


def test_a_proposal_that_nobody_adopted_keeps_the_books_sound(ruled: Office) -> None:
    path = ruled.folder / "profiles" / "gansu.yaml"
    path.write_text(path.read_text("utf-8").replace('"1/5"', '"1/6"'), "utf-8")
    ruled.desk.operator = "制单乙"
    adopt(ruled.desk, "", "再改")
    assert finders(ruled) == {}

    alter(ruled, f"DELETE FROM policy_layer WHERE version = 6 AND {MINE}")
    assert finders(ruled) == {"policy": "POLICY_LOST"}


def test_a_book_of_the_first_version_is_sound_before_and_after_it_adopts(office: Office) -> None:
    """0.1.0 logged the digests of the files, adopted none, and kept copies of the values."""
    with behind(office) as conn:
        conn.execute(sa.delete(s.policy_layer))
        opened = sa.func.replace(s.oplog.c.content, '"adopted":"建账",', "")
        changed = sa.update(s.oplog).where(s.oplog.c.action == "init", s.oplog.c.book != "-")
        assert conn.execute(changed.values(content=opened)).rowcount == 2
        for book in (EMPLOYEE, RESIDENT):
            conn.execute(
                sa.text(
                    "INSERT INTO policy_value (book, name, version, value, clause, layer, since,"
                    f" reason, recorded_by, recorded_at) VALUES ('{book}', 'late_scope', 1,"
                    " '\"all\"', '甘肃·四', 'gansu', '2025-01-01', '', '-', '2026-01-05')"
                )
            )
    assert office.faults() == []

    office.desk.operator = "制单乙"
    adopt(office.desk, "", "升级")
    office.desk.operator = "主管丁"
    adopt(office.desk, "")
    choose(office.desk, EMPLOYEE, "late_scope", "fund", "会议定")
    assert office.faults() == []
    alter(office, f"DELETE FROM policy_layer WHERE {MINE}")
    assert finders(office) == {"policy": "POLICY_LOST"}


def test_a_book_of_hainan_is_sound_with_the_owner_chosen_when_it_was_opened(office: Office) -> None:
    office.desk.operator = "管理员甲"
    add_operator(office.desk, "主管己", ("chief",))
    office.desk.operator = "管理员甲"
    initialise(
        office.desk,
        area="460000",
        name="海南省",
        profile="hainan",
        start="2026-01",
        owner="province",
        reason="省厅会议定",
    )
    assert office.faults() == []
    alter(office, "UPDATE policy_value SET value = '\"county\"' WHERE book = '460000/resident'")
    assert finders(office, book="460000/resident") == {"policy": "CHOICE_LOST CHOICE_UNLOGGED"}
