"""行政区划: whether six digits are a pooling area's code, by the table that python-stdnum ships.

GB/T 2260 with its changes, each name with the years in which it stood. The national platform has
codes of its own beside it (市本级 …99, 省本级 ..99.., 矿区, 油田), and districts are made every
year: such a code is let in by a paper. The table is read when a code is judged, never before.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass

from ledger.basis.errors import Finding

#: What every remedy of an unlisted code ends with.
BY_PAPER = "写明编码的依据和理由：--paper 文号 --reason 理由"


@dataclass(frozen=True, slots=True, kw_only=True)
class Division:
    """What the table says of a code: its name today, what it was called once, its province."""

    code: str
    name: str
    former: str
    province: str


@functools.cache
def division_of(code: str) -> Division:
    """Look a six-digit code up; empty texts where the table does not know it."""
    from stdnum import numdb

    found = numdb.get("cn/loc").info(code)
    province = str(found[0][1].get("province", ""))
    spans = str(found[1][1].get("county", "")) if len(found) > 1 else ""
    standing = former = ""
    for span in filter(None, spans.split(",")):
        years, _, name = span.rpartition("]")
        if years and not years.endswith("-"):
            former = name
        else:
            standing = name
    return Division(code=code, name=standing, former=former, province=province)


def area_findings(
    area: str, name: str, *, reach: tuple[str, ...], profile: str, papered: bool
) -> list[Finding]:
    """Refuse a code that is no division, or lies outside the profile's reach, without a paper.

    No paper opens a province that does not exist. `reach` holds the first digits of the areas
    that the profile is for, () where it does not say.
    """
    findings = division_findings(division_of(area), papered=papered)
    if reach and not area.startswith(reach) and not papered:
        findings.append(
            Finding(
                code="PROFILE_REACH",
                message=f"政策方案 {profile} 适用于区划代码 {'、'.join(reach)} 开头的统筹区，"
                f"{area} {name}不在其中",
                remedy=f"改用当地的方案（--profile），没有的先写一个，见 docs/profiles.md；"
                f"确实执行这一方案的，{BY_PAPER}",
                field="profile 政策方案",
            )
        )
    return findings


def division_findings(division: Division, *, papered: bool) -> list[Finding]:
    """Refuse a code of no province, and one that stands in no list where no paper names it."""
    code = division.code
    if not division.province:
        what = f"区划代码 {code} 的前两位 {code[:2]} 不是任何省"
        return [unknown_area(what, "核对六位区划代码，如 620100")]
    if division.name or papered:
        return []
    remedy = f"核对六位区划代码；确有此编码的，{BY_PAPER}"
    return [unknown_area(unlisted(division), remedy)]


def unlisted(division: Division) -> str:
    """Say why a code stands in no list of today."""
    if division.former:
        return f"区划代码 {division.code} 原为{division.former}，已经撤销"
    if division.code.endswith("99") or division.code[2:4] == "99":
        level = "省本级" if division.code[2:4] == "99" else "市本级"
        return f"{division.code} 不是国家标准里的区划代码，是医保信息平台{level}一类的编码"
    return f"区划代码 {division.code} 不在行政区划表里（{division.province}）"


def unknown_area(message: str, remedy: str) -> Finding:
    """Word that an area's code is not to be believed."""
    return Finding(
        code="AREA_UNKNOWN",
        message=message,
        remedy=remedy,
        clause="GB/T 2260《中华人民共和国行政区划代码》",
        field="area 区划代码",
    )


def area_told(area: str, name: str) -> str:
    """Say what the table calls an area that is opened under another name; "" where it agrees."""
    listed = division_of(area).name
    stem = listed[:2]
    if not listed or stem in name:
        return ""
    return f"区划代码 {area} 在行政区划表里是{listed}，账套名称写的是“{name}”，请核对"
