"""The checker on an empty machine: one file, the standard library, plain answers in Chinese."""

from __future__ import annotations

import ast
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ledger.audit import check_chain
from tests.chain_files import Exported, codes_of, exported, of_kind, resign, two_years, write
from tests.office import Office

if TYPE_CHECKING:
    from collections.abc import Callable

SOURCE = Path(check_chain.__file__)


@pytest.fixture(scope="module")
def file(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Exported:
    """Export 2027 of a book: 年初余额, a closed January, an open February."""
    folder = tmp_path_factory.mktemp("chain")
    shutil.copyfile(sqlite_template, folder / "prepay.db")
    office = Office.open(str(folder / "prepay.db"), folder)
    two_years(office)
    found = exported(office, folder / "2027.jsonl", 2027)
    office.desk.engine.dispose()
    return found


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    """Give an empty folder with nothing but the checker in it."""
    shutil.copyfile(SOURCE, tmp_path / "check_chain.py")
    return tmp_path


def run(folder: Path, *words: str, isolated: bool = True, **surroundings: str) -> tuple[int, str]:
    """Run the checker as a stranger does; gives its exit code and what it says."""
    switches = ["-I", "-S"] if isolated else ["-S"]
    done = subprocess.run(
        [sys.executable, *switches, "check_chain.py", *words],
        cwd=folder,
        env={"PATH": os.environ["PATH"], **surroundings},
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert done.stderr == b"", done.stderr.decode(errors="replace")
    return done.returncode, done.stdout.decode(surroundings.get("PYTHONIOENCODING", "utf-8"))


def test_it_is_one_short_file_of_the_standard_library() -> None:
    """Ed25519, the office's chain and the sets took it from 250 lines to where it is."""
    text = SOURCE.read_text("utf-8")
    assert len(text.splitlines()) <= 959
    tree = ast.parse(text, feature_version=(3, 9))
    modules = {
        name.partition(".")[0]
        for node in ast.walk(tree)
        for name in (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else []
        )
    }
    assert modules - sys.stdlib_module_names == {"cryptography"}, "used only where it is"


def test_on_an_empty_machine_it_says_sound(empty: Path, file: Exported) -> None:
    write(empty / "2027.jsonl", file.copy())
    code, said = run(empty, "2027.jsonl", file.seal)
    assert (code, said.splitlines()) == (
        0,
        ["620100/employee 2027 年共 5 环，所给封存码封到第 2 环", "结论：相符"],
    )


def test_on_an_empty_machine_it_says_which_voucher_was_cut_off(empty: Path, file: Exported) -> None:
    records = file.copy()
    records.remove(of_kind(records, "link")[0])
    write(empty / "2027.jsonl", records)
    code, said = run(empty, "2027.jsonl", file.seal)
    assert code == 1
    assert "CHAIN_POSITION 第 2 环 2027-01 记-0001：应为第 1 环" in said
    assert said.splitlines()[-1].startswith("结论：不符")


def test_a_gbk_console_shows_what_it_cannot_write_as_an_escape(empty: Path, file: Exported) -> None:
    records = file.copy()
    of_kind(records, "link")[-1]["lines"][0]["account"] = "1101\U00020bb7\x1b[2J"
    of_kind(records, "link")[-1]["lines"][1]["account"] = "1101\U00020bb7\x1b[2J"
    resign(records)
    write(empty / "2027.jsonl", records)
    code, said = run(empty, "2027.jsonl", file.seal, isolated=False, PYTHONIOENCODING="gbk")
    assert code == 1
    assert "科目 1101\\U00020bb7?[2J 名称前后不同" in said


def test_seals_may_be_several_and_may_stand_in_a_file(empty: Path, file: Exported) -> None:
    write(empty / "2027.jsonl", file.copy())
    other = check_chain.digest("another")
    (empty / "one.txt").write_bytes(file.seal.upper().encode("utf-16"))
    (empty / "two.txt").write_text(f"{file.seal}\r\n\r\n{other}\r\n", encoding="utf-8")
    (empty / "sheet.txt").write_text("本期封存码 123", encoding="utf-8")
    (empty / "none.txt").write_text(" \n", encoding="utf-8")
    answers = {
        words: run(empty, "2027.jsonl", *words)[0]
        for words in (
            ("one.txt",),
            (file.seal.upper(),),
            (file.seal, "one.txt"),
            ("two.txt",),
            (file.seal, other),
            ("sheet.txt",),
            ("none.txt",),
            (file.seal[:-1],),
            ("missing.txt",),
            (),
        )
    }
    assert list(answers.values()) == [0, 0, 0, 1, 1, 2, 2, 2, 2, 2]
    assert run(empty)[0] == 2
    assert run(empty, "missing.jsonl", file.seal)[0] == 2


def first_line(text: str, old: str, new: str) -> str:
    assert old in text.partition("\n")[0]
    return text.replace(old, new, 1)


def fen_as(word: str) -> Callable[[str], str]:
    return lambda text: text.replace('"fen":', f'"fen":{word},"fen":', 1)


def moved_to_the_end(text: str) -> str:
    lines = text.splitlines(keepends=True)
    return "".join([*lines[:1], *lines[2:], lines[1]])


#: What is no chain file at all, or not in the one spelling that the format has.
MALFORMED: dict[str, Callable[[str], str]] = {
    "nothing": lambda _: "",
    "an empty line": lambda text: text + "\n",
    "the last line break is missing": lambda text: text[:-1],
    "half a line": lambda text: text[:-40],
    "a byte order mark": lambda text: "\ufeff" + text,
    "Windows line breaks": lambda text: text.replace("\n", "\r\n"),
    "a blank": lambda text: text.replace('":', '": ', 1),
    "an escaped letter": lambda text: text.replace("record", "\\u0072ecord", 1),
    "a field doubled": fen_as("5"),
    "a field more": lambda text: first_line(text, "}", ',"note":""}'),
    "a field less": lambda text: first_line(text, ',"year":2027', ""),
    "fields in another order": lambda text: first_line(
        text, '"book":"620100/employee","year":2027', '"year":2027,"book":"620100/employee"'
    ),
    "a number as text": lambda text: first_line(text, "2027", '"2027"'),
    "a number with a point": lambda text: first_line(text, "2027", "2027.0"),
    "truth for a number": lambda text: first_line(text, "2027", "true"),
    "no number": lambda text: first_line(text, "2027", "NaN"),
    "a huge number": lambda text: first_line(text, "2027", "9" * 5000 + "e9"),
    "another format": lambda text: first_line(text, "prepay-chain/1", "prepay-chain/3"),
    "an unknown record": lambda text: first_line(text, '"record":"book"', '"record":"note"'),
    "a record named by a list": lambda text: first_line(
        text, '"record":"book"', '"record":["book"]'
    ),
    "a line for a record": lambda text: text + '{"account":"1","name":"","side":"debit","fen":1}\n',
    "a list": lambda text: text + "[]\n",
    "deep lists": lambda text: text + "[" * 100_000 + "\n",
    "half a letter": lambda text: first_line(text, "employee", "\\ud800"),
    "the head is missing": lambda text: text.partition("\n")[2],
    "two heads": lambda text: text.partition("\n")[0] + "\n" + text,
    "an opening after the seals": moved_to_the_end,
}


@pytest.mark.parametrize("malform", MALFORMED.values(), ids=MALFORMED)
def test_what_is_no_chain_file_cannot_be_read(
    file: Exported, tmp_path: Path, malform: Callable[[str], str]
) -> None:
    path = write(tmp_path / "chain.jsonl", file.copy())
    before = path.read_text("utf-8")
    text = malform(before)
    assert text != before
    path.write_text(text, encoding="utf-8", newline="")
    assert check_chain.main([str(path), file.seal]) == 2


def test_bytes_that_are_no_utf_8_cannot_be_read(file: Exported, tmp_path: Path) -> None:
    path = write(tmp_path / "chain.jsonl", file.copy())
    path.write_bytes(path.read_bytes().replace("返还".encode(), "返还".encode("gb18030"), 1))
    assert check_chain.main([str(path), file.seal]) == 2


def test_an_unreadable_line_is_named(file: Exported, tmp_path: Path) -> None:
    path = write(tmp_path / "chain.jsonl", file.copy())
    lines = path.read_text("utf-8").splitlines(keepends=True)
    lines[2] = json.dumps(json.loads(lines[2])) + "\n"
    path.write_text("".join(lines), encoding="utf-8", newline="\n")
    with pytest.raises(ValueError, match="LINE_UNREADABLE 链文件第 3 行不合格式或次序"):
        check_chain.check(str(path), [file.seal])
    assert codes_of(path, file.seal) == ["LINE_UNREADABLE"]
