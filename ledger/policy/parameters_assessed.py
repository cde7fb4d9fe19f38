"""政策参数 of 核定: what the money is, who may apply, which fund pays and how much."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from ledger.basis.terms import EVALUATIONS, FUNDS, PAYERS, SERVICES
from ledger.policy.parameter import Limits, Parameter, ValueColumn, either, may, must

if TYPE_CHECKING:
    from collections.abc import Mapping

DEFICITS = either(prior_year="上年已出现当期赤字", forecast="12个月滚动测算预计本年赤字")
#: The eligibility checks that a notice may ask for; the list of a profile says which it does.
CHECKS: Mapping[str, str] = MappingProxyType(
    {
        "inpatient": "收治住院患者",
        "settled": "正常结算满规定的自然年度",
        "evaluation": "绩效考核结果为合格以上",
        "finance": "财务管理制度健全，具有偿还能力",
        "undertaking": "无财产被保全、无未履行完毕债务的承诺",
        "key_work": "落实医保重点工作，追溯码应扫尽扫、应传尽传",
        "inspections": "配合监督检查",
        "rectified": "检查问题整改到位",
        "penalty": "规定月数内无处罚或移送司法",
        "suspension": "规定月数内未被中止医保协议",
        "threshold": "月均支付额超过门槛",
        "guarantee": "非公立机构的自有房屋产权担保",
    }
)

SCOPE: Mapping[str, Parameter] = MappingProxyType(
    {
        "basis": must("依据", "text", "G-02 H-01"),
        "issuers": may("发文机关", "texts", "G-01 H-01"),
        "addressees": may("主送单位", "texts", "G-01"),
        "instrument_word": must("资金的叫法", "text", "G-03 H-02"),
        "purposes": must("可以用于", "texts", "G-04 H-02"),
        "banned_uses": must("不得用于", "texts", "G-05 H-03"),
        "procurement_prepayment": must(
            "集中带量采购专项预付", "text", "G-06", words=either(separate="按原规定另行管理")
        ),
        "inpatient_required": may("只覆盖收治住院患者的机构", "flag", "G-07"),
        "funds": must("可以预付的险种", "texts", "G-08 H-04 H-05", words=FUNDS),
        "pooling_level": must(
            "测算层级", "text", "G-09 H-04", words=either(area="统筹地区", province="全省")
        ),
        "decided_with": may("会同决定的部门", "texts", "G-09 G-27 H-50"),
        "hospital_duties": may("定点医疗机构的义务", "texts", "G-45 G-46 H-34"),
        "liability": may("造成损失的责任", "texts", "G-48 H-45"),
        "guidance": may("各方职责", "texts", "G-47 G-48 H-49 H-50 H-53 H-55"),
        "platform": may("全流程办理的平台", "text", "H-49"),
        "repeals": may("同时废止和不再适用的文件", "texts", "G-65 G-66"),
        "old_working_capital": may(
            "原周转金余额的处理",
            "text",
            "G-66 A-19 R-012",
            words=either(opening="作为期初余额转入"),
        ),
    }
)
GATE: Mapping[str, Parameter] = MappingProxyType(
    {
        "gate_months": must(
            "累计结余可支付月数下限（含）",
            "table",
            "G-10 G-11 H-04 H-05 R-030",
            words=FUNDS,
            cells="whole",
            needs=("employee", "resident"),
            limits=Limits(least=1, most=999, why="不足一个月等于不设下限"),
        ),
        "gate_balance": must(
            "结余的时点", "text", "G-10 H-04", words=either(prior_year_end="上年底")
        ),
        "months_formula": must(
            "可支付月数的算法",
            "text",
            "A-5 R-030",
            words=either(
                prior_year_expenditure="按上年支出", forecast_expenditure="按滚动测算支出"
            ),
        ),
        "gate_exception": may("月数条件属“原则上”，经会商可以例外", "flag", "G-10 G-11 H-04 H-05"),
        "deficit_block": must("出现赤字不得预付", "texts", "G-12 H-06 R-031", words=DEFICITS),
        "fund_selection": must(
            "由哪个险种预付",
            "text",
            "G-24 H-07 R-032",
            words=either(
                each_eligible="符合条件的各险种分别预付", most_months="可支付月数更多的一个"
            ),
        ),
        "fund_tie": may(
            "两个险种可支付月数相同时",
            "text",
            "A-6",
            words=either(employee="职工医保统筹基金", resident="居民医保基金"),
        ),
        "excepted_fund": may(
            "会商例外开放的险种是否参加比较",
            "text",
            "H-04 H-05 H-07 A-31",
            words=either(compared="一并比较", apart="有满足条件的就不比较"),
        ),
    }
)
APPLYING: Mapping[str, Parameter] = MappingProxyType(
    {
        "application_to": must(
            "向谁申请",
            "text",
            "G-13 H-11",
            words=either(bureau="统筹地区医保部门", agency="属地医保经办机构"),
        ),
        "application_from": must("申请起始日", "day", "G-13 H-11 R-038"),
        "application_advised": may("通知提示的申请时间（上旬末）", "day", "H-11 A-8"),
        "application_deadline": must("申请截止日", "day", "G-13 H-20 H-56 A-8 R-038"),
        "agreement_required": may("拨付前须签预付金协议", "flag", "G-14 R-042"),
        "eligibility_list": must(
            "资格核对清单", "texts", "G-15 G-16 G-17 G-18 H-12 H-16 H-17 H-18 R-035", words=CHECKS
        ),
        "local_conditions": may("统筹地区另定的申请条件", "texts", "G-19"),
        "settled_years": may("正常结算满几个自然年度", "whole", "G-15 H-12"),
        "settled_service": may(
            "按哪类费用算正常结算",
            "text",
            "G-15 H-12",
            words=either(any="基本医疗保险费用", inpatient="住院医疗费用"),
        ),
        "evaluation_years": may("绩效考核连续几年", "whole", "G-15 H-12"),
        "evaluation_minimum": may("绩效考核最低等次", "text", "G-15 H-12", words=EVALUATIONS),
        "penalty_free_months": may("几个月内无处罚或移送司法", "whole", "G-18 H-18"),
        "suspension_free_months": may("几个月内未被中止医保协议", "whole", "H-12"),
        "undertaking_required": may("须作无保全、无未了债务的承诺", "flag", "G-16 H-16"),
        "undertaking_age": may(
            "以前年度的承诺还算不算",
            "text",
            "G-16 A-32",
            words=either(any="算", twelve_months="申请前12个月以内的才算"),
        ),
        "undertaking_years": may("承诺覆盖几个自然年度", "whole", "H-16"),
        "key_work_required": may("须落实医保重点工作", "flag", "G-17 H-17"),
        "rectified_required": may("检查问题须整改到位", "flag", "H-18"),
        "guarantee_required": must(
            "产权担保",
            "text",
            "H-14",
            words=either(none="不要求", private="非公立机构须提供自有房屋产权担保"),
        ),
        "members_apply_separately": may("医共体成员单位分别申请和核定", "flag", "H-15 A-18"),
        "lead_may_file": may("牵头医院可以统一报送", "flag", "H-15 A-18"),
        "group_payee": must(
            "医共体牵头申报时拨给谁", "text", "H-15 A-18", words=either(member="各成员单位")
        ),
    }
)
AMOUNT: Mapping[str, Parameter] = MappingProxyType(
    {
        "base_years": must(
            "基数取前几年",
            "whole",
            "G-20 H-08 A-4 R-033",
            words=either(**{"1": "前一年", "2": "前两年", "3": "前三年"}),
        ),
        "short_history": may(
            "结算年度少于口径年数时",
            "text",
            "G-20 A-28 R-033",
            words=either(settled="按结算满的年度平均", asked="按口径年数平均"),
        ),
        "base_services": must("基数包含的费用", "texts", "G-23 H-08", words=SERVICES),
        "base_payers": must("基数包含的基金", "texts", "G-23 H-08", words=PAYERS),
        "base_funds": must(
            "各险种的基数",
            "text",
            "G-24 H-08",
            words=either(per_fund="分险种测算", sum="职工和居民合计"),
        ),
        "payers_paid": must(
            "大额和公务员补助部分由谁预付",
            "text",
            "G-23 A-1",
            words=either(own_share="各基金各付", measure="职工统筹基金付"),
        ),
        "months": must(
            "预付几个月",
            "ratio",
            "G-21 H-09 R-034",
            limits=Limits(
                least=0, most=12, above=True, why="按月均支付额预付几个月，一年只有12个月"
            ),
        ),
        "coefficient_by": may(
            "系数按什么取",
            "text",
            "G-22",
            words=either(grade="综合评价、信用评价等级", level="医疗机构级别"),
        ),
        "coefficients": may(
            "系数",
            "table",
            "G-22",
            cells="ratio",
            needs=("其他",),
            limits=Limits(
                least=0, most=10, above=True, why="系数乘在月均支付额上；不得预付的不靠系数为零"
            ),
        ),
        "floor": must(
            "测算金额过低时的定额",
            "text",
            "G-25 A-2 R-034",
            words=either(
                none="不定额",
                tiers="分档定额",
                five_thousand="最低5000元",
                ten_thousand="最低10000元",
            ),
        ),
        "floor_tiers": may(
            "定额档次",
            "rows",
            "G-25",
            columns=MappingProxyType(
                {"below": ValueColumn(shape="money"), "amount": ValueColumn(shape="money")}
            ),
        ),
        "floor_of_zero": must(
            "测算金额为零时是否给定额",
            "text",
            "G-25 A-3",
            words=either(none="不给", tiers="按最低一档"),
        ),
        "adjustment_order": may(
            "特殊调整在定额之前还是之后",
            "text",
            "G-25 G-26 A-29 R-037",
            words=either(before_floor="定额之前", after_floor="定额之后"),
        ),
        "threshold": may("月均支付额门槛", "money", "H-13 R-034"),
        "threshold_strict": may("须大于门槛，等于不算", "flag", "H-13"),
        "special_adjustment": may("突发重大公共卫生事件等可以调整", "flag", "G-26 H-10 R-037"),
        "special_adjustment_by": may(
            "由谁同意调整",
            "text",
            "G-26 H-10 R-037",
            words=either(
                area="统筹地区医保部门和财政部门会商", province="省级医保行政部门和省级财政部门同意"
            ),
        ),
    }
)
