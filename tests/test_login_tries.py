"""A wrong password at the command line waits by person and machine: no stranger stops the chief.

Somebody guesses 主管丁's password at another login; five tries are free, then it takes longer.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from ledger.basis import keys as basis_keys
from ledger.basis.errors import Refused
from ledger.basis.keys import verified
from ledger.reports.closing.oplog import oplog
from ledger.workflow.setup.lockout import FREE_OF_ADDRESS, FREE_OF_NAME
from ledger.workflow.setup.opening import log_in, own_login, prove
from tests.login_office import HandClock, give_key
from tests.office import LEAST_COST, PASSWORD, Office, codes
from tests.templates import kept

if TYPE_CHECKING:
    from pathlib import Path

    from ledger.workflow.desk import Desk

CHIEF, CLERK = "主管丁", "制单乙"
WRONG = "不是这个密码"


@kept
def keyed_chief(office: Office) -> Office:
    """Keep an office in which two people have keys."""
    for name in (CHIEF, CLERK):
        give_key(office.desk, name)
    return office


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def desk(keyed_chief: Office, clock: HandClock) -> Desk:
    return replace(keyed_chief.desk, clock=clock, station="陌生人@一楼电脑")


def tried(desk: Desk, folder: Path, name: str = CHIEF, password: str = WRONG) -> str:
    """Try a password, as a command of its own; gives the code of the refusal, or nothing."""
    try:
        prove(desk, folder, name, password)
    except Refused as refused:
        (code,) = codes(refused.findings)
        return code
    return ""


def test_five_tries_are_free_and_then_it_takes_longer_each_time(
    desk: Desk, clock: HandClock, tmp_path: Path
) -> None:
    assert {tried(desk, tmp_path) for _ in range(FREE_OF_NAME)} == {"LOGIN_FAILED"}
    assert tried(desk, tmp_path, password=PASSWORD) == "LOGIN_LOCKED", "the right one waits too"
    clock.later(seconds=31)
    assert tried(desk, tmp_path) == "LOGIN_FAILED"
    clock.later(seconds=31)
    assert tried(desk, tmp_path, password=PASSWORD) == "LOGIN_LOCKED", "a minute by now"
    clock.later(seconds=31)
    assert tried(desk, tmp_path, password=PASSWORD) == ""
    assert tried(desk, tmp_path) == "LOGIN_FAILED", "the count began anew"


def test_what_a_stranger_tries_makes_the_chief_wait_nowhere_else(
    desk: Desk, tmp_path: Path
) -> None:
    for _ in range(FREE_OF_ADDRESS):
        tried(desk, tmp_path / "stranger")
    chief = replace(desk, station="ding@二楼电脑")
    assert tried(chief, tmp_path / "chief", password=PASSWORD) == ""


def test_whoever_came_in_here_before_does_not_wait_for_others_tries(
    desk: Desk, tmp_path: Path
) -> None:
    """On one login of the system that several share, each has a count of their own."""
    assert tried(desk, tmp_path, CHIEF, PASSWORD) == ""
    for _ in range(FREE_OF_ADDRESS):
        tried(desk, tmp_path, CLERK)
    assert tried(desk, tmp_path, CLERK, PASSWORD) == "LOGIN_LOCKED"
    assert tried(desk, tmp_path, CHIEF, PASSWORD) == ""


@pytest.mark.parametrize("name", [CHIEF, "出纳戊", "没有这个人", "system"])
def test_every_name_is_answered_alike_and_at_the_same_cost(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    costs: list[object] = []
    run = basis_keys.stretched

    def counted(password: str, salt: bytes, cost: basis_keys.HashCost) -> bytes:
        costs.append(cost)
        return run(password, salt, cost)

    monkeypatch.setattr(basis_keys, "stretched", counted)
    monkeypatch.setattr("ledger.workflow.setup.keys.stretched", counted)
    with pytest.raises(Refused) as refused:
        prove(desk, tmp_path, name, WRONG)
    (finding,) = refused.value.findings
    assert (finding.code, finding.message) == (
        "LOGIN_FAILED",
        "姓名或密码不对，或者还没有登记密钥",
    )
    assert costs == [LEAST_COST]


def test_a_failure_is_logged_with_the_machine_and_never_a_word_that_may_be_a_password(
    desk: Desk, tmp_path: Path
) -> None:
    tried(desk, tmp_path)
    tried(desk, tmp_path, PASSWORD, PASSWORD)
    lines = str(oplog(desk, "-", person="-", since="", until="", words="").tree["log"])
    assert (CHIEF in lines, "陌生人@一楼电脑" in lines, "未登记的姓名" in lines) == (True,) * 3
    assert PASSWORD not in lines + own_login(desk, tmp_path).with_suffix(".tries").read_text(
        "utf-8"
    )


def test_a_count_that_cannot_be_read_is_none(desk: Desk, tmp_path: Path) -> None:
    path = own_login(desk, tmp_path).with_suffix(".tries")
    for text in ("", "[]", '{"tries": {"[]": 1}, "marks": {}}'):
        path.write_text(text, "utf-8")
        assert tried(desk, tmp_path) == "LOGIN_FAILED"


def test_the_cost_rises_at_the_log_in_and_the_key_stays(desk: Desk, tmp_path: Path) -> None:
    before, _ = log_in(desk, tmp_path, CHIEF, PASSWORD)
    dearer = replace(desk, hash_cost=replace(LEAST_COST, passes=2))
    after, _ = log_in(dearer, tmp_path, CHIEF, PASSWORD)
    assert after.signer == before.signer
    assert after.salt != before.salt
    assert verified(after.signer.public, "ab" * 32, before.signer.key.sign("ab" * 32))
