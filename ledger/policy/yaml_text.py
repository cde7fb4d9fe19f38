"""Reads the YAML of a layer more strictly than the library does, and words its faults in Chinese.

Keys written twice, tags, and references (`&`, `*`) are refused: the first would lose a value in
silence, and a few nested references say more than any machine can hold.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from collections.abc import Mapping

#: What the library raises where a scalar is not what it looks like, beside its own errors.
ODD = (ValueError, TypeError, LookupError, AttributeError, ArithmeticError)
#: How the library's problems begin, in Chinese.
PROBLEMS: Mapping[str, str] = MappingProxyType(
    {
        "found character '\\t'": "用了制表符；缩进只用空格",
        "found character": "有不能这样开头的符号；写文字的加引号",
        "could not find expected ':'": "少了冒号，或文字换行后没有缩进",
        "sequence entries are not allowed here": "“- ”不能写在这里；另起一行并缩进",
        "mapping keys are not allowed here": "“? ”不能写在这里",
        "mapping values are not allowed here": "缩进不对，或文字里有冒号而没加引号",
        "found unknown escape character": "双引号里有不认识的反斜杠写法；改用单引号",
        "found unexpected end of stream": "引号没有写完",
        "found unexpected document separator": "引号没有写完",
        "expected <block end>": "缩进不齐，或引号、括号之后还有字",
        "expected ',' or ']'": "方括号没有写完，或少了逗号",
        "expected ',' or '}'": "花括号没有写完，或少了逗号",
        "expected the node content": "这里缺内容",
        "but found another document": "一个文件只写一份，去掉“---”",
        "found undefined tag handle": "不支持以“!”开头的标签；写文字的加引号",
        "expected URI": "不支持以“!”开头的标签；写文字的加引号",
        "could not determine a constructor for the tag 'tag:yaml.org,2002:merge'": (
            "不支持“<<”合并；把内容写全"
        ),
        "could not determine a constructor for the tag 'tag:yaml.org,2002:value'": (
            "单独的“=”要加引号"
        ),
        "could not determine a constructor": "不支持以“!”开头的标签；写文字的加引号",
        "found unhashable key": "冒号前只能是一个词",
        "special characters are not allowed": "有看不见的控制字符；删掉",
    }
)
#: The problems that began earlier, where a bracket or a quote was opened.
OPENED = ("没有写完",)


class Unparsable(Exception):
    """What is wrong with a text that is no YAML, in Chinese, with its line; 0 is not known."""

    def __init__(self, line: int, what: str) -> None:
        place = f"（第 {line} 行）" if line else ""
        super().__init__(f"YAML 语法读不懂{place}{'：' if what else ''}{what}")


class OnceLoader(yaml.SafeLoader):
    """A safe loader that refuses a key written twice, and references."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        """Compose a node that stands here itself."""
        if self.check_event(yaml.AliasEvent):
            line = self.peek_event().start_mark.line + 1  # type: ignore[no-untyped-call]
            raise Unparsable(line, "不支持“&”“*”引用；把内容写全")
        return super().compose_node(parent, index)

    def construct_object(self, node: yaml.Node, deep: bool = False) -> Any:  # noqa: FBT001, FBT002
        """Build a value; one that only looks like a date or a number is told with its line."""
        try:
            return super().construct_object(node, deep)
        except ODD:
            line, word = node.start_mark.line + 1, str(node.value)[:60]
            said = f"“{word}”像日期或数字而不是" if isinstance(node, yaml.ScalarNode) else "读不懂"
            raise Unparsable(line, f"{said}；写文字的加引号") from None

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> Any:  # noqa: FBT001, FBT002
        """Build a mapping whose keys all differ."""
        seen = set()
        for key, _ in node.value:
            line = key.start_mark.line + 1
            if not isinstance(key, yaml.ScalarNode):
                raise Unparsable(line, PROBLEMS["found unhashable key"])
            word = self.construct_object(key, deep=True)
            if word in seen:
                raise Unparsable(line, f"“{word}”写了两次")
            seen.add(word)
        return super().construct_mapping(node, deep)


def parse(text: str) -> Any:
    """Read a text as YAML; raises Unparsable."""
    try:
        return yaml.load(text, Loader=OnceLoader)  # noqa: S506  # A SafeLoader, made stricter.
    except RecursionError:
        raise Unparsable(0, "括号或缩进套得太深") from None
    except (yaml.YAMLError, *ODD) as error:
        raise worded(error, text) from None


def parse_kept(text: str) -> Any:
    """Read a text that `parse` took once before, with the library's fast loader where it has one.

    What a book adopted was read strictly then; a tenth of a second a layer is too long to ask
    again each time that somebody looks up a figure.
    """
    fast = getattr(yaml, "CSafeLoader", None)
    if fast is None:
        return parse(text)
    try:
        return yaml.load(text, Loader=fast)  # noqa: S506  # A SafeLoader, in C.
    except (yaml.YAMLError, *ODD):
        return parse(text)


def worded(error: Exception, text: str) -> Unparsable:
    """Say in Chinese what the library found, and in which line."""
    problem = str(getattr(error, "problem", None) or getattr(error, "reason", None) or "")
    said = next((words for start, words in PROBLEMS.items() if problem.startswith(start)), "")
    if isinstance(error, yaml.reader.ReaderError):
        return Unparsable(text.count("\n", 0, error.position) + 1, said)
    return Unparsable(marked_line(error, opened=any(word in said for word in OPENED)), said)


def marked_line(error: Exception, *, opened: bool) -> int:
    """Return the line of an error: where it shows, or where what was left open began; 0 if none."""
    mark = getattr(error, "problem_mark", None)
    if opened:
        mark = getattr(error, "context_mark", None) or mark
    return 0 if mark is None else mark.line + 1
