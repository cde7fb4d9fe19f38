"""交接: by a list that three people sign on paper and two by their keys; the roles end with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ledger.basis.errors import Refused
from ledger.formats.terminal import save_all
from ledger.reports.registers.handover_sheet import handover_sheet
from ledger.store.engine import reading, writing
from ledger.store.masters import give_roles, read_operators
from ledger.store.signing.office import read_office
from ledger.workflow.drafting.record import record
from ledger.workflow.office.handover import handover_of, propose_handover
from ledger.workflow.office.handover_lists import PARTS
from ledger.workflow.office.people import propose_roles
from ledger.workflow.office.proposing import confirm
from tests.bank_office import bring, match
from tests.office import FIRST, NAMES, PASSWORD, Office, codes, raw
from tests.signed_office import prepared, signing_as, switch_on
from tests.templates import kept

if TYPE_CHECKING:
    from ledger.workflow.office.handover import Handover

LEAVER, NEXT, WITNESS = "制单乙", "新人庚", "主管丁"
FUNDED = ("2026-01-10", "1000.00", "兰州市财政局")
STRANGER = ("2026-01-08", "66.00", "路人")


@kept
def leaving(office: Office) -> Office:
    """Open an office that signs; a second preparer is there already, and things are open."""
    office.fund("1000.00")
    office.record(
        office.pay(FIRST, "5.00", day="2026-01-12", key="特", irregular="yes", reason="误付")
    )
    office.chief_approves()
    office.post()
    bring(office, (FUNDED, STRANGER))
    match(office)
    switch_on(office)
    with signing_as(office, "管理员甲"):
        propose_roles(office.desk, NEXT, ["preparer"], password=PASSWORD)
    with signing_as(office, WITNESS):
        confirm(office.desk, NEXT)
    prepared(office, office.row("interest", date="2026-01-12", amount="1.00", key="息"))
    return office


def drawn(office: Office, name: str = LEAVER, to: str = NEXT, witness: str = WITNESS) -> Handover:
    """Draw the list up."""
    return handover_of(office.desk, name, to, witness)


def proposed(office: Office, by: str = LEAVER, **people: str) -> Handover:
    """Let somebody propose it."""
    made = drawn(office, **people)
    with signing_as(office, by):
        propose_handover(office.desk, made, paper="人事〔2026〕2号")
    return made


def refused(office: Office, by: str = LEAVER, **people: str) -> list[str]:
    """Let somebody try to propose it, and return why not."""
    with pytest.raises(Refused) as error:
        proposed(office, by, **people)
    return codes(error.value.findings)


def test_the_list_has_what_is_open(leaving: Office) -> None:
    made = drawn(leaving)
    told = {part: [line for line in made.lines if line.part == part] for part in PARTS}
    assert [(line.number, line.amount_fen, line.words) for line in told["账户余额"]] == [
        ("1003", 0, "平"),
        ("1004", 99500, "借"),
        ("1101.01", 500, "借"),
        ("3001.01", 100000, "贷"),
    ]
    assert [line.number for line in told["未审核、未记账单据"]] == ["息"]
    assert [(line.name, line.amount_fen) for line in told["未达账项"]] == [
        ("路人", 6600),
        (NAMES[FIRST], -500),
    ]
    assert [line.amount_fen for line in told["未补附件"]] == [500]
    assert [line.number for line in told["密钥和密码"]] == ["第 1 版"]
    assert told["未了结事项"]


def test_two_sign_by_their_keys_and_the_roles_end(leaving: Office) -> None:
    made = proposed(leaving)
    with signing_as(leaving, WITNESS):
        (fact,) = confirm(leaving.desk, LEAVER)
    assert fact.word("lists") == made.digest
    with reading(leaving.desk.engine) as conn:
        assert read_operators(conn)[LEAVER].roles == ()
        assert read_office(conn).roles_of(LEAVER, leaving.desk.today()) == ()
    row = leaving.row("interest", date="2026-01-12", amount="2.00", key="息二")
    with signing_as(leaving, LEAVER), pytest.raises(Refused) as error:
        record(leaving.desk, raw([row], "rows.jsonl"))
    assert codes(error.value.findings) == ["ROLE_MISSING"]
    assert leaving.faults() == []


def test_what_is_open_must_be_what_was_printed(leaving: Office) -> None:
    proposed(leaving)
    prepared(leaving, leaving.row("interest", date="2026-01-12", amount="3.00", key="息三"))
    with signing_as(leaving, WITNESS), pytest.raises(Refused) as error:
        confirm(leaving.desk, LEAVER)
    assert codes(error.value.findings) == ["HANDOVER_CHANGED"]


def test_the_chief_hands_over_for_who_is_away(leaving: Office) -> None:
    assert refused(leaving, "审核丙") == ["HANDOVER_PEOPLE"]
    proposed(leaving, WITNESS, witness="管理员甲")
    with signing_as(leaving, "管理员甲"):
        confirm(leaving.desk, LEAVER)


@pytest.mark.parametrize(
    ("people", "found"),
    [
        ({"to": "没有此人"}, ["HANDOVER_PEOPLE"]),
        ({"witness": NEXT}, ["HANDOVER_PEOPLE"]),
        ({"name": "出纳戊"}, ["HANDOVER_UNCOVERED"]),
    ],
    ids=str,
)
def test_three_people_and_somebody_for_each_role(
    leaving: Office, people: dict[str, str], found: list[str]
) -> None:
    assert refused(leaving, people.get("name", LEAVER), **people) == found


def test_only_who_takes_over_or_looks_on_confirms(leaving: Office) -> None:
    proposed(leaving)
    with signing_as(leaving, "管理员甲"), pytest.raises(Refused) as error:
        confirm(leaving.desk, LEAVER)
    assert codes(error.value.findings) == ["HANDOVER_PEOPLE"]


def test_a_stand_in_ends_with_the_handover(leaving: Office) -> None:
    from ledger.workflow.office.stand_in import propose_stand_in

    day = leaving.desk.today().isoformat()
    with signing_as(leaving, "管理员甲"):
        propose_stand_in(
            leaving.desk, LEAVER, "审核丙", ["approver"], since=day, until="2026-02-28", paper="件"
        )
    with signing_as(leaving, WITNESS):
        confirm(leaving.desk, LEAVER)
    proposed(leaving)
    with signing_as(leaving, WITNESS):
        confirm(leaving.desk, LEAVER)
    with reading(leaving.desk.engine) as conn:
        assert read_office(conn).roles_of(LEAVER, leaving.desk.today()) == ()


def test_the_print_names_the_three_and_the_digest(leaving: Office) -> None:
    made = drawn(leaving)
    sheet = handover_sheet(made)
    assert sheet.signatures == ("移交人 制单乙", "接替人 新人庚", "监交人 主管丁")
    assert f"清册校验码：{made.digest}" in sheet.subtitle
    for ending in ("xlsx", "pdf", "csv"):
        path = leaving.folder / f"清册.{ending}"
        assert save_all([sheet], "table", path)


def test_roles_taken_by_hand_are_found(leaving: Office) -> None:
    proposed(leaving)
    with signing_as(leaving, WITNESS):
        confirm(leaving.desk, LEAVER)
    with writing(leaving.desk.engine, ()) as conn:
        held = read_operators(conn)[NEXT]
        give_roles(conn, type(held)(name=LEAVER, roles=("preparer",), since=held.since), NEXT)
    assert "ROLES_DIFFER" in codes(leaving.faults())
