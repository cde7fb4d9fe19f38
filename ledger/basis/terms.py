"""The closed vocabularies: one English code, one Chinese term (中文), both ways.

What is stored and exported is the code; what people read is the Chinese. A test proves that
no term and no code is used twice within a vocabulary.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from ledger.basis.statutory import DISBURSEMENT_ACCOUNT, FISCAL_ACCOUNT

if TYPE_CHECKING:
    from collections.abc import Mapping

#: 登记事项: kinds that move no money, without legs or voucher.
REGISTER_KINDS: Mapping[str, str] = MappingProxyType(
    {
        "application": "申请",
        "agreement": "预付金协议",
        "guarantee": "担保",
        "suspension": "中止协议",
        "recall": "收回通知",
        "recall-lift": "解除收回",
        "payment-stop": "停拨结算",
        "court-case": "诉讼执行",
        "bankruptcy-claim": "破产债权",
        "prior-write-off": "以前核销",
        "licence-report": "注销通报",
        "fund-report": "基金月报",
        "publication": "公示",
        "adjustment": "特殊调整",
        "sanction": "违约登记",
        "cure": "特殊情况处理",
        "withdrawal": "撤销登记",
        "paper-correction": "附件更正",
        "acknowledgement": "验证事项说明",
        "fund-gate": "基金预付条件",
        "assessment": "核定",
        "confirmation-sent": "对账函发出",
        "confirmation-answer": "对账回函",
        "confirmation-explained": "对账说明",
        "confirmation-reminder": "催函",
        "alternative-check": "替代核对",
        "opening-check": "期初核对",
    }
)

EVENT_KINDS: Mapping[str, str] = MappingProxyType(
    {
        "opening-balance": "期初余额",
        "allocation": "财政拨入",
        "disbursement": "拨付",
        "payment-return": "退汇",
        "repayment": "返还",
        "remittance": "上解",
        "suspense": "暂收",
        "suspense-out": "暂收转出",
        "interest": "利息",
        "settlement-offset": "冲抵结算",
        "write-off": "核销",
        "recovery": "核销后收回",
        "succession": "承接",
        "pass-down": "下拨",
        "pass-up": "收回下拨",
        **REGISTER_KINDS,
        "red": "红字冲销",
        "difference": "差额更正",
        "amend": "以前年度更正",
        "period-end": "期末结转",
    }
)

PAPER_TYPES: Mapping[str, str] = MappingProxyType(
    {
        "migration-sheet": "期初移交表",
        "funding-plan": "用款计划",
        "allocation-notice": "财政拨款通知",
        "payment-order": "支付指令",
        "bank-receipt": "银行回单",
        "agreement": "预付金协议",
        "settlement-sheet": "结算单",
        "offset-decision": "冲抵决定",
        "court-document": "法院文书",
        "government-approval": "政府批复",
        "restructuring": "机构变更文件",
        "application-form": "预付金申请书",
        "guarantee-deed": "产权担保文件",
        "suspension-notice": "中止协议通知",
        "recall-notice": "收回通知书",
        "lifting-notice": "解除收回文件",
        "stop-notice": "停拨结算通知",
        "court-filing": "立案文书",
        "claim-filing": "债权申报书",
        "licence-list": "注销执业许可证通报",
        "fund-statement": "基金会计报表",
        "public-notice": "公示文本",
        "write-off-request": "核销请示",
        "special-document": "会商文件",
        "assessment-decision": "核定文件",
        "minutes": "会议纪要",
        "confirmation-reply": "对账回函",
        "confirmation-note": "对账说明",
        "reminder": "催函",
        "delivery-proof": "送达凭证",
        "alternative-check": "替代核对表",
        "other": "其他",
    }
)

ROLES: Mapping[str, str] = MappingProxyType(
    {
        "preparer": "制单",
        "approver": "审核",
        "poster": "记账",
        "chief": "会计主管",
        "cashier": "出纳",
        "viewer": "查询",
        "admin": "管理员",
    }
)

BENEFITS: Mapping[str, str] = MappingProxyType(
    {
        "inpatient": "住院",
        "outpatient-serious": "门诊大病",
        "outpatient": "门诊",
        "maternity": "生育",
        "other": "其他",
    }
)

FUNDS: Mapping[str, str] = MappingProxyType({"employee": "职工", "resident": "居民"})
BANKS: Mapping[str, str] = MappingProxyType(
    {DISBURSEMENT_ACCOUNT: "支出户", FISCAL_ACCOUNT: "财政专户"}
)
#: From which account the rest of a settlement was paid that is not offset.
REST_PAID_FROM: Mapping[str, str] = MappingProxyType(
    {DISBURSEMENT_ACCOUNT: "支出户", FISCAL_ACCOUNT: "财政专户", "other": "其他支出户"}
)
OWNERSHIPS: Mapping[str, str] = MappingProxyType({"public": "公立", "private": "非公立"})
#: Whose a hospital's account is: its own, or one that many share (集中核算).
ACCOUNT_KINDS: Mapping[str, str] = MappingProxyType({"own": "自有账户", "pooled": "集中核算"})
YES_NO: Mapping[str, str] = MappingProxyType({"yes": "是", "no": "否"})
SIDES: Mapping[str, str] = MappingProxyType({"debit": "借", "credit": "贷"})
FORMS: Mapping[str, str] = MappingProxyType(
    {"red": "注销", "blue": "订正", "difference": "差额", "amend": "蓝字更正"}
)

#: The forms that a correction as a whole may take (51(五)).
CORRECTION_FORMS: Mapping[str, str] = MappingProxyType(
    {
        "red": "红字注销",
        "red-blue": "红字注销加蓝字订正",
        "difference": "差额凭证",
        "blue": "以前年度蓝字更正",
        "papers": "以前年度附件更正",
    }
)

#: The benefit services and the payers whose spending a base may count (甘肃·三; 海南·三).
SERVICES: Mapping[str, str] = MappingProxyType({"inpatient": "住院", "outpatient": "门诊"})
PAYERS: Mapping[str, str] = MappingProxyType(
    {"basic": "基本医保统筹基金", "large": "职工大额医疗费用补助", "civil": "公务员医疗补助"}
)

#: What lets the money be called back before its time (甘肃·六; 海南·七(一)).
RECALL_TRIGGERS: Mapping[str, str] = MappingProxyType(
    {
        "agreement-ended": "被中止或解除医保协议",
        "split-or-merger": "分立或合并",
        "ownership-change": "发生产权交易、所有制形式变化或其他情况导致注销",
        "preservation": "有财产被保全",
        "unpaid-judgment": "有未履行完毕生效法律文书确认的运营债务",
        "guarantee-lost": "非公立医疗机构丧失担保条件",
        "false-qualification": "隐瞒事实、弄虚作假等获得拨付资格",
        "misuse": "违反预付金使用、管理和核算相关规定",
        "false-statements": "以虚假财务报表等方式骗取预付金",
        "procurement": "未按规定在省级集中采购平台采购全部所需药品耗材",
        "other": "协议约定或规定应当收回的其他情形",
    }
)

#: Why a payment after the deadline may be right (甘肃·四; 海南·五(四)).
LATE_REASONS: Mapping[str, str] = MappingProxyType(
    {
        "allocation-late": "财政拨款晚到",
        "bounced": "退汇重付",
        "extended": "上级延期",
        "other": "其他",
    }
)

#: Why a fund may, or may not, prepay in a year (甘肃·一; 海南·二).
GATE_VERDICTS: Mapping[str, str] = MappingProxyType(
    {
        "open": "可以预付",
        "months-short": "累计结余可支付月数不足",
        "deficit-prior-year": "上年出现当期赤字",
        "deficit-forecast": "滚动测算预计本年赤字",
        "not-selected": "由可支付月数更多的险种基金预付",
    }
)

#: What `verify` finds of a fact that is past and may be explained (验证事项说明); never a fault
#: of money, papers or the chain. Its code there is the same word in capitals.
ACKNOWLEDGED: Mapping[str, str] = MappingProxyType(
    {"duties": "岗位分工", "signed-wrong": "签章岗位", "clock-ahead": "时钟超前"}
)

#: Government levels, the lowest first: a write-off is approved at the profile's, or above.
GOVERNMENTS: Mapping[str, str] = MappingProxyType(
    {"county": "县级人民政府", "city": "市级人民政府", "province": "省级人民政府"}
)

#: What a hospital answers to a 对账函 (《会计基础工作规范》第六十二条(三)).
CONFIRMATIONS: Mapping[str, str] = MappingProxyType({"agree": "相符", "differ": "不符"})
#: Why an amount stands apart on a 对账函 as 在途.
TRANSITS: Mapping[str, str] = MappingProxyType(
    {"draft": "尚未记账", "later": "截止日后到账", "unidentified": "暂收待认定"}
)
SWITCHES: Mapping[str, str] = MappingProxyType({"on": "停拨", "off": "恢复"})
EVALUATIONS: Mapping[str, str] = MappingProxyType(
    {"excellent": "优秀", "good": "良好", "pass": "合格", "fail": "不合格"}
)

#: What early warning measures, by the limit that it is held against (海南·八(三)).
WARNING_LIMITS: Mapping[str, str] = MappingProxyType(
    {
        "months_employee": "职工累计结余可支付月数不低于",
        "months_resident": "居民累计结余可支付月数不低于",
        "budget_lead": "支出进度超过时间进度不高于（百分点）",
        "prepayment_share": "医保预付金占基金资产不高于（%）",
        "assessed_use": "核定金额使用不低于（%）",
    }
)

#: What the list of what is due is made of.
DUTIES: Mapping[str, str] = MappingProxyType(
    {
        "application": "申请",
        "assessment": "核定",
        "agreement": "签协议",
        "payment": "拨付",
        "return": "返还",
        "remittance": "上解",
        "recall": "收回",
        "court": "诉讼执行",
        "bankruptcy": "破产债权",
        "payment-stop": "停拨结算",
        "guarantee": "担保",
        "sanction": "次年处罚",
        "confirmation": "对账",
        "opening": "期初核对",
        "reconciliation": "余额调节表",
        "close": "结账",
        "publication": "公示",
        "licence": "注销通报",
        "fund-report": "基金月报",
        "warning": "预警",
        "draft": "待办草稿",
        "irregular": "特殊情况",
    }
)
URGENCIES: Mapping[str, str] = MappingProxyType(
    {
        "overdue": "已逾期",
        "prompt": "应及时办理",
        "soon": "七日内",
        "later": "以后",
        "open": "未了结",
    }
)

#: What a statement line may be that our books need not answer for; a bank's own mistake stays
#: open (银行误收) until it is put right.
OUTSIDE_CLASSES: Mapping[str, str] = MappingProxyType(
    {
        "benefit": "待遇支付",
        "other-fund": "其他险种",
        "own-account": "本单位账户间划转",
        "other-business": "其他业务",
        "bank-error": "银行误收误付",
    }
)

ACTIONS: Mapping[str, str] = MappingProxyType(
    {
        "init": "建账",
        "upgrade": "升级",
        "operator-add": "登记操作员",
        "office-propose": "提出",
        "stand-in": "代理",
        "handover": "交接",
        "office-confirm": "确认",
        "office-withdraw": "撤回提出",
        "password-set": "设置密码",
        "key-sealed": "按新的强度加密密钥",
        "password-rehashed": "按新的强度保存密码",
        "login": "登录",
        "logout": "退出",
        "hospital-import": "导入医疗机构",
        "hospital-account": "登记医疗机构账户",
        "account-add": "登记银行账户",
        "policy-choose": "选定政策口径",
        "policy-propose": "提出政策口径",
        "policy-confirm": "确认政策口径",
        "policy-adopt": "采用政策方案",
        "assess-import": "导入核定数据",
        "assess-run": "核定测算",
        "assess-approve": "核定审核",
        "confirm-send": "发出对账函",
        "record": "制单",
        "revise": "修改",
        "approve": "审核",
        "reject": "驳回",
        "withdraw": "撤回",
        "correct": "更正",
        "send-back": "退回审核",
        "sign": "签章",
        "post": "记账",
        "bank-import": "导入对账单",
        "bank-drop": "退回对账单",
        "bank-match": "勾对",
        "bank-confirm": "确认勾对",
        "bank-unmatch": "撤销勾对",
        "bank-outside": "划为本账之外",
        "bank-approve": "审核本账之外",
        "bank-adjust": "编制余额调节表",
        "bank-reconcile": "审核余额调节表",
        "close-month": "月结",
        "close-year": "年结",
        "refused": "被拒绝",
    }
)

VOUCHER_WORD = "记"
OPENING_WORD = "期初"
SYSTEM_OPERATOR = "system"

#: Other words that mean the same in a file, by vocabulary: spoken forms and account names.
ALIASES: Mapping[str, str] = MappingProxyType(
    {
        "职工医保": "employee",
        "居民医保": "resident",
        "城乡居民": "resident",
        "支出户存款": DISBURSEMENT_ACCOUNT,
        "财政专户存款": FISCAL_ACCOUNT,
        "住院费用": "inpatient",
        "门诊统筹": "outpatient",
        "true": "yes",
        "false": "no",
        "私立": "private",
        "民营": "private",
    }
)


def code_of(vocabulary: Mapping[str, str], word: str) -> str | None:
    """Find the code that a word, English or Chinese, stands for; None where it is unknown."""
    word = word.strip()
    if word in vocabulary:
        return word
    for code, term in vocabulary.items():
        if term == word:
            return code
    alias = ALIASES.get(word.lower())
    return alias if alias in vocabulary else None


def voucher_number(period: str, number: int) -> str:
    """Write a voucher's number as people say it: `记-0007`, `期初-0001`."""
    word = OPENING_WORD if period.endswith("-00") else VOUCHER_WORD
    return f"{word}-{number:04d}"
