"""Where the office signs, two people sign for a reading and for a text, one of them a chief."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import sqlalchemy as sa

from ledger.basis.errors import Refused
from ledger.policy.layers import PROFILES
from ledger.store.engine import reading
from ledger.store.policy import read_adopted
from ledger.workflow.policy.policy import adopt
from ledger.workflow.policy.policy_choice import choose, confirm
from tests.office import EMPLOYEE, Office, codes
from tests.signed_office import signing_as, switch_on
from tests.tamper import alter, behind, finders
from tests.templates import kept

if TYPE_CHECKING:
    from collections.abc import Callable

PAPER = "兰医保纪要〔2026〕3号"


@kept
def signed(office: Office) -> Office:
    """Keep an office that signs."""
    switch_on(office)
    return office


def propose(office: Office, by: str, value: str = "all") -> None:
    """Propose a reading of A-22."""
    with signing_as(office, by):
        choose(office.desk, EMPLOYEE, "late_scope", value, "会议定", paper=PAPER, from_year=2026)


def agree(office: Office, by: str) -> None:
    """Confirm it."""
    with signing_as(office, by):
        confirm(office.desk, EMPLOYEE, "late_scope")


def refused(act: Callable[..., object], *words: object) -> list[str]:
    """Return why something is refused."""
    with pytest.raises(Refused) as error:
        act(*words)
    return codes(error.value.findings)


def test_a_reading_is_signed_by_two(signed: Office) -> None:
    propose(signed, "制单乙")
    assert refused(agree, signed, "制单乙") == ["FOUR_EYES"]
    assert refused(agree, signed, "审核丙") == ["ROLE_MISSING"]
    agree(signed, "主管丁")
    assert finders(signed) == {}


def test_a_chief_alone_settles_nothing(signed: Office) -> None:
    signed.desk.operator = "主管丁"
    assert refused(choose, signed.desk, EMPLOYEE, "late_scope", "all", "会议定") == [
        "NOT_LOGGED_IN"
    ]
    propose(signed, "主管丁")
    assert refused(agree, signed, "主管丁") == ["FOUR_EYES"]


def test_a_proposal_that_somebody_wrote_into_the_table_is_nobodys(signed: Office) -> None:
    propose(signed, "制单乙")
    with behind(signed) as conn:
        conn.execute(sa.text("UPDATE policy_proposal SET value = '\"fund\"'"))
    assert refused(agree, signed, "主管丁") == ["PROPOSAL_UNSIGNED"]


def test_a_reading_forged_with_its_log_is_found(signed: Office) -> None:
    """The attacker forges what was proposed, what was chosen, and the lines of the log."""
    propose(signed, "制单乙")
    agree(signed, "主管丁")
    alter(
        signed,
        "UPDATE policy_proposal SET value = '\"fund\"'",
        "UPDATE policy_value SET value = '\"fund\"' WHERE name = 'late_scope'",
        'UPDATE oplog SET content = replace(content, \'"value":"all"\', \'"value":"fund"\')'
        " WHERE subject = 'late_scope'",
    )
    assert finders(signed) == {"signed": "POLICY_UNSIGNED"}


def quarter(office: Office) -> None:
    """Let the office's own file of 甘肃 say something else."""
    text = (PROFILES / "gansu.yaml").read_text("utf-8")
    (office.folder / "profiles").mkdir(exist_ok=True)
    changed = text.replace('    value: "1/2"\n', '    value: "1/4"\n')
    (office.folder / "profiles" / "gansu.yaml").write_text(changed, "utf-8")


def adopted_by(office: Office, who: str, reason: str = "") -> None:
    """Propose a text with a reason, or adopt it."""
    with signing_as(office, who):
        adopt(office.desk, EMPLOYEE, reason)


def test_a_text_is_signed_by_two_and_one_chief_is_enough(
    signed: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a county with one chief who proposes, the preparer adopts."""
    monkeypatch.chdir(signed.folder)
    quarter(signed)
    adopted_by(signed, "主管丁", "省里改了")
    assert refused(adopted_by, signed, "主管丁") == ["FOUR_EYES"]
    adopted_by(signed, "制单乙")
    with reading(signed.desk.engine) as conn:
        text = read_adopted(conn, EMPLOYEE)
    assert text is not None
    assert (text.by, text.adopted_by) == ("主管丁", "制单乙")
    assert finders(signed) == {}


def test_a_text_proposed_before_switching_on_is_proposed_anew(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(office.folder)
    quarter(office)
    office.desk.operator = "制单乙"
    adopt(office.desk, EMPLOYEE, "省里改了")
    switch_on(office)
    assert refused(adopted_by, office, "主管丁") == ["PROPOSAL_UNSIGNED"]
    adopted_by(office, "制单乙", "省里改了")
    adopted_by(office, "主管丁")
    assert finders(office) == {}
