"""What the two notices ask, item by item, and what answers it: a value, a check, an event.

One line an item: the item, what it asks in our own words, the profile values, the finding
codes and the kinds of event that answer it, and what else there is to say: `文本：` where it is
a text for people, `下一步：` where a later version of the program will answer it.
"""

from __future__ import annotations

from dataclasses import dataclass

TEXT, LATER = "文本：", "下一步："

TABLE = """
G-01 | 适用于各市（州）、甘肃矿区、长庆油田社会保险中心和省级经办机构 | issuers addressees |  |  | 文本：统筹区的编码和名称在建账时填写，不限于市（州）
G-02 | 依据国家的医保基金预付工作通知 | basis |  |  | 文本：国家层方案注明依据；甘肃层写在它之上
G-03 | 预付金是缓解医疗费用垫支压力的预付资金 | instrument_word |  |  |
G-04 | 用于药品、医用耗材采购等医疗费用 | purposes |  |  |
G-05 | 不得用于基建、日常运行、偿债等非医疗支出 | banned_uses |  | recall |
G-06 | 集中带量采购的专项预付按原规定另管，不混入医保预付金 | procurement_prepayment |  |  |
G-07 | 覆盖所有收治住院患者的定点医疗机构 | inpatient_required | INPATIENT |  |
G-08 | 覆盖职工医保基金和城乡居民医保基金 | funds |  |  |
G-09 | 是否预付由统筹地区医保部门商同级财政部门决定 | pooling_level decided_with | LIMIT_EXCEEDED | assessment |
G-10 | 职工医保统筹基金累计结余可支付月数原则上不低于12个月 | gate_months gate_balance gate_exception | FUND_GATE | fund-gate |
G-11 | 居民医保基金累计结余可支付月数原则上不低于6个月 | gate_months gate_exception | FUND_GATE | fund-gate |
G-12 | 上年当期赤字，或滚动测算预计本年赤字的，不能预付 | deficit_block | FUND_GATE | fund-gate |
G-13 | 医疗机构每年1月上旬自愿申请 | application_to application_from application_deadline |  | application |
G-14 | 经办机构审核通过后与医疗机构签订预付金协议 | agreement_required papers_before_payment | AGREEMENT_MISSING | agreement |
G-15 | 履行服务协议，正常结算满一个自然年度，绩效考核合格以上 | eligibility_list settled_years settled_service evaluation_years evaluation_minimum |  | application |
G-16 | 财务健全、能偿还，并承诺没有保全和未履行的债务 | eligibility_list undertaking_required undertaking_age |  | application |
G-17 | 配合各项医保重点工作，追溯码应扫尽扫 | eligibility_list key_work_required |  | application |
G-18 | 配合监管检查，12个月内未被处罚或移送 | eligibility_list penalty_free_months |  | application |
G-19 | 统筹地区可以增加申请条件 |  |  | application |
G-20 | 以前一至三年的月平均支出额为基数 | base_years short_history |  | assessment |
G-21 | 按1个月的标准确定金额 | months |  | assessment |
G-22 | 结合年度综合评价、信用评价等调整 | coefficient_by coefficients |  | assessment |
G-23 | 支出额含基本医保、大额补助、公务员补助在本地的门诊和住院费用 | base_services base_payers payers_paid |  | assessment |
G-24 | 各相关基金分别测算、分别预付 | fund_selection base_funds |  | assessment |
G-25 | 测算额少于5000元、10000元的，可以分别按5000元、10000元核拨 | floor floor_tiers floor_of_zero adjustment_order |  | assessment |
G-26 | 重大公共卫生事件等，经医保和财政会商可以调整规模 | special_adjustment special_adjustment_by adjustment_order |  | adjustment |
G-27 | 医保审核后商财政确定预付的机构和规模 | decided_with assessment_required | NOT_ASSESSED LIMIT_EXCEEDED | assessment |
G-28 | 每年3月底前完成核拨 | payment_deadline | PAYMENT_LATE | disbursement |
G-29 | 用款计划报财政，财政拨到支出户，再由经办机构拨付 | request_flow papers_before_payment allocation_counter |  | allocation |
G-30 | 在预拨年度内使用 | prepayment_year | PAYMENT_YEAR | disbursement | 人来核对：程序只看预付年度是否等于付款年；年度内怎样使用，由医疗机构的台账和对账核对
G-31 | 没有特殊原因，不得中途收回或抵扣月度结算 | midyear_offset midyear_recall special_reasons | SPECIAL_REASON RECALL_UNREGISTERED | settlement-offset repayment | 人来核对：程序只管冲抵；收回凭登记的收回通知，医疗机构自愿提前返还照收
G-32 | 每年12月底前清算，当年预付金全额返还 | clearing_deadline |  | repayment |
G-33 | 医疗机构12月25日前从原渠道返还到支出户 | return_deadline return_channel original_channel direct_fiscal_return | ORIGINAL_CHANNEL DIRECT_FISCAL | repayment |
G-34 | 医保部门12月31日前统一上解财政专户 | allocation_counter sweep_deadline late_sweep |  | remittance |
G-35 | 清算时与各定点医疗机构对账 | reconcile_with_hospitals |  | confirmation-sent confirmation-answer |
G-36 | 年底未按时全额返还的，次年减半拨付 | late_factor late_partial late_order late_scope old_default paid_after_deadline |  | sanction assessment |
G-37 | 当年发生的医疗费用照常滚动结算 | rolling_settlement |  |  | 文本：预付金不代替结算；冲抵时结算额照全额列支，见 G-42
G-38 | 做好拨付、清算的会计核算，并与医疗机构对账 | reconcile_with_hospitals prepayment_account |  | disbursement repayment |
G-39 | 暂付款下设医保预付金明细科目 | prepayment_account |  | disbursement | 科目由 chart_of_accounts.yaml 定，政策方案的值供查阅
G-40 | 按拨付对象设预付金明细账 | payee_ledger |  | disbursement |
G-41 | 拨付：借暂付款-医保预付金，贷支出户存款或财政专户存款 | pay_accounts |  | disbursement |
G-42 | 收回：借支出户、财政专户或待遇支出，贷暂付款-医保预付金 | direct_fiscal_return |  | repayment settlement-offset |
G-43 | 借方余额是预付给医疗机构的钱，不会是贷方余额 | debit_balance | EXCEEDS_OUTSTANDING | repayment |
G-44 | 无法收回的，报批后凭法院文书核销，列其他支出 | write_off_papers write_off_account | PAPER_MISSING | write-off |
G-45 | 医疗机构单独设台账，严禁借出或挪用 | hospital_duties |  |  | 文本：是医疗机构的责任；违反的，见 G-55
G-46 | 医疗机构在自己的账上设医保预付金明细科目 | hospital_duties |  |  | 文本：是医疗机构的账
G-47 | 预付金写进服务协议，会同财政监督使用 | guidance |  |  | 文本：协议的内容；程序只记协议的编号和日期
G-48 | 审核拨付各负其责，造成损失的追究责任 | liability guidance |  |  | 文本：由人追究；程序留下每一步是谁做的
G-49 | 收回：服务协议被中止或解除 | recall_triggers | RECALLED | recall suspension | 人来办理：协议中止、解除由人登记；登记后停止再拨付，收回通知由人发出
G-50 | 收回：分立或合并 | recall_triggers | RECALLED | recall |
G-51 | 收回：产权交易、所有制变化或其他导致注销 | recall_triggers | RECALLED | recall |
G-52 | 收回：有财产被保全 | recall_triggers | RECALLED | recall |
G-53 | 收回：有未履行完毕的生效文书确认的运营债务 | recall_triggers | RECALLED | recall |
G-54 | 收回：隐瞒事实、弄虚作假取得资格 | recall_triggers | RECALLED | recall |
G-55 | 收回：违反使用、管理和核算规定 | recall_triggers | RECALLED | recall |
G-56 | 收回：公立机构未在省级平台采购全部药品耗材 | recall_triggers | TRIGGER_OWNERSHIP | recall |
G-57 | 收回：服务协议约定的其他情形 | recall_triggers | TRIGGER_NOT_LISTED | recall |
G-58 | 有收回情形的，及时收回（不定天数） | recall_triggers stop_after_recall |  | recall |
G-59 | 不能全额返还的，可以冲减结算金额收回 | overdue_offset |  | settlement-offset |
G-60 | 确实无法收回的，停止拨付医保结算费用 | stop_settlements | SETTLEMENT_STOPPED | payment-stop | 人来办理：程序只拦本账里冲抵后的余款支付；其他结算支付不在本账
G-61 | 向医疗机构所在地法院申请强制执行 | court |  | court-case |
G-62 | 损失金额按法院文书确认 | write_off_papers | EXCEEDS_DOCUMENT COURT_AMOUNT COURT_FIGURE COURT_DOCUMENT_OTHER | write-off | 人来核对：程序只比金额；文书和批复的内容由审核人核对
G-63 | 医保和财政报人民政府批准后核销 | write_off_government write_off_chain | WRITE_OFF_GOVERNMENT WRITE_OFF_ORDER CHAIN_UNTOLD APPROVAL_AMOUNT | write-off |
G-64 | 核销的预付金在备查簿中保留登记 | memorandum | EXCEEDS_WRITTEN_OFF | write-off recovery prior-write-off |
G-65 | 以前的政策与本通知不一致的，以本通知为准 | repeals |  |  | 文本：每个值都有生效日期；查某一天的值用 policy show --on
G-66 | 原医保周转金的通知同时废止 | repeals old_working_capital |  | opening-balance |
H-01 | 省医保局、财政厅、医保中心、卫生健康委四家发文，2025年6月13日 | basis issuers |  |  | 文本：写在海南层方案的名称和生效日期里
H-02 | 预付金是医疗费用的周转资金 | instrument_word purposes |  |  |
H-03 | 不得用于基建、日常运行、偿债等 | banned_uses |  | recall |
H-04 | 按全省上年底结余：职工统筹基金可支付月数不低于12个月 | funds pooling_level gate_months gate_balance gate_exception excepted_fund | FUND_GATE | fund-gate |
H-05 | 居民医保基金可支付月数不低于6个月 | funds gate_months gate_exception excepted_fund | FUND_GATE | fund-gate |
H-06 | 上年当期赤字，或滚动测算预计本年赤字的，不预付 | deficit_block | FUND_GATE | fund-gate |
H-07 | 两个基金都够条件的，只从可支付月数更多的基金预付 | fund_selection fund_tie excepted_fund | FUND_GATE | fund-gate |
H-08 | 基数是上年度职工和居民月均住院统筹基金支付额之和 | base_years base_services base_payers base_funds |  | assessment |
H-09 | 给予1个月的预付金 | months |  | assessment |
H-10 | 特殊情形经省级医保和财政同意可以调整额度 | special_adjustment special_adjustment_by |  | adjustment |
H-11 | 医疗机构每年1月上旬自愿向属地经办机构申请 | application_to application_from application_advised application_window |  | application |
H-12 | 住院正常结算满一年，连续12个月未被中止协议，连续两年考核合格 | eligibility_list settled_years settled_service evaluation_years evaluation_minimum suspension_free_months |  | application suspension |
H-13 | 上年度月均住院统筹支付额应大于100万元 | threshold threshold_strict |  | assessment |
H-14 | 非公立机构提供自有房屋产权担保文件 | guarantee_required |  | guarantee |
H-15 | 医共体、医疗集团的成员分别申请、分别核定，可以由牵头医院报送 | members_apply_separately lead_may_file group_payee |  | application |
H-16 | 财务健全，并承诺两个自然年度内没有保全和未履行的债务 | eligibility_list undertaking_required undertaking_years |  | application |
H-17 | 配合各项重点工作，追溯码应扫尽扫 | eligibility_list key_work_required |  | application |
H-18 | 配合检查、整改到位，连续12个月未被处罚或移送 | eligibility_list penalty_free_months rectified_required |  | application |
H-19 | 年初核定预拨、年终清算，由属地经办机构办理 | prepayment_year ledger_owner |  | assessment |
H-20 | 每年1月15日前申请 | application_deadline application_window |  | application |
H-21 | 经办机构审核资格、核定额度 | assessment_required papers_before_payment | NOT_ASSESSED LIMIT_EXCEEDED | assessment |
H-22 | 省中心汇总后向省财政申请，写明险种，款到该险种的支出户 | request_flow fund_named allocation_counter ledger_owner |  | allocation |
H-23 | 记为暂付款，不占用年度基金预算 | outside_budget |  | disbursement |
H-24 | 第一季度结束前拨付 | payment_deadline ledger_owner | PAYMENT_LATE | disbursement |
H-25 | 12月15日前返还到经办机构支出户 | return_deadline clearing_deadline return_channel sweep_of_returns ledger_owner transition_return |  | repayment |
H-26 | 逾期的从当年12月或次年的结算资金里抵扣 | overdue_offset offset_same_fund | CROSS_FUND OFFSET_MONTH | settlement-offset | 人来核对：只拦填了结算月份的；海南·五(五)的其余由审核人核对
H-27 | 无法抵扣的依法追回 | overdue_recovery |  | court-case |
H-28 | 逾期的，不受理次年申请 | late_bars late_factor late_scope old_default paid_after_deadline | OFFSET_UNDECIDED | sanction |
H-29 | 暂付款下设医保预付金，按拨付对象设明细账 | reconcile_with_hospitals prepayment_account payee_ledger |  | disbursement |
H-30 | 拨付：借暂付款-医保预付金，贷支出户存款和财政专户存款 | pay_accounts one_account_each |  | disbursement |
H-31 | 收回：借支出户、财政专户或待遇支出，贷暂付款-医保预付金 | direct_fiscal_return |  | repayment settlement-offset |
H-32 | 借方余额是预付给医疗机构的钱 | debit_balance | EXCEEDS_OUTSTANDING | repayment |
H-33 | 报批后凭法院文书核销，列其他支出 | write_off_papers write_off_account | PAPER_MISSING | write-off | 人来核对：程序要求文书和批复都在；内容由审核人核对
H-34 | 医疗机构单独设台账，严禁借出或挪用 | hospital_duties |  |  | 文本：是医疗机构的责任
H-35 | 有收回情形的及时收回；尚未拨付的停止拨付 | stop_after_recall | RECALLED SUSPENDED | recall suspension |
H-36 | 收回（1类）：协议被中止或解除 | recall_triggers | RECALLED | recall |
H-37 | 收回（2类）：分立合并、产权变化注销、保全、未履行债务、丧失担保 | recall_triggers | TRIGGER_OWNERSHIP | recall |
H-38 | 收回（3类）：弄虚作假、违反规定、骗取预付金 | recall_triggers | RECALLED | recall |
H-39 | 收回（4类）：未在省级平台采购全部药品耗材（不分公立非公立） | recall_triggers | RECALLED | recall |
H-40 | 收回（5类）：国家、省规定或协议约定的其他情形 | recall_triggers | RECALLED | recall |
H-41 | 2类情形，10个工作日内全额退回 | recall_triggers recall_days_from holiday_calendar | RECALL_DUE WORKDAYS_UNKNOWN | recall |
H-42 | 注销而不能全额退还的，由接受单位归还 | successor_pays |  | succession |
H-43 | 破产的按《企业破产法》处理 | bankruptcy |  | bankruptcy-claim |
H-44 | 3类情形，取消次年申请资格 | barred_factor recall_triggers |  | recall |
H-45 | 造成损失的赔偿，构成犯罪的追究刑事责任 | liability |  |  | 文本：由人追究
H-46 | 无法收回的，停拨结算、申请强制执行，损失按法院文书 | stop_settlements court write_off_papers | EXCEEDS_DOCUMENT | payment-stop court-case | 人来办理：停拨结算和申请强制执行由人登记；程序不代为申请
H-47 | 省级经办报省级医保和财政，再报省人民政府批准后核销 | write_off_government write_off_chain | WRITE_OFF_GOVERNMENT WRITE_OFF_ORDER CHAIN_UNTOLD APPROVAL_AMOUNT | write-off |
H-48 | 核销的预付金在备查簿中保留登记 | memorandum | EXCEEDS_WRITTEN_OFF | write-off recovery prior-write-off |
H-49 | 全国统一信息平台的预付金应用模块办理全流程 | guidance platform |  |  |
H-50 | 省级财政部门做好审核和拨付 | decided_with guidance |  |  | 文本：财政部门的职责；拨入的凭据见 H-22
H-51 | 动态监测基金运行，建立风险预警 | monitoring warning_limits |  | fund-report |
H-52 | 每年年底公布拨付情况和计算方法 | publication publication_deadline |  | publication |
H-53 | 监督预付金的实际用途、账目和协议履行 | guidance |  |  | 文本：由人监督
H-54 | 卫生健康部门每月通报注销执业许可证等情况 | licence_report |  | licence-report recall |
H-55 | 各级部门重视、宣传、督促医疗机构配合 | guidance |  |  | 文本：工作要求
H-56 | 2025年度：7月31日前申请，第三季度结束前拨付 | application_deadline payment_deadline transition_return | PAYMENT_LATE | application disbursement |
"""

#: What else a case may be named for: the test vectors, the open questions, 张掖's own rules.
TRIALS = tuple(f"T{number}" for number in range(1, 23))
QUESTIONS = tuple(f"A-{number}" for number in (*range(1, 26), *range(28, 34)))
ZHANGYE = {
    "ZY-1": "张掖：未按时全额返还的，次年不予预付",
    "ZY-2": "张掖：可以冲抵结算收回",
    "ZY-3": "张掖：县级的会计分录不使用财政专户存款",
}
#: The test vectors that other tests answer, and where.
TRIALS_ELSEWHERE = {
    "T13": "tests/test_append_only.py",
    "T14": "tests/test_cases_month.py",
    "T15": "tests/test_cases_papers.py",
    "T18": "tests/test_cases_correction.py",
    "T19": "tests/test_cases_year_close.py",
    "T20": "tests/test_kill.py",
    "T21": "下一步：整套导出",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """One item of a notice: what it asks, and what answers it."""

    item: str
    asks: str
    values: tuple[str, ...]
    checks: tuple[str, ...]
    events: tuple[str, ...]
    remark: str

    @property
    def needs_case(self) -> bool:
        """Tell whether a worked case must show it."""
        return not self.remark.startswith((TEXT, LATER))


def read_clause(line: str) -> Clause:
    """Read one line of the table."""
    item, asks, values, checks, events, remark = (part.strip() for part in line.split("|"))
    return Clause(
        item=item,
        asks=asks,
        values=tuple(values.split()),
        checks=tuple(checks.split()),
        events=tuple(events.split()),
        remark=remark,
    )


CLAUSES = tuple(read_clause(line) for line in TABLE.strip().splitlines())
EXTRA = (*TRIALS, *QUESTIONS, *ZHANGYE)
