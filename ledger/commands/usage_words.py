"""The command line's own sentences in Chinese: click looks each of its texts up by its words.

click asks gettext for every text it prints. We answer from this table, so that no compiled
catalogue has to be found on the machine; a sentence that is not here stays English.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

CHINESE: Mapping[str, str] = MappingProxyType(
    {
        "Usage:": "用法:",
        "Options": "选项",
        "Commands": "命令",
        "Positional arguments": "参数",
        "Show this message and exit.": "显示这份说明。",
        "Show the version and exit.": "显示版本。",
        "required": "必填",
        "default: {default}": "默认 {default}",
        "(dynamic)": "（自动）",
        "env var: {var}": "环境变量 {var}",
        "Aborted!": "已中止。",
        "Error: {message}": "读不懂：{message}",
        "Try '{command} {option}' for help.": "查看用法：{command} {option}",
        "Missing command.": "缺少命令。",
        "Missing argument": "缺少参数",
        "Missing option": "缺少选项",
        "Missing parameter": "缺少参数",
        "Missing parameter: {param_name}": "缺少参数：{param_name}",
        "Choose from:\n\t{choices}": "可填：\n\t{choices}",
        "Invalid value: {message}": "填写有误：{message}",
        "Invalid value for {param_hint}: {message}": "{param_hint} 填写有误：{message}",
        "No such option {name!r}.": "没有选项 {name}。",
        "No such command {name!r}.": "没有命令 {name}。",
        "Did you mean {possibility}?": "是不是 {possibility}？",
        "(Did you mean one of: {possibilities}?)": "（是不是其中之一：{possibilities}？）",
        "(Possible options: {possibilities})": "（相近的选项：{possibilities}）",
        "Argument {name!r} takes {nargs} values.": "参数 {name} 要填 {nargs} 个值。",
        "Option {name!r} does not take a value.": "选项 {name} 不带值。",
        "Option {name!r} requires an argument.": "选项 {name} 后面要填一个值。",
        "Option {name!r} requires {nargs} arguments.": "选项 {name} 后面要填 {nargs} 个值。",
        "Got unexpected extra argument ({args})": "多出了 {args}",
        "Got unexpected extra arguments ({args})": "多出了 {args}",
        "{value!r} is not {choice}.": "“{value}”应为 {choice}。",
        "{value!r} is not one of {choices}.": "“{value}”不在可填的值里：{choices}。",
        "{value!r} is not a valid {number_type}.": "“{value}”不是数字。",
        "{name} {filename!r} is a file.": "{filename} 是文件，不是文件夹。",
        "{name} {filename!r} is a directory.": "{filename} 是文件夹，不是文件。",
        "{name} {filename!r} is not readable.": "{filename} 没有读取的权限。",
        "{name} {filename!r} is not writable.": "{filename} 没有写入的权限。",
        "Could not open file {filename!r}: {message}": "打不开文件 {filename}：{message}",
        "unknown error": "原因不明",
    }
)


def chinese(text: str) -> str:
    """Return click's text in Chinese, or as it is where the table has none."""
    return CHINESE.get(text, text)


def chinese_number(one: str, many: str, count: int) -> str:
    """Return click's text for one or for many; Chinese needs no plural."""
    return chinese(one if count == 1 else many)
