"""Every way in by which a word reaches the books, with one honest example of each."""

from __future__ import annotations

from dataclasses import dataclass

from tests.office import EMPLOYEE, FIRST

#: What cells hold that no accountant means: numbers that are none, and marks that nobody sees.
HOSTILE = {
    "beyond": "1E400",
    "not a number": "NaN",
    "infinite": "-Infinity",
    "long": "9" * 400,
    "turned around": "甲\u202e乙",
    "nought": "甲\x00乙",
    "half a sign": "甲\ud800乙",
    "unseen": "甲\u200b乙",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class WayIn:
    """A command that reads a file: its words, `{file}` for the file, and a row that it takes."""

    command: str
    row: dict[str, str]
    by: str = "制单乙"


WAYS_IN = {
    "record": WayIn(
        command="record {file}",
        row={
            "业务类型": "财政拨入",
            "业务编号": "拨入-1",
            "日期": "2026-01-03",
            "记账日期": "2026-01-03",
            "统筹区": "620100",
            "险种": "职工",
            "摘要": "拨入",
            "金额": "100.00",
            "附件": "用款计划:计1:2026-01-02; 财政拨款通知:通1:2026-01-02; 银行回单:回1:2026-01-03",
        },
    ),
    "hospital": WayIn(
        command="hospital import {file}",
        row={
            "医疗机构编码": "H62010000009",
            "名称": "新示范医院",
            "性质": "公立",
            "级别": "一级",
            "收治住院": "是",
            "统一社会信用代码": "",
            "银行账号": "6222000000000009",
            "医共体": "示范医共体",
            "生效日期": "2026-01-01",
        },
    ),
    "fund": WayIn(
        command="assess import {file}",
        row={
            "统筹区": "620100",
            "险种": "职工",
            "年度": "2025",
            "累计结余": "1200000000",
            "当年收入": "1260000000",
            "当年支出": "1200000000",
            "滚动预计收入": "1300000000",
            "滚动预计支出": "1250000000",
        },
    ),
    "payments": WayIn(
        command="assess import {file}",
        row={
            "统筹区": "620100",
            "险种": "职工",
            "医疗机构编码": FIRST,
            "月份": "2025-01",
            "服务类别": "住院",
            "支付方": "基本医保统筹基金",
            "金额": "1200000",
        },
    ),
    "bank": WayIn(
        command=f"bank import {{file}} --account 1004 --book {EMPLOYEE}",
        row={
            "交易日期": "2026-01-03",
            "摘要": "拨款",
            "对方户名": "兰州市财政局",
            "对方账号": "62010001",
            "借方发生额": "",
            "贷方发生额": "100.00",
            "余额": "100.00",
            "流水号": "S1",
        },
    ),
    "licence": WayIn(
        command="licence import {file} --month 2026-01 --paper 卫健函1号:2026-01-04",
        row={
            "医疗机构编码": FIRST,
            "注销日期": "2026-01-02",
            "许可证号": "L1",
            "原因": "歇业",
        },
    ),
}
