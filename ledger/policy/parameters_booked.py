"""政策参数 of the money: sanctions, paying, returning, recalling, writing off, the books."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from ledger.basis.statutory import FISCAL_ACCOUNT, TEMPORARY_PAYMENT, TEMPORARY_RECEIPT
from ledger.basis.terms import (
    BANKS,
    GOVERNMENTS,
    OWNERSHIPS,
    PAPER_TYPES,
    RECALL_TRIGGERS,
    WARNING_LIMITS,
)
from ledger.policy.parameter import Limits, Parameter, ValueColumn, either, may, must

if TYPE_CHECKING:
    from collections.abc import Mapping

SHARE = Limits(least=0, most=1, why="处罚只能减少次年的预付，最多全部取消")
ASK = either(special_reason="须有特殊原因", allowed="不限制")
SANCTIONS: Mapping[str, Parameter] = MappingProxyType(
    {
        "late_factor": must("未按时全额返还，次年乘以", "ratio", "G-36 H-28 R-036", limits=SHARE),
        "late_partial": must(
            "部分逾期算不算", "text", "G-36 A-11", words=either(any="差一分、晚一天都算")
        ),
        "late_order": must(
            "减半在哪一步乘", "text", "G-36 A-10", words=either(last="系数和定额之后")
        ),
        "late_scope": must(
            "一个险种逾期，影响哪些险种",
            "text",
            "G-36 H-28 A-22",
            words=either(fund="只有逾期的险种", all="全部险种"),
        ),
        "late_bars": may(
            "逾期的里面，哪些不再受理次年申请",
            "text",
            "H-28 A-25",
            words=either(
                every="逾期的都不受理",
                before_offset="冲抵以前没有还清的",
                unrecoverable="无法抵扣的",
            ),
        ),
        "old_default": may(
            "逾期后一直没有还清的，以后各年",
            "text",
            "G-36 H-28 A-30",
            words=either(next_year="只处罚次年", until_returned="每年处罚到还清"),
        ),
        "paid_after_deadline": may(
            "返还期限之后拨付、年底没有返还的",
            "text",
            "G-36 H-28 A-33",
            words=either(not_late="不算逾期", late="算逾期"),
        ),
        "barred_factor": must("被取消资格的，次年乘以", "ratio", "H-44 R-036", limits=SHARE),
        "successor_sanction": must(
            "处罚是否随债务转给承接单位",
            "text",
            "A-24",
            words=either(follows="随债务转", stays="不转"),
        ),
    }
)
PAYING: Mapping[str, Parameter] = MappingProxyType(
    {
        "assessment_required": must("须先核定", "flag", "G-27 H-21"),
        "request_flow": must(
            "向谁申请资金",
            "text",
            "G-29 H-22 R-040",
            words=either(
                area="向同级财政部门提出用款计划申请", province="省中心汇总后统一向省级财政部门申请"
            ),
        ),
        "fund_named": may("申请资金时明确险种", "flag", "H-22"),
        "outside_budget": may("记为暂付款，不占用年度基金预算额度", "flag", "H-23"),
        "payment_deadline": must("拨付截止日", "day", "G-28 H-24 H-56 R-043"),
        "prepayment_year": must(
            "在哪一年使用", "text", "G-30 H-19", words=either(calendar="拨付当年")
        ),
        "papers_before_payment": must("先有依据，后付款", "flag", "G-14 G-29 H-21"),
        "pay_accounts": must("可以付款的账户", "texts", "G-41 H-30 A-17 R-010", words=BANKS),
        "one_account_each": must(
            "一笔拨付贷记几个账户", "text", "H-30 A-17", words=either(one="其中一个")
        ),
        "allocation_counter": must(
            "拨入和上解的对方科目",
            "text",
            "G-29 G-34 H-22",
            words=either(
                **{FISCAL_ACCOUNT: "财政专户存款", TEMPORARY_RECEIPT: "暂收款—上级经办机构"}
            ),
        ),
        "lower_counter": must(
            "拨付下级的科目",
            "text",
            "R-010",
            words=either(**{TEMPORARY_PAYMENT: "暂付款—拨付下级"}),
        ),
        "ledger_owner": may(
            "账由谁记",
            "text",
            "H-19 H-22 H-24",
            words=either(province="省中心", county="市县经办机构"),
        ),
        "county_counter": may(
            "县级不用财政专户时用什么代替",
            "text",
            "R-010",
            words=either(upper_agency="2001 暂收款—上级经办机构"),
        ),
        "rolling_settlement": may("当年费用照常滚动结算", "flag", "G-37"),
    }
)
RETURNING: Mapping[str, Parameter] = MappingProxyType(
    {
        "return_deadline": must("返还截止日", "day", "G-33 H-25 A-20 R-052"),
        "clearing_deadline": must("清算截止日", "day", "G-32 H-25 R-057"),
        "return_channel": must("返还到哪个账户", "text", "G-33 H-25", words=BANKS),
        "original_channel": may("须原渠道返还", "flag", "G-33 R-051"),
        "direct_fiscal_return": must(
            "直接返还财政专户",
            "text",
            "G-33 G-42 H-31",
            words=either(reason="须写明理由", allowed="可以"),
        ),
        "sweep_deadline": may("统一上解财政专户截止日", "day", "G-34 R-053"),
        "late_sweep": may(
            "期限之后才收回的怎样上解",
            "text",
            "G-34 A-12",
            words=either(next_year="次年收到后上解"),
        ),
        "sweep_of_returns": may(
            "收回的款项是否上解财政专户", "text", "H-25 A-13", words=either(optional="可以上解")
        ),
        "midyear_offset": must("清算前冲抵月度结算", "text", "G-31 R-055", words=ASK),
        "midyear_recall": must("清算前收回", "text", "G-31 R-055", words=ASK),
        "special_reasons": may(
            "什么算特殊原因", "text", "G-31 A-16", words=either(triggers="应当收回的情形")
        ),
        "overdue_offset": must(
            "逾期后冲抵结算",
            "text",
            "G-59 H-26",
            words=either(
                allowed="可以冲减结算金额收回", december_or_next_year="从当年12月或次年结算资金抵扣"
            ),
        ),
        "overdue_recovery": may("冲抵不了的", "text", "H-27", words=either(by_law="依法追回")),
        "offset_same_fund": must("只冲抵同一险种的结算", "flag", "H-26 A-7"),
        "reconcile_with_hospitals": must("与定点医疗机构对账", "flag", "G-35 G-38 H-29 R-103"),
    }
)
RECALLING: Mapping[str, Parameter] = MappingProxyType(
    {
        "recall_triggers": must(
            "应当收回的情形",
            "rows",
            "G-49 G-50 G-51 G-52 G-53 G-54 G-55 G-56 G-57 G-58 "
            "H-36 H-37 H-38 H-39 H-40 H-41 H-44 R-060",
            columns=MappingProxyType(
                {
                    "trigger": ValueColumn(shape="text", words=RECALL_TRIGGERS),
                    "applies_to": ValueColumn(shape="text", words=either(all="全部", **OWNERSHIPS)),
                    "due": ValueColumn(
                        shape="text",
                        words=either(**{"prompt": "及时", "10_working_days": "10个工作日内"}),
                    ),
                    "next_year": ValueColumn(
                        shape="text", words=either(none="无", barred="取消次年申请资格")
                    ),
                    "clause": ValueColumn(shape="text"),
                }
            ),
        ),
        "recall_days_from": may(
            "10个工作日从哪天起算",
            "text",
            "H-41 A-23 R-061",
            words=either(
                event="情形发生之日", told="医疗机构告知经办机构之日", notice="收回通知之日"
            ),
        ),
        "stop_after_recall": may("应当收回的，尚未拨付的停止拨付", "flag", "H-35 G-58 R-062"),
        "successor_pays": may("注销且无法全额退还的，由承接单位归还", "flag", "H-42 R-067"),
        "bankruptcy": may("进入破产程序的", "text", "H-43 R-068"),
        "licence_report": may(
            "通报注销执业许可证", "text", "H-54", words=either(monthly="卫生健康部门每月通报")
        ),
        "holiday_shift": must("期限遇节假日是否顺延", "text", "A-9", words=either(none="不顺延")),
        "holiday_calendar": must(
            "工作日历", "text", "H-41 A-9 R-061", words=either(CN="国务院放假安排")
        ),
        "workday_years": may(
            "本地写定的年度放假安排",
            "rows",
            "H-41 R-061",
            columns=MappingProxyType(
                {
                    "year": ValueColumn(shape="text"),
                    "rest": ValueColumn(shape="days"),
                    "work": ValueColumn(shape="days"),
                }
            ),
        ),
    }
)
WRITING_OFF: Mapping[str, Parameter] = MappingProxyType(
    {
        "stop_settlements": may("无法收回的，停止拨付结算费用", "flag", "G-60 H-46 R-063"),
        "court": must(
            "向哪里的法院申请执行",
            "text",
            "G-61 H-46 R-064",
            words=either(hospital="医疗机构所在地区法院"),
        ),
        "write_off_papers": must(
            "核销的依据", "texts", "G-44 G-62 H-33 H-46 R-065", words=PAPER_TYPES
        ),
        "write_off_government": must(
            "由哪一级人民政府批准", "text", "G-63 H-47 A-15", words=GOVERNMENTS
        ),
        "write_off_chain": must("核销的报批程序", "texts", "G-63 H-47"),
        "write_off_account": must(
            "核销记到哪里", "text", "G-44 H-33", words=either(other_expense="5401 其他支出")
        ),
        "recovery_credit": must(
            "核销后收回记到哪里",
            "text",
            "A-14 R-069",
            words=either(other_income="4501 其他收入", other_expense="5401 其他支出"),
        ),
        "memorandum": must("核销后备查簿永久登记", "flag", "G-64 H-48 R-066"),
    }
)
BOOKKEEPING: Mapping[str, Parameter] = MappingProxyType(
    {
        "prepayment_account": must("核算科目", "text", "G-38 G-39 H-29"),
        "payee_ledger": must("按拨付对象设明细账", "flag", "G-40 H-29"),
        "debit_balance": must(
            "借方余额反映什么",
            "text",
            "G-43 H-32",
            words=either(hospital="预付给定点医疗机构的资金"),
        ),
        "period_end_transfer": must(
            "期末结转",
            "text",
            "R-095",
            words=either(monthly="每月结转", yearly="年末结转"),
        ),
        "cashier_signature": may(
            "收付款凭证出纳怎样签章",
            "text",
            "R-081",
            words=either(system="系统签章", paper="纸上签章"),
        ),
        "prior_year_result": must(
            "以前年度收支差错更正到哪里",
            "text",
            "A-21",
            words=either(net_assets="3001 一般基金结余", other_income="4501 其他收入"),
        ),
        "publication": may("年底公布拨付情况和计算方法", "flag", "H-52"),
        "publication_deadline": may("公布截止日", "day", "H-52"),
        "monitoring": may("监测预算执行、建立风险预警", "flag", "H-51"),
        "warning_limits": may(
            "预警线",
            "table",
            "H-51",
            cells="ratio",
            words=WARNING_LIMITS,
            limits=Limits(least=0, most=1000, why="月数、百分比或百分点"),
        ),
    }
)
