"""兰州's hospitals in the sample books: who they are and what they are paid ahead in 2025.

All of them are invented. The divisions in their codes are Lanzhou's, but no name, account,
credit code or figure belongs to a real institution.
"""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, NamedTuple

from ledger.basis.money import parse_fen
from ledger.masters.hospital import with_check_digit
from ledger.workflow.demo.steps import EMPLOYEE, RESIDENT

if TYPE_CHECKING:
    from collections.abc import Mapping

#: Code, name, ownership, level, prepayment of 2025 for employees and for residents (元), 医共体.
#: 甘肃·三: whoever is assessed below 5,000 or 10,000 元 gets exactly that. One applies in vain.
TABLE = """
H62010200013 陇上大学附属第一医院 public 三级甲等 80,000,000.00 31,846,275.40 -
H62010200027 陇上大学附属第一医院（东院） public 三级甲等 42,618,930.55 15,203,884.16 -
H62010200038 甘肃澄河中医院 public 三级甲等 38,764,115.08 14,590,326.61 -
H62010200041 兰州市雁屏医院 public 三级乙等 29,407,552.30 11,862,091.47 -
H62010200056 兰州砚湖妇产医院 private 二级甲等 2,860,000.00 1,934,218.50 -
H62010200062 兰州映泉眼科医院 private 二级甲等 3,125,640.28 1,276,903.84 -
H62010200075 兰州安禾肿瘤医院 private 三级 9,846,372.19 6,200,000.00 -
H62010200083 城关区松影街社区卫生服务中心 public 一级 386,214.70 214,905.36 -
H62010200099 城关区石榴巷社区卫生服务中心 public 一级 128,540.00 96,320.00 -
H62010200117 兰州晴川康复医院 private 二级 1,748,063.95 862,417.08 -
H62010300012 陇上大学附属第二医院 public 三级甲等 71,352,408.92 28,917,640.73 -
H62010300026 兰州市沐河医院 public 三级乙等 26,180,947.64 10,427,365.12 -
H62010300035 兰州知远骨科医院 private 二级甲等 1,450,000.00 973,508.26 -
H62010300048 七里河区槐安街社区卫生服务中心 public 一级 264,871.33 158,096.72 -
H62010300059 兰州禾康老年病医院 private 二级 1,100,000.00 642,785.00 -
H62010300064 七里河区柳沟岔卫生院 public 一级 10,000.00 36,418.27 -
H62010400011 西固区青砾医院 public 二级甲等 13,572,816.44 7,184,062.95 -
H62010400029 兰州恒砚医院 private 二级 2,417,905.60 1,108,236.49 -
H62010400037 西固区白杨桥社区卫生服务中心 public 一级 197,652.81 120,347.90 -
H62010400045 西固区石岭沟卫生院 public 一级 5,000.00 18,763.52 -
H62010500018 安宁区桃汀医院 public 二级甲等 9,218,450.37 4,806,127.33 -
H62010500024 兰州桃汀康复医院 private 二级 1,286,340.00 705,819.64 -
H62010500033 安宁区杏汀路社区卫生服务中心 public 一级 128,600.00 87,254.41 -
H62011100016 红古区川砾医院 public 二级甲等 5,947,281.02 3,690,514.88 -
H62011100022 砾原矿区职工医院 public 二级乙等 4,382,916.75 1,527,840.06 -
H62011100031 红古区霞滩镇卫生院 public 一级 10,000.00 42,705.18 -
H62012100015 永登县苍岭医院 public 二级甲等 6,835,027.41 6,180,000.00 苍岭医共体
H62012100028 永登县苍岭中医院 public 二级甲等 2,904,618.93 2,340,000.00 苍岭医共体
H62012100034 永登县柳湾口镇中心卫生院 public 一级 86,000.00 134,580.66 苍岭医共体
H62012100046 永登县石垭乡卫生院 public 一级 5,000.00 27,916.35 苍岭医共体
H62012100053 永登惠禾医院 private 一级 412,760.18 538,204.92 -
H62012200014 皋兰县梨川医院 public 二级甲等 4,106,925.50 5,214,783.07 梨川医共体
H62012200023 皋兰县梨川中医院 public 二级乙等 1,692,048.26 1,880,417.59 梨川医共体
H62012200032 皋兰县沙墩镇中心卫生院 public 一级 74,916.83 118,402.24 梨川医共体
H62012200047 皋兰县水车湾卫生院 public 一级 5,000.00 10,000.00 -
H62012300017 榆中县云崖医院 public 二级甲等 5,638,174.91 7,026,391.15 -
H62012300025 榆中县云崖中医院 public 二级甲等 2,270,586.04 2,748,913.60 -
H62012300039 榆中县栎坪镇卫生院 public 一级 42,318.77 96,045.38 -
H62012300042 榆中砚禾医院 private 未定级 - - -
H62012300058 榆中县马鞍岘乡卫生院 public 一级 5,000.00 10,000.00 -
H62012300064 榆中景禾医院 private 二级 - - -
"""

#: Those who play a part in the story.
FIRST_AFFILIATED = "H62010200013"
CHENGHE_CHINESE_MEDICINE = "H62010200038"
YANPING = "H62010200041"
YANHU_MATERNITY = "H62010200056"
YINGQUAN_EYE = "H62010200062"
ANHE_TUMOUR = "H62010200075"
SONGYING_CLINIC = "H62010200083"
SHILIU_CLINIC = "H62010200099"
SECOND_AFFILIATED = "H62010300012"
MUHE = "H62010300026"
ZHIYUAN_ORTHOPAEDIC = "H62010300035"
HEKANG_GERIATRIC = "H62010300059"
QINGLI = "H62010400011"
HENGYAN = "H62010400029"
BAIYANG_CLINIC = "H62010400037"
TAOTING = "H62010500018"
TAOTING_REHABILITATION = "H62010500024"
XINGTING_CLINIC = "H62010500033"
CANGLING = "H62012100015"
CANGLING_CHINESE_MEDICINE = "H62012100028"
LIUWANKOU_CLINIC = "H62012100034"
HUIHE = "H62012100053"
LICHUAN = "H62012200014"
SHADUN_CLINIC = "H62012200032"
YUNYA = "H62012300017"
YANHE = "H62012300042"
JINGHE = "H62012300064"

#: Of 18 places, the kind of registration by ownership: 事业单位 and 民办非企业单位.
CREDIT_CODE_HEADS = {"public": "12", "private": "52"}
ORGANISATION_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)


class Listed(NamedTuple):
    """A hospital and the fen it is paid ahead in 2025 by book; 0 where it gets nothing."""

    code: str
    name: str
    ownership: str
    level: str
    prepayments: Mapping[str, int]
    group: str


def listed_hospitals() -> tuple[Listed, ...]:
    """Read the table above."""
    found = []
    for line in TABLE.split("\n")[1:-1]:
        code, name, ownership, level, employee, resident, group = line.split(" ")
        amounts = zip((EMPLOYEE, RESIDENT), (employee, resident), strict=True)
        prepayments = {book: 0 if text == "-" else parse_fen(text) for book, text in amounts}
        group = "" if group == "-" else group
        found.append(Listed(code, name, ownership, level, prepayments, group))
    return tuple(found)


def prepayments(book: str) -> dict[str, int]:
    """Tell the fen that each hospital of a book is paid ahead in 2025, in the table's order."""
    hospitals = listed_hospitals()
    return {each.code: each.prepayments[book] for each in hospitals if each.prepayments[book]}


def hospital_rows() -> tuple[Mapping[str, str], ...]:
    """Write the list of hospitals as it is imported on the first day."""
    return tuple(
        listed_row(
            code=hospital.code,
            name=hospital.name,
            ownership=hospital.ownership,
            level=hospital.level,
            group=hospital.group,
            valid_from="2025-01-01",
        )
        for hospital in listed_hospitals()
    )


def listed_row(
    *,
    code: str,
    name: str,
    ownership: str,
    level: str,
    valid_from: str,
    group: str = "",
    agency: str = "",
) -> Mapping[str, str]:
    """Write one row of a list of hospitals; account and credit code follow from its own code."""
    return {
        "code": code,
        "name": name,
        "ownership": ownership,
        "level": level,
        "inpatient": "yes",
        "credit_code": credit_code(code, ownership=ownership, level=level),
        "bank_account": bank_account(code),
        "group": group,
        "agency": agency,
        "valid_from": valid_from,
    }


def renamed_rows(code: str, *, name: str, valid_from: str) -> tuple[Mapping[str, str], ...]:
    """Write the list that gives one hospital a new name from a day on."""
    (row,) = (row for row in hospital_rows() if row["code"] == code)
    return ({**row, "name": name, "valid_from": valid_from},)


def bank_account(code: str) -> str:
    """Invent the hospital's bank account number: the same words always give the same number."""
    chance = random.Random(f"bank account {code}")
    return f"{chance.randrange(1010, 1090)}{chance.randrange(10**13, 10**14)}"


def credit_code(code: str, *, ownership: str, level: str) -> str:
    """Invent a 统一社会信用代码 with right check digits; clinics (一级) have not told theirs."""
    if level == "一级":
        return ""
    chance = random.Random(f"credit code {code}")
    own = [chance.randrange(10) for _ in range(8)]
    weighed = sum(digit * weight for digit, weight in zip(own, ORGANISATION_WEIGHTS, strict=True))
    check = "0123456789X0"[11 - weighed % 11]
    head = CREDIT_CODE_HEADS[ownership] + code[1:7]
    # GB 32100 writes the organisation's own check digit inside the seventeen.
    body = head + "".join(str(digit) for digit in own) + check
    return with_check_digit(body)
