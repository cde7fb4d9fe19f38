"""密码的要求: why a password may not be used; all reasons at once, never the password.

At least twelve characters or four words (two Chinese characters count as one), of which enough
is left once what people guess first is taken out: well-known passwords, the office's own names,
and runs of the keyboard. What was set under an older rule works until it is changed.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from ledger.basis.errors import Finding

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

LENGTH_MIN, WORDS_MIN, LENGTH_MAX = 12, 4, 200
#: What must be left of a password, and how many different characters it must have.
LEFT_MIN = 5
#: Well-known passwords and their parts, one a line, lower case: our own compilation.
COMMON = Path(__file__).with_name("common_passwords.txt")
#: A name of one character would be found everywhere.
NAME_MIN = 2
DIGITS = "0123456789" * 3
ROWS = (
    *(DIGITS, "abcdefghijklmnopqrstuvwxyz", "qwertyuiopasdfghjklzxcvbnm", "!@#$%^&*()"),
    *("1qaz2wsx3edc4rfv5tgb6yhn7ujm", "qazwsxedcrfvtgbyhnujm", "1q2w3e4r5t6y7u8i9o0p"),
    *("一二三四五六七八九十", "甲乙丙丁戊己庚辛壬癸"),
)
RUN_MIN = 4
#: Stands where something was taken out, so that what is left does not grow together.
GONE = "\0"
GUESSED = MappingProxyType(
    {
        "PASSWORD_COMMON": "密码是很多人用的密码或常用词",
        "PASSWORD_OWN": "密码里主要是本单位的名称或人名（统筹区、账套、操作员、医疗机构）",
        "PASSWORD_RUN": "密码里主要是连续、重复的字符或键盘上相邻的一排键",
    }
)
#: Digits and marks that stand for letters.
STANDING_FOR = str.maketrans("01345780@$", "oleastboas")
IDEOGRAPHS = re.compile(r"[\u3400-\u9fff]")
LATIN_WORDS = re.compile(r"[^\W\d_\u3400-\u9fff]{2,}")


def normal(password: str) -> str:
    """Return a password as it is hashed: the same letters, whatever keyboard typed them."""
    return unicodedata.normalize("NFKC", password)


def password_findings(name: str, password: str, own: Collection[str] = ()) -> list[Finding]:
    """Return why a password may not be used; `own` are the names of the office.

    Codes: PASSWORD_LENGTH, PASSWORD_MARKS, PASSWORD_COMMON, PASSWORD_OWN, PASSWORD_RUN,
    PASSWORD_FEW.
    """
    words = normal(password)
    findings = [*length_findings(words), *mark_findings(words)]
    if words:
        findings += guessed_findings(words, (name, *own))
    return findings


def length_findings(words: str) -> Iterable[Finding]:
    """Refuse what is too short, or longer than anybody types."""
    if len(words) > LENGTH_MAX or (len(words) < LENGTH_MIN and word_count(words) < WORDS_MIN):
        yield Finding(
            code="PASSWORD_LENGTH",
            message=f"密码有 {len(words)} 位，须为 {LENGTH_MIN} 至 {LENGTH_MAX} 位，"
            f"或至少 {WORDS_MIN} 个词（汉字两字算一词，即 {WORDS_MIN * 2} 个汉字）",
            remedy="用一句自己记得住、别人想不到的话，中文、字母、数字都可以",
        )


def mark_findings(words: str) -> Iterable[Finding]:
    """Refuse marks that nobody sees."""
    if any(unicodedata.category(mark).startswith("C") for mark in words):
        yield Finding(
            code="PASSWORD_MARKS", message="密码里有看不见的字符", remedy="重新输入，不要粘贴"
        )


def word_count(words: str) -> int:
    """Count the different words: of letters, and two different Chinese characters for one."""
    latin = {word.casefold() for word in LATIN_WORDS.findall(words)}
    return len(latin) + len(set(IDEOGRAPHS.findall(words))) // 2


def guessed_findings(words: str, names: Collection[str]) -> list[Finding]:
    """Refuse a password of which little is left without what people guess first."""
    remedy = "换一句别人想不到的话；这些词可以出现，但去掉以后还要有足够的内容"
    findings = []
    if len(set(words)) < LEFT_MIN:
        findings.append(
            Finding(
                code="PASSWORD_FEW",
                message=f"密码只有 {len(set(words))} 种字符，至少要有 {LEFT_MIN} 种",
                remedy=remedy,
            )
        )
    folded = words.casefold()
    by_number = without_guessed(folded, names)
    by_letter = without_guessed(folded.translate(STANDING_FOR), names)
    left, kinds = min(by_number, by_letter, key=lambda outcome: len(outcome[0]))
    if len(left) < LEFT_MIN:
        codes = [code for code in GUESSED if code in kinds]
        findings += [Finding(code=code, message=GUESSED[code], remedy=remedy) for code in codes]
    return findings


def without_guessed(password: str, names: Collection[str]) -> tuple[str, set[str]]:
    """Take out what people guess first: what is left, and the kinds that were found."""
    left = password
    kinds = set()
    own = folded_names(names)
    for word in longest_first(own | common_passwords(), left):
        if word in left:
            left = left.replace(word, GONE)
            kinds.add("PASSWORD_OWN" if word in own else "PASSWORD_COMMON")
    shorter = without_runs(left)
    if shorter != left:
        kinds.add("PASSWORD_RUN")
    return re.sub(r"[\W_]", "", shorter), kinds


def longest_first(words: Iterable[str], text: str) -> list[str]:
    """List the words that a text has, longest first."""
    return sorted((word for word in words if word in text), key=lambda word: (-len(word), word))


def folded_names(names: Collection[str]) -> set[str]:
    """Fold the office's names as passwords are folded."""
    folded = {normal(name).casefold() for name in names}
    return {name for name in folded if len(name) >= NAME_MIN}


def without_runs(password: str) -> str:
    """Take out runs of a row of keys, forwards and backwards, and repeated characters."""
    left = re.sub(r"([^\0])\1{2,}", GONE, password)
    for row in (*ROWS, *(row[::-1] for row in ROWS)):
        for length in range(min(len(row), len(left)), RUN_MIN - 1, -1):
            for start in range(len(row) - length + 1):
                left = left.replace(row[start : start + length], GONE)
    return left


@cache
def common_passwords() -> frozenset[str]:
    """Return the well-known passwords; the file is read once."""
    return frozenset(normal(COMMON.read_text("utf-8")).split())
