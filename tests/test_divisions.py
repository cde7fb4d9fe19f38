"""行政区划: which codes a book may be opened under, and where a profile is for."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from ledger.basis.errors import Refused
from ledger.masters.division import area_findings, area_told, division_of
from ledger.policy.layer_file import read_layer
from ledger.policy.layers import load_layers
from ledger.workflow.setup.masters import initialise
from tests.office import codes

if TYPE_CHECKING:
    from ledger.basis.errors import Finding
    from tests.office import Office


def found(
    area: str, *, reach: tuple[str, ...] = (), papered: bool = False, profile: str = "gansu"
) -> list[Finding]:
    """Judge an area's code."""
    return area_findings(area, "某市", reach=reach, profile=profile, papered=papered)


@pytest.mark.parametrize(
    "area", ["620000", "620100", "620702", "620722", "460000", "469001", "659011"]
)
def test_provinces_cities_and_counties_of_today_are_known(area: str) -> None:
    assert division_of(area).name
    assert found(area) == []


def test_no_paper_opens_a_province_that_does_not_exist() -> None:
    for papered in (False, True):
        [finding] = found("999999", papered=papered)
        assert finding.code == "AREA_UNKNOWN"
        assert "前两位 99 不是任何省" in finding.message


@pytest.mark.parametrize(
    ("area", "said"),
    [
        ("620199", "医保信息平台市本级一类的编码"),
        ("629900", "医保信息平台省本级一类的编码"),
        ("620188", "不在行政区划表里（甘肃省）"),
        ("622200", "原为张掖地区，已经撤销"),
    ],
)
def test_codes_beside_the_standard_are_let_in_by_a_paper(area: str, said: str) -> None:
    [finding] = found(area)
    assert said in finding.message
    assert "--paper 文号 --reason 理由" in finding.remedy
    assert found(area, papered=True) == []


def test_a_profile_is_for_its_own_areas() -> None:
    reach = {name: load_layers(name)[-1].areas for name in ("gansu", "hainan", "zhangye")}
    assert reach == {"gansu": ("62",), "hainan": ("46",), "zhangye": ("6207",)}
    [finding] = found("460000", reach=reach["gansu"])
    assert (finding.code, "适用于区划代码 62 开头" in finding.message) == ("PROFILE_REACH", True)
    assert found("620722", reach=reach["zhangye"]) == []
    assert codes(found("620100", reach=reach["zhangye"], profile="zhangye")) == ["PROFILE_REACH"]
    # Both faults are told at once.
    assert codes(found("460188", reach=reach["gansu"])) == ["AREA_UNKNOWN", "PROFILE_REACH"]


def test_nothing_is_opened_where_the_code_or_the_place_is_wrong(office: Office) -> None:
    office.desk.operator = "管理员甲"
    words: dict[str, Any] = {"name": "甘肃矿区", "profile": "gansu", "start": "2026-01"}
    for area in ("999999", "620188", "460100"):
        with pytest.raises(Refused):
            initialise(office.desk, area=area, **words)
    paper: dict[str, Any] = {"paper": "甘医保函〔2020〕1号", "reason": "省里给矿区的统筹区编码"}
    books = initialise(office.desk, area="620188", **words, **paper)
    assert [book.code for book in books] == ["620188/employee", "620188/resident"]
    # A book that is open is upgraded without being asked again.
    assert initialise(office.desk, area="620188", **words) == []


def test_a_name_that_the_table_does_not_know_is_told() -> None:
    assert area_told("620100", "兰州市") == area_told("620100", "兰州") == ""
    assert area_told("620722", "张掖市民乐县") == ""
    assert "620100 在行政区划表里是兰州市" in area_told("620100", "天水市")


def test_a_layer_says_its_areas_as_the_first_digits_of_their_codes() -> None:
    text = "layer: town\ntitle: 某市\nparent: gansu\nareas: [{}]\nfrom: 2026-01-01\nvalues: {{}}\n"
    assert read_layer(text.format('"6201", "6202"'), "town.yaml").areas == ("6201", "6202")
    with pytest.raises(Refused, match="区划代码的前几位"):
        read_layer(text.format("62"), "town.yaml")


def test_the_table_is_not_read_before_a_code_is_judged() -> None:
    code = (
        "import sys, cli, ledger.workflow.setup.masters; assert 'stdnum.numdb' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
