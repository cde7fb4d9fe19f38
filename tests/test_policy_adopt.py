"""A book works from the text that it adopted; a new text takes two people."""

from __future__ import annotations

import json
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
import sqlalchemy as sa

from ledger.basis.errors import Refused
from ledger.policy.layers import PROFILES
from ledger.reports.policy.adoption import adoption
from ledger.reports.policy.show import policies
from ledger.store.engine import reading
from ledger.store.masters import read_books
from ledger.store.policy import read_adopted, read_proposed
from ledger.store.tables import schema as s
from ledger.workflow.policy.policy import adopt, policy_in_use
from ledger.workflow.setup.masters import add_operator
from tests.cases import posted
from tests.office import EMPLOYEE, RESIDENT, codes
from tests.policy_rules import rules

if TYPE_CHECKING:
    from tests.office import Office

SHIPPED = (PROFILES / "gansu.yaml").read_text("utf-8")
HALF = '    value: "1/2"\n'


@pytest.fixture(autouse=True)
def _beside_the_database(monkeypatch: pytest.MonkeyPatch, office: Office) -> None:
    """On a server the office's own profiles lie in the working folder."""
    monkeypatch.chdir(office.folder)


def rewrite(office: Office, text: str) -> None:
    """Let the office's own file of 甘肃 say something else."""
    folder = office.folder / "profiles"
    folder.mkdir(exist_ok=True)
    (folder / "gansu.yaml").write_text(text, "utf-8")


def quarter(office: Office) -> None:
    """Let a late return leave a quarter."""
    assert HALF in SHIPPED
    rewrite(office, SHIPPED.replace(HALF, '    value: "1/4"\n'))


def changed(office: Office, book: str = EMPLOYEE) -> list[str]:
    """Say whether posting is refused because of a changed layer."""
    try:
        with reading(office.desk.engine) as conn:
            policy_in_use(office.desk, conn, read_books(conn)[book])
    except Refused as error:
        return codes(error.findings)
    return []


def adopting(office: Office, who: str, reason: str = "", book: str = "") -> str:
    """Run adopt as somebody; gives the findings' codes, or which stage was reached."""
    office.desk.operator = who
    try:
        done = adopt(office.desk, book, reason)
    except Refused as error:
        return "、".join(codes(error.findings))
    return "、".join(f"{one.book.code} {'采用' if one.adopted else '提出'}" for one in done)


def logged(office: Office) -> list[dict[str, object]]:
    """Read what the log says of adoptions, oldest first."""
    log = s.oplog.c
    query = sa.select(log.operator, log.book, log.content).where(log.action == "policy-adopt")
    with reading(office.desk.engine) as conn:
        rows = conn.execute(query.order_by(log.at, log.id)).all()
    return [{"by": row.operator, "book": row.book, **json.loads(row.content)} for row in rows]


def test_a_new_book_has_adopted_its_layers(office: Office) -> None:
    with reading(office.desk.engine) as conn:
        found = read_adopted(conn, EMPLOYEE)
        values = conn.execute(sa.select(sa.func.count()).select_from(s.policy_value)).scalar_one()

    assert found is not None
    assert [layer.name for layer in found.layers] == ["national", "gansu"]
    assert found.layers[-1].text == SHIPPED
    assert found.reason == "建账"
    assert values == 0, "only choices are recorded there"
    assert changed(office) == []


def test_a_changed_file_changes_no_value_and_stops_posting(office: Office) -> None:
    quarter(office)

    assert rules(office).ratio("late_factor") == Fraction(1, 2)
    assert changed(office) == ["PROFILE_CHANGED"]
    with pytest.raises(Refused, match=r"gansu\.yaml") as caught:
        office.fund()
    (finding,) = caught.value.findings
    assert finding.code == "PROFILE_CHANGED"
    assert "prepay policy adopt" in finding.remedy
    assert caught.value.exit_code == 1


def test_two_people_adopt_a_new_text_and_then_the_books_go_on(office: Office) -> None:
    quarter(office)

    assert adopting(office, "制单乙", "省里来文") == f"{EMPLOYEE} 提出、{RESIDENT} 提出"
    assert rules(office).ratio("late_factor") == Fraction(1, 2), "a proposal changes nothing"
    assert changed(office) == ["PROFILE_CHANGED"]
    assert adopting(office, "主管丁") == f"{EMPLOYEE} 采用、{RESIDENT} 采用"
    assert rules(office).ratio("late_factor") == Fraction(1, 4)
    assert changed(office) == []
    with reading(office.desk.engine) as conn:
        assert read_proposed(conn, EMPLOYEE) is None, "what was adopted waits no longer"
    assert posted(office, office.row("allocation", date="2026-01-05", amount="1.00"))


def test_a_proposer_needs_a_reason_and_a_role(office: Office) -> None:
    quarter(office)

    assert adopting(office, "制单乙") == "REASON_MISSING"
    assert adopting(office, "制单乙", "  ") == "REASON_MISSING"
    assert adopting(office, "出纳戊", "想改") == "ROLE_MISSING"
    assert adopting(office, "路人", "想改") == "OPERATOR_UNKNOWN"
    with reading(office.desk.engine) as conn:
        assert read_proposed(conn, EMPLOYEE) is None


def test_nobody_adopts_what_they_proposed_and_only_a_chief_adopts(office: Office) -> None:
    quarter(office)
    assert adopting(office, "主管丁", "省里来文").endswith("提出")

    assert adopting(office, "主管丁") == "FOUR_EYES"
    assert adopting(office, "制单乙") == "ROLE_MISSING"
    assert changed(office) == ["PROFILE_CHANGED"]
    office.desk.operator = "管理员甲"
    add_operator(office.desk, "主管己", ("chief",))
    assert adopting(office, "主管己").endswith("采用")


def test_a_text_that_changed_again_must_be_proposed_again(office: Office) -> None:
    quarter(office)
    assert adopting(office, "制单乙", "省里来文").endswith("提出")
    rewrite(office, SHIPPED.replace(HALF, '    value: "1/5"\n'))

    office.desk.operator = "主管丁"
    with pytest.raises(Refused, match=r"文件在提出之后又变了：gansu\.yaml") as caught:
        adopt(office.desk, EMPLOYEE)
    (finding,) = caught.value.findings
    assert finding.code == "PROPOSAL_STALE"
    assert "制单乙 2026-01-05 提出" in finding.message
    assert "重新提出：prepay policy adopt --reason" in finding.remedy
    assert adopting(office, "出纳戊") == "ROLE_MISSING"
    assert adopting(office, "主管丁", "又改了").endswith("提出")
    assert rules(office).ratio("late_factor") == Fraction(1, 2)


def test_a_proposal_is_shown_and_logged_before_and_after(office: Office) -> None:
    quarter(office)
    office.desk.operator = "制单乙"
    (done, _) = adopt(office.desk, "", "省里来文")
    (change,) = done.changes

    assert (change.layer, change.name) == ("gansu", "late_factor")
    assert change.before == "1/2（甘肃·四，自 2025-01-01）"
    assert change.after == "1/4（甘肃·四，自 2025-01-01）"
    (row,) = adoption(done).rows
    assert row.cells[:2] == ("gansu", "未按时全额返还，次年乘以")
    adopting(office, "主管丁")
    proposed, _, adopted, _ = logged(office)
    assert (proposed["by"], proposed["stage"]) == ("制单乙", "proposed")
    assert (adopted["by"], adopted["stage"], adopted["proposed_by"]) == (
        "主管丁",
        "adopted",
        "制单乙",
    )
    for line in (proposed, adopted):
        assert line["reason"] == "省里来文"
        assert line["before"] != line["after"]
        assert line["values"] == [
            {
                "layer": "gansu",
                "name": "late_factor",
                "before": change.before,
                "after": change.after,
            }
        ]


def test_a_refused_adoption_leaves_nothing_but_a_line_in_the_log(office: Office) -> None:
    quarter(office)
    adopting(office, "主管丁", "省里来文")
    before = len(logged(office))
    assert adopting(office, "主管丁") == "FOUR_EYES"

    with reading(office.desk.engine) as conn:
        versions = conn.execute(sa.select(sa.func.max(s.policy_layer.c.version))).scalar_one()
        refusals = conn.execute(
            sa.select(s.oplog.c.content).where(s.oplog.c.action == "refused")
        ).all()
    assert versions == 2
    assert len(logged(office)) == before
    assert any("FOUR_EYES" in row.content for row in refusals)


def test_one_book_may_go_first(office: Office) -> None:
    quarter(office)
    adopting(office, "制单乙", "省里来文", RESIDENT)

    assert adopting(office, "主管丁", book=RESIDENT) == f"{RESIDENT} 采用"
    assert changed(office, RESIDENT) == []
    assert changed(office, EMPLOYEE) == ["PROFILE_CHANGED"]


def test_without_a_change_there_is_nothing_to_adopt(office: Office) -> None:
    assert adopting(office, "制单乙", "看看") == "NOTHING_TO_ADOPT"


def test_a_trial_adoption_writes_nothing(office: Office) -> None:
    quarter(office)
    office.desk.operator = "制单乙"
    assert adopt(office.desk, "", "试试", dry_run=True)

    with reading(office.desk.engine) as conn:
        assert read_proposed(conn, EMPLOYEE) is None


def test_a_file_that_is_gone_is_no_change(office: Office) -> None:
    quarter(office)
    adopting(office, "制单乙", "省里来文")
    adopting(office, "主管丁")
    (office.folder / "profiles" / "gansu.yaml").unlink()

    assert changed(office) == ["PROFILE_CHANGED"], "the shipped text is there again"
    assert rules(office).ratio("late_factor") == Fraction(1, 4)


def test_a_file_of_the_offices_own_that_is_gone_leaves_the_adopted_text(office: Office) -> None:
    from ledger.workflow.setup.masters import initialise

    folder = office.folder / "profiles"
    folder.mkdir(exist_ok=True)
    town = 'layer: town\ntitle: 细则\nparent: gansu\nfrom: 2026-01-01\nvalues:\n  late_factor: {value: "1/3", clause: 示范·一}\n'
    (folder / "town.yaml").write_text(town, "utf-8")
    office.desk.operator = "管理员甲"
    initialise(office.desk, area="620200", name="示范市", profile="town", start="2026-01")
    (folder / "town.yaml").unlink()

    assert changed(office, "620200/employee") == []
    assert rules(office, "620200/employee").ratio("late_factor") == Fraction(1, 3)
    quarter(office)
    assert changed(office, "620200/employee") == ["PROFILE_CHANGED"]
    assert adopting(office, "制单乙", "省里来文", "620200/employee").endswith("提出")
    assert adopting(office, "主管丁", book="620200/employee").endswith("采用")
    assert rules(office, "620200/employee").ratio("late_factor") == Fraction(1, 3)


def test_a_file_that_cannot_be_read_stops_posting_and_adoption_says_why(office: Office) -> None:
    rewrite(office, SHIPPED.replace(HALF, "    value: 0.5\n"))

    assert changed(office) == ["PROFILE_CHANGED"]
    assert adopting(office, "制单乙", "省里来文") == "PROFILE_UNREADABLE"


def test_a_folder_in_place_of_the_file_stops_posting_and_adoption_says_why(
    office: Office,
) -> None:
    (office.folder / "profiles" / "gansu.yaml").mkdir(parents=True)

    assert changed(office) == ["PROFILE_UNREADABLE"]
    assert adopting(office, "制单乙", "省里来文") == "PROFILE_UNREADABLE"


def forget_layers(office: Office) -> None:
    """Leave a book as 0.1.0 left it: no adopted layers, copies of values among the choices."""
    with office.desk.engine.begin() as conn:
        if office.desk.engine.dialect.name == "sqlite":
            conn.exec_driver_sql("DROP TRIGGER policy_layer_no_delete")
        else:
            conn.exec_driver_sql("ALTER TABLE policy_layer DISABLE TRIGGER USER")
        conn.execute(sa.delete(s.policy_layer))
        copied = {
            "book": EMPLOYEE,
            "name": "late_scope",
            "version": 1,
            "value": '"all"',
            "clause": "甘肃·四",
            "layer": "gansu",
            "since": "2025-01-01",
            "reason": "",
            "recorded_by": "-",
            "recorded_at": "2026-01-05T09:00:00.000000+08:00",
        }
        conn.execute(sa.insert(s.policy_value), copied)


def test_a_book_of_the_first_version_adopts_before_it_posts(office: Office) -> None:
    forget_layers(office)

    assert changed(office) == ["PROFILE_CHANGED"]
    assert rules(office).ratio("late_factor") == Fraction(1, 2)
    with pytest.raises(Refused, match="尚未选定"):
        rules(office).text("late_scope")
    assert adopting(office, "制单乙", "升级").endswith("提出")
    assert adopting(office, "主管丁").endswith("采用")
    assert changed(office) == []


def test_a_changed_file_stands_in_red_over_the_values(office: Office) -> None:
    quarter(office)

    for name in ("", "late_factor"):
        (report,) = policies(office.desk, EMPLOYEE, name)
        assert "gansu.yaml" in report.alerts[0]
