"""A book works from the text that it adopted; a new text takes two people."""

from __future__ import annotations

import json
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
import sqlalchemy as sa

from ledger.basis.errors import Refused
from ledger.policy.layers import PROFILES
from ledger.reports.policy.adoption import adoption
from ledger.reports.policy.show import policies
from ledger.store import schema as s
from ledger.store.engine import reading
from ledger.store.masters import read_books
from ledger.store.policy import read_adopted, read_proposed
from ledger.workflow.policy.policy import adopt, policy_in_use, policy_of
from ledger.workflow.policy.policy_choice import choose
from ledger.workflow.setup.masters import add_operator
from tests.cases import posted
from tests.office import EMPLOYEE, RESIDENT, codes

if TYPE_CHECKING:
    from ledger.policy.profile import Rules
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


def rules(office: Office, book: str = EMPLOYEE) -> Rules:
    """Give a book's rules of today."""
    with reading(office.desk.engine) as conn:
        one = read_books(conn)[book]
        return policy_of(office.desk, conn, one).on(office.desk.today())


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


# Choosing.


def choosing(office: Office, name: str, reading_: str, reason: str = "局务会定") -> list[str]:
    """Run choose as the chief; gives the codes of what refused it."""
    office.desk.operator = "主管丁"
    try:
        choose(office.desk, EMPLOYEE, name, reading_, reason)
    except Refused as error:
        return codes(error.findings)
    return []


def test_a_presumed_reading_may_be_confirmed_or_changed(office: Office) -> None:
    assert rules(office).text("write_off_government") == "city"
    assert choosing(office, "write_off_government", "province") == []
    assert rules(office).text("write_off_government") == "province"
    assert choosing(office, "write_off_government", "county") == []
    assert rules(office).text("write_off_government") == "county"
    assert rules(office, RESIDENT).text("write_off_government") == "city", "book by book"


def test_what_the_notice_settles_is_not_chosen(office: Office) -> None:
    office.desk.operator = "主管丁"
    with pytest.raises(Refused) as caught:
        choose(office.desk, EMPLOYEE, "late_factor", "0", "从严")

    (finding,) = caught.value.findings
    assert (finding.code, finding.clause) == ("CHOICE_SETTLED", "甘肃·四")


@pytest.mark.parametrize(
    ("name", "reading_", "reason", "code"),
    [
        ("base_year", "1", "定", "CHOICE_UNKNOWN"),
        ("base_years", "4", "定", "READING_UNKNOWN"),
        ("base_years", "1", " ", "REASON_MISSING"),
    ],
)
def test_a_choice_names_the_question_the_reading_and_the_reason(
    office: Office, name: str, reading_: str, reason: str, code: str
) -> None:
    assert choosing(office, name, reading_, reason) == [code]


def test_a_choice_tells_who_when_and_why(office: Office) -> None:
    assert choosing(office, "base_years", "2", "局务会3号纪要") == []
    overview = policies(office.desk, EMPLOYEE)[0].tree
    values = overview["values"]
    assert isinstance(values, list)
    (found,) = [value for value in values if value["name"] == "base_years"]

    assert found["state"] == "chosen"
    assert (found["value"], found["text"]) == ("2", "前两年")
    assert (found["by"], found["reason"]) == ("主管丁", "局务会3号纪要")
    assert str(found["at"]).startswith("2026-01-05")
    assert "本单位选定（2026-01-05 主管丁）" in str(found["clause"])


# Showing.


def test_the_overview_says_where_each_value_comes_from_and_what_it_overrode(office: Office) -> None:
    (report,) = policies(office.desk, EMPLOYEE)
    tree = {value["name"]: value for value in report.tree["values"]}  # type: ignore[attr-defined]

    assert tree["midyear_offset"]["layer"] == "gansu"
    assert tree["midyear_offset"]["overrides"] == {
        "layer": "national",
        "value": "不限制",
    }
    assert tree["midyear_offset"]["since"] == "2025-01-01"
    assert tree["period_end_transfer"]["overrides"] is None
    assert tree["holiday_shift"]["state"] == "presumed"
    assert tree["late_scope"]["state"] == "open"
    assert all(value["title"] and value["clause"] for value in tree.values())
    alerts = [row.cells[1] for row in report.rows if row.mark == "alert"]
    assert "late_scope" in alerts
    assert "late_factor" not in alerts


def test_another_day_has_other_values(office: Office) -> None:
    before = {
        value["name"]: value["value"]
        for value in policies(office.desk, EMPLOYEE, on="2024-12-31")[0].tree["values"]  # type: ignore[attr-defined]
    }
    after = {
        value["name"]: value["value"]
        for value in policies(office.desk, EMPLOYEE, on="2025-01-01")[0].tree["values"]  # type: ignore[attr-defined]
    }

    assert before["midyear_offset"] == "allowed"
    assert after["midyear_offset"] == "special_reason"
    with pytest.raises(Refused, match="读不懂"):
        policies(office.desk, EMPLOYEE, on="去年")


def test_one_value_tells_its_whole_story(office: Office) -> None:
    (report,) = policies(office.desk, EMPLOYEE, "late_scope")

    assert [row.cells[0] for row in report.rows] == ["national", "gansu"]
    notes = "\n".join(report.notes)
    assert "A-22 一个险种未按时全额返还" in notes
    assert "读法 fund = 只减半逾期的险种" in notes
    assert "prepay policy choose late_scope fund --reason 理由" in notes
    assert "G-36、H-28、A-22" in notes
    assert report.tree["readings"] == {
        "fund": "只减半逾期的险种",
        "all": "该医疗机构的全部险种都减半",
    }


def test_an_unknown_name_suggests_those_that_look_like_it(office: Office) -> None:
    with pytest.raises(Refused) as caught:
        policies(office.desk, EMPLOYEE, "late_rate")
    assert "late_factor（未按时全额返还，次年乘以）" in caught.value.findings[0].remedy

    with pytest.raises(Refused) as caught:
        policies(office.desk, EMPLOYEE, "返还")
    assert "return_deadline" in caught.value.findings[0].remedy


def test_a_changed_file_stands_in_red_over_the_values(office: Office) -> None:
    quarter(office)

    for name in ("", "late_factor"):
        (report,) = policies(office.desk, EMPLOYEE, name)
        assert "gansu.yaml" in report.alerts[0]


def test_the_rules_of_a_day_are_worked_out_once(office: Office) -> None:
    with reading(office.desk.engine) as conn:
        found = policy_of(office.desk, conn, read_books(conn)[EMPLOYEE])

    assert found.on(date(2026, 1, 1)) is found.on(date(2026, 1, 1))
