"""密码的要求: what is refused, with every reason at once, and what is taken."""

from __future__ import annotations

import pytest

from ledger.basis.errors import Refused
from ledger.masters.password import common_passwords, normal, password_findings
from ledger.store.engine import reading, writing
from ledger.store.login import Credential, add_credential, read_credential
from ledger.workflow.setup.passwords import hasher, proves, set_password
from tests.office import LEAST_COST, PASSWORD, Office, codes

WHO = "查询己"
OWN = ("兰州市", "620100", "兰州市职工医保", "审核丙", "城关示范医院")


@pytest.mark.parametrize(
    ("password", "found"),
    [
        ("短", ["PASSWORD_FEW", "PASSWORD_LENGTH"]),
        ("六个字太短了", ["PASSWORD_LENGTH"]),
        ("tulpen7mus", ["PASSWORD_LENGTH"]),
        ("长" + "一句不一样的话" * 30, ["PASSWORD_LENGTH"]),
        ("查询己查询己查询己查询己", ["PASSWORD_FEW", "PASSWORD_OWN"]),
        ("123456", ["PASSWORD_COMMON", "PASSWORD_LENGTH"]),
        ("fghijklmnopqrs", ["PASSWORD_RUN"]),
        ("prepay123456", ["PASSWORD_COMMON"]),
        ("P@ssw0rd2026", ["PASSWORD_COMMON"]),
        ("correct-horse-battery-staple", ["PASSWORD_COMMON"]),
        ("医保预付金基金密码管理员", ["PASSWORD_COMMON"]),
        ("aaaaaaaaaaaa", ["PASSWORD_FEW", "PASSWORD_RUN"]),
        ("1qaz2wsx3edc4rfv", ["PASSWORD_COMMON", "PASSWORD_RUN"]),
        ("lkjhgfdsa9876", ["PASSWORD_RUN"]),
        ("城关示范医院审核丙620100", ["PASSWORD_OWN"]),
        ("兰州市职工医保Welcome123", ["PASSWORD_COMMON", "PASSWORD_OWN"]),
        ("一句话\x00里有看不见的字符号", ["PASSWORD_MARKS"]),
    ],
)
def test_a_password_is_refused_for_every_reason_at_once(password: str, found: list[str]) -> None:
    findings = password_findings(WHO, password, OWN)
    assert sorted(codes(findings)) == found
    assert not [finding for finding in findings if password in finding.message]


@pytest.mark.parametrize(
    "password",
    [
        PASSWORD,
        "correct horse battery",
        "Wo9-zhu3+zai7*hebian",
        "ma lu ke wo",
        "城关示范医院门口的三棵枣树",
        "梨花深院鹧鸪声里",
    ],
)
def test_a_sentence_of_ones_own_is_taken(password: str) -> None:
    assert password_findings(WHO, password, OWN) == []


def test_the_list_is_folded_and_has_some_hundreds() -> None:
    assert 500 < len(common_passwords()) < 2000
    assert {word for word in common_passwords() if normal(word).casefold() != word} == set()


def test_the_names_of_the_office_are_refused_where_a_password_is_set(office: Office) -> None:
    office.desk.operator = "管理员甲"
    for password in ("安宁示范医院620100", "兰州市居民医保制单乙"):
        with pytest.raises(Refused) as refused:
            set_password(office.desk, "审核丙", password)
        assert codes(refused.value.findings) == ["PASSWORD_OWN"]


def test_a_password_of_an_older_rule_works_until_it_is_changed(office: Office) -> None:
    short = "tulpen7mus"
    old = Credential(name="审核丙", version=1, hash=hasher(LEAST_COST).hash(short))
    with writing(office.desk.engine, ()) as conn:
        add_credential(conn, old, by="管理员甲", at=office.desk.now())
    with reading(office.desk.engine) as conn:
        assert proves(read_credential(conn, "审核丙"), short, LEAST_COST)
