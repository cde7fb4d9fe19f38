"""What must come of a row: reads the 结果 of a worked case, and compares it with what came."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.basis.money import grouped, parse_fen
from ledger.basis.terms import GATE_VERDICTS
from tests.case_table import CaseFault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ledger.basis.errors import Finding
    from ledger.voucher.shown import Voucher
    from tests.case_runner import Outcome
    from tests.case_table import Row

SIDES = {"debit": "借", "credit": "贷"}
#: Stands in a case for whatever a message says between two phrases.
ANYTHING = "…"


def differences(row: Row, outcome: Outcome) -> list[str]:
    """List how what came of a row differs from what the case says; every one at once."""
    asked = list(split(row))
    refusals = [text for text in row.results if text.startswith("拒绝 ")]
    found = [*refused_differently(refusals, outcome.refused), *from_elsewhere(row, outcome)]
    for word, text in asked:
        found += [f"{word}：{fault}" for fault in COMPARE[word](text, outcome)]
    return found


def split(row: Row) -> Iterator[tuple[str, str]]:
    """Split the results into their leading words and the rest."""
    for text in row.results:
        word = next((word for word in COMPARE if text.startswith(word)), "")
        rest = text.removeprefix(word).removeprefix("：").strip()
        if not word or (word in ("可以", "可以预付") and rest):
            raise CaseFault(f"{row}\n不认识的结果“{text}”，可用：{'、'.join(COMPARE)}")
        yield word, rest


def refused_differently(wanted: list[str], found: tuple[Finding, ...]) -> Iterator[str]:
    """Compare refusals: each by its code and the phrases of its message, no more, no fewer."""
    left = list(found)
    for text in wanted:
        code, _, phrases = text.removeprefix("拒绝 ").partition("：")
        match = next((f for f in left if f.code == code.strip() and says(f.message, phrases)), None)
        if match is None:
            yield f"没有拒绝 {code}：{phrases}"
        else:
            left.remove(match)
            if not match.remedy:
                yield f"{code} 没有说怎么办"
    yield from (f"拒绝了 {f.code}：{f.message}（{f.clause}；{f.remedy}）" for f in left)


def from_elsewhere(row: Row, outcome: Outcome) -> Iterator[str]:
    """Find what rests on another province's notice: 海南 books never obey 甘肃, nor the reverse."""
    other = "甘肃" if row.file.startswith("hainan") else "海南"
    found = (*outcome.refused, *outcome.warned)
    yield from (f"{f.code} 引用了{f.clause}：{f.message}" for f in found if other in f.clause)
    steps = (
        *(outcome.assessed.steps + outcome.assessed.refused if outcome.assessed else ()),
        *(outcome.gate.steps if outcome.gate else ()),
    )
    yield from (f"引用了{other}：{step}" for step in steps if other in step.split("|")[2])


def says(message: str, phrases: str) -> bool:
    """Tell whether a message has the phrases, in their order."""
    place = 0
    for phrase in phrases.split(ANYTHING):
        place = message.find(phrase.strip(), place)
        if place < 0:
            return False
        place += len(phrase.strip())
    return True


def nothing_more(_text: str, _outcome: Outcome) -> list[str]:
    """Ask nothing beyond what the refusals say."""
    return []


def warned(text: str, outcome: Outcome) -> list[str]:
    """Compare a warning by its code and phrases."""
    code, _, phrases = text.partition("：")
    if any(f.code == code.strip() and says(f.message, phrases) for f in outcome.warned):
        return []
    return [f"提示的是 {[f'{f.code}：{f.message}' for f in outcome.warned]}"]


def entries(text: str, outcome: Outcome) -> list[str]:
    """Compare the lines of the vouchers that were posted, as an accountant says them."""
    found = "；".join(line for voucher in outcome.vouchers for line in told(voucher))
    return [] if found == text else [f"是 {found}"]


def told(voucher: Voucher) -> list[str]:
    """Write a voucher's lines: `借 支出户存款 100.00`."""
    return [f"{SIDES[line.side]} {line.name} {grouped(line.amount_fen)}" for line in voucher.lines]


def summary(text: str, outcome: Outcome) -> list[str]:
    """Compare the 摘要 of the voucher that was posted."""
    found = "；".join(voucher.summary for voucher in outcome.vouchers)
    return [] if says(found, text) else [f"是 {found}"]


def stands_at(text: str, outcome: Outcome) -> list[str]:
    """Compare a balance."""
    found = outcome.balance_fen
    return [] if found == parse_fen(text) else [f"是 {'' if found is None else grouped(found)}"]


def approved(text: str, outcome: Outcome) -> list[str]:
    """Compare the amount that may be paid."""
    line = outcome.assessed
    if line is None:
        return ["没有这家机构的核定"]
    if line.amount_fen == parse_fen(text) and not line.refused:
        return []
    return [f"是 {grouped(line.amount_fen)} {list(line.refused)}"]


def computed(text: str, outcome: Outcome) -> list[str]:
    """Compare the amount that the rules give, before what 财政 agrees."""
    line = outcome.assessed
    if line is not None and line.computed_fen == parse_fen(text):
        return []
    return [f"是 {None if line is None else grouped(line.computed_fen)}"]


def not_assessed(text: str, outcome: Outcome) -> list[str]:
    """Compare the reasons why nothing may be paid: exactly those that the case names."""
    line = outcome.assessed
    if line is None:
        return ["没有这家机构的核定"]
    if line.amount_fen:
        return [f"却核定了 {grouped(line.amount_fen)}"]
    wanted = text.split("、")
    missing = [want for want in wanted if not any(says(reason, want) for reason in line.refused)]
    if missing or len(line.refused) != len(wanted):
        return [f"原因是 {list(line.refused)}"]
    return []


def stepped(text: str, outcome: Outcome) -> list[str]:
    """Find a step of the calculation."""
    holder = outcome.assessed or outcome.gate
    steps = holder.steps if holder else ()
    return [] if any(says(step, text) for step in steps) else [f"计算过程是 {list(steps)}"]


def opened(_text: str, outcome: Outcome) -> list[str]:
    """Compare the verdict on a fund: it may prepay."""
    verdict = outcome.gate.verdict if outcome.gate else "missing"
    return [] if verdict == "open" else [f"是 {GATE_VERDICTS.get(verdict, verdict)}"]


def shut(text: str, outcome: Outcome) -> list[str]:
    """Compare the verdict on a fund: it may not prepay, and why."""
    verdict = outcome.gate.verdict if outcome.gate else "missing"
    found = GATE_VERDICTS.get(verdict, verdict)
    return [] if verdict != "open" and found == text else [f"是 {found}"]


def holds(text: str, outcome: Outcome) -> list[str]:
    """Compare what the profile says."""
    return [] if says(outcome.told, text) else [f"是 {outcome.told}"]


def absent(text: str, outcome: Outcome) -> list[str]:
    """Find that a list says nothing, or nothing of these phrases."""
    there = says(outcome.told, text) if text else bool(outcome.told)
    return [f"却有 {outcome.told}"] if there else []


COMPARE = {
    "没有列出": absent,
    "列出": holds,
    "可以预付": opened,
    "不能预付": shut,
    "不予核定": not_assessed,
    "核定": approved,
    "测算": computed,
    "步骤": stepped,
    "凭证": entries,
    "摘要": summary,
    "余额": stands_at,
    "提示": warned,
    "拒绝": nothing_more,
    "可以": nothing_more,
    "值": holds,
}
