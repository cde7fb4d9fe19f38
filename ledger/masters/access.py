"""登录: who was let in, and to which books; or why somebody was turned away."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field

from ledger.basis.errors import Finding
from ledger.masters.operator import in_books

LENGTH_MIN, LENGTH_MAX = 10, 200
#: Words that are guessed first; a password is refused where nothing much is left beside them.
OBVIOUS = (
    *("password", "passw0rd", "prepay", "admin", "administrator", "qwerty", "asdfgh", "letmein"),
    *("welcome", "yibao", "yiliao", "jijin", "woaini", "iloveyou", "abcdef", "abc", "qwe", "asd"),
    *("医保", "预付金", "暂付款", "基金", "密码", "管理员"),
)
RUNS = (
    "0123456789" * 3,
    "9876543210" * 3,
    "abcdefghijklmnopqrstuvwxyz",
    "qwertyuiopasdfghjklzxcvbnm",
)
#: What must be left of a password once its obvious parts are taken out.
LEFT_MIN = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Admitted:
    """A person who was let in: `books` () are all of them; `version` is the password's.

    Version 0 came by the one-time link that the terminal shows. `device` is the mark that the
    browser keeps from now on, by which it is known again.
    """

    name: str
    books: tuple[str, ...] = ()
    version: int = 0
    device: str = field(default="", compare=False)

    def may_see(self, book: str) -> bool:
        """Return whether the person may look at a book."""
        return in_books(book, self.books)


@dataclass(frozen=True, slots=True, kw_only=True)
class Turned:
    """A person who was turned away, and for how many seconds another try is no use."""

    message: str
    seconds: int = 0


def normal(password: str) -> str:
    """Return a password as it is hashed: the same letters, whatever keyboard typed them."""
    return unicodedata.normalize("NFKC", password)


def password_findings(name: str, password: str) -> list[Finding]:
    """Say why a password may not be used; all reasons at once, never the password."""
    words = normal(password)
    findings = []
    if not LENGTH_MIN <= len(words) <= LENGTH_MAX:
        findings.append(
            Finding(
                code="PASSWORD_LENGTH",
                message=f"密码有 {len(words)} 位，须为 {LENGTH_MIN} 至 {LENGTH_MAX} 位",
                remedy="用一句自己记得住的话，中文、字母、数字都可以",
            )
        )
    if any(unicodedata.category(mark).startswith("C") for mark in words):
        findings.append(
            Finding(
                code="PASSWORD_MARKS", message="密码里有看不见的字符", remedy="重新输入，不要粘贴"
            )
        )
    if len(words) >= LENGTH_MIN and is_obvious(name, words):
        findings.append(
            Finding(
                code="PASSWORD_OBVIOUS",
                message="密码太容易猜到：姓名、单位常用词、键盘顺序、连续或重复的字符都不算数",
                remedy="换一句别人想不到的话",
            )
        )
    return findings


def is_obvious(name: str, password: str) -> bool:
    """Tell a password of which little is left without its obvious parts."""
    left = password.lower()
    for word in sorted((name.lower(), *OBVIOUS), key=len, reverse=True):
        left = left.replace(word, "")
    for run in RUNS:
        for length in range(len(run), 3, -1):
            for start in range(len(run) - length + 1):
                left = left.replace(run[start : start + length], "")
    return len(left) < LEFT_MIN or len(set(password)) < LEFT_MIN
