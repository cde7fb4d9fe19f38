"""The plugin: Beancount itself proves the chain while it loads a journal; Fava shows what breaks.

Every field of every voucher in the text is changed by hand, as with an editor; the error stands
at the voucher's own line.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from beancount import loader

from ledger.audit.second_engine import plugins
from ledger.workflow.close.export import export_all, main_files
from tests.browse import at_home
from tests.chain_files import exported_years
from tests.office import FIRST, Office

if TYPE_CHECKING:
    from collections.abc import Callable

BOOK = "620100-employee"


@pytest.fixture(scope="module")
def exported(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Export two years of a book as journals."""
    return exported_years(sqlite_template, tmp_path_factory.mktemp("journal"))


@pytest.fixture
def journals(exported: Path, tmp_path: Path) -> Path:
    """Give a copy of the journals to change."""
    shutil.copytree(exported, tmp_path / BOOK)
    return tmp_path / BOOK


def errors(path: Path) -> list[str]:
    """Let Beancount load a journal; give each error as `03.beancount:8 message`."""
    loader.initialize(use_cache=False)
    _, found, _ = loader.load_file(str(path))
    return [
        f"{Path(str(error.source['filename'])).name}:{error.source['lineno']} {error.message}"
        for error in found
    ]


def edit(path: Path, old: str, new: str, *, count: int = 1) -> None:
    """Change the first places of a journal's text."""
    text = path.read_text("utf-8")
    assert old in text, f"no place holds {old}"
    path.write_text(text.replace(old, new, count), encoding="utf-8", newline="\n")


def voucher(path: Path, number: str) -> tuple[str, int]:
    """Find a voucher's text in a month's file, and the line it begins at."""
    text = path.read_text("utf-8")
    found = re.search(rf'^\d\S+ \* "{number}".*?\n(?=\n|\Z)', text, re.MULTILINE | re.DOTALL)
    assert found is not None, number
    return found[0], text[: found.start()].count("\n") + 1


def change(path: Path, number: str, old: str, new: str) -> int:
    """Change a voucher's text; gives the line it begins at."""
    text, line = voucher(path, number)
    assert old in text, f"{number} holds no {old}"
    edit(path, text, text.replace(old, new, 1))
    return line


def test_exported_journals_prove(exported: Path) -> None:
    assert [path.name for path in main_files(exported.parent)] == [
        "2026.beancount",
        "2027.beancount",
    ]
    for path in main_files(exported.parent):
        assert errors(path) == []


def test_a_year_exported_by_an_earlier_version_is_still_listed(journals: Path) -> None:
    (journals / "2026.beancount").unlink()
    assert [path.relative_to(journals).as_posix() for path in main_files(journals.parent)] == [
        "2026/main.beancount",
        "2027.beancount",
    ]


def test_the_main_file_names_no_plugin_so_that_bare_beancount_loads_it(exported: Path) -> None:
    for year in (2026, 2027):
        assert plugins(exported / str(year) / "main.beancount") == []
        assert errors(exported / str(year) / "main.beancount") == []


def test_both_doors_show_the_same_ledger(exported: Path) -> None:
    loader.initialize(use_cache=False)
    checked, _, own = loader.load_file(str(exported / "2026.beancount"))
    plain, _, options = loader.load_file(str(exported / "2026" / "main.beancount"))
    assert checked == plain
    differing = {name for name in options if str(options[name]) != str(own[name])}
    assert differing <= {"filename", "include", "input_hash", "plugin"}


def test_the_second_engine_still_refuses_a_main_file_with_any_plugin(journals: Path) -> None:
    main = journals / "2026" / "main.beancount"
    edit(main, 'option "title"', 'plugin "ledger.audit.journal_plugin" ""\noption "title"')
    assert plugins(main) == ["ledger.audit.journal_plugin"]


#: What the chain binds of a voucher, as it stands in the text: name → (month, number, old, new).
VOUCHER = {
    "booked": ("03", "记-0001", "2026-03-10 *", "2026-03-11 *"),
    "flag": ("03", "记-0001", "2026-03-10 *", "2026-03-10 !"),
    "payee": ("03", "记-0001", '* "记-0001"', '* "记-0009"'),
    "narration": ("03", "记-0001", '"拨付城关', '"改拨付城关'),
    "number": ("03", "记-0001", '"2026-03 记-0001"', '"2026-03 记-0005"'),
    "kind": ("03", "记-0001", 'kind: "拨付"', 'kind: "利息"'),
    "movement": ("03", "记-0001", 'movement: "拨付"', 'movement: "利息"'),
    "date of fact": ("03", "记-0001", "  hospital:", "  date_of_fact: 2026-03-09\n  hospital:"),
    "date of fact as text": ("03", "记-0001", "  hospital:", '  date_of_fact: "x"\n  hospital:'),
    "hospital": ("03", "记-0001", f'hospital: "{FIRST}"', 'hospital: "H62010000002"'),
    "hospital lost": ("03", "记-0001", f'  hospital: "{FIRST}"\n', ""),
    "year": ("03", "记-0001", 'year: "2026"', 'year: "2025"'),
    "year as number": ("03", "记-0001", 'year: "2026"', "year: 2026"),
    "place": ("03", "记-0001", "seq: 7", "seq: 70"),
    "place lost": ("03", "记-0001", "  seq: 7\n", ""),
    "place as text": ("03", "记-0001", "seq: 7", 'seq: "seven"'),
    "fact": ("03", "记-0001", 'fact: "', 'fact: "0'),
    "fact of another": ("03", "记-0001", 'fact: "', f'fact: "{"0" * 64}"\n  was: "'),
    "link": ("03", "记-0001", 'link: "', 'link: "0'),
    "link of another": ("03", "记-0001", 'link: "', f'link: "{"0" * 64}"\n  was: "'),
    "amount": ("03", "记-0001", "600000.00 CNY", "600000.01 CNY"),
    "side": ("03", "记-0001", 'dc: "借"', 'dc: "贷"'),
    "side lost": ("03", "记-0001", '    dc: "借"\n', ""),
    "account": ("03", "记-0001", "1004-支出户存款", "1003-财政专户存款"),
    "currency": ("03", "记-0001", "-600000.00 CNY", "-600000.00 CNY @ 1.00 CNY"),
    "posting flag": ("03", "记-0001", "  A资产:1004", "  ! A资产:1004"),
    "half a 分": ("03", "记-0001", "600000.00 CNY", "600000.001 CNY"),
    "tag": ("03", "记-0001", '预付金"\n', '预付金" #red\n'),
    "opening tag": ("03", "记-0001", '预付金"\n', '预付金" #opening\n'),
    "link mark": ("03", "记-0001", '预付金"\n', '预付金" ^2026-03-0002\n'),
    "red tag lost": ("03", "记-0003", " #red", ""),
    "mark lost": ("03", "记-0003", " ^2026-03-0002", ""),
    "corrects": ("03", "记-0003", 'corrects: "2026-03 记-0002"', 'corrects: "2026-03 记-0001"'),
    "corrects lost": ("03", "记-0004", '  corrects: "2026-03 记-0002"\n', ""),
}


@pytest.mark.parametrize(("month", "number", "old", "new"), VOUCHER.values(), ids=VOUCHER)
def test_a_change_in_a_voucher_is_shown_at_its_line(
    journals: Path, month: str, number: str, old: str, new: str
) -> None:
    path = journals / "2026" / f"{month}.beancount"
    line = change(path, number, old, new)
    found = errors(journals / "2026.beancount")
    assert [error for error in found if error.startswith(f"{month}.beancount:{line} ")], found
    assert any("链" in error or "第" in error for error in found)


def whole(path: Path, number: str) -> str:
    return voucher(path, number)[0]


def cut(folder: Path) -> None:
    path = folder / "2026" / "03.beancount"
    edit(path, whole(path, "记-0002"), "")


def cut_tail(folder: Path) -> None:
    path = folder / "2026" / "12.beancount"
    edit(path, whole(path, "记-0001"), "")


def doubled(folder: Path) -> None:
    path = folder / "2026" / "03.beancount"
    edit(path, whole(path, "记-0001"), whole(path, "记-0001") * 2)


def moved(folder: Path) -> None:
    path = folder / "2026" / "03.beancount"
    for old, new in (("seq: 7", "seq: 77"), ("seq: 8", "seq: 7"), ("seq: 77", "seq: 8")):
        edit(path, f"{old}\n", f"{new}\n")


def slipped_in(folder: Path) -> None:
    path = folder / "2026" / "03.beancount"
    text = whole(path, "记-0001")
    plain = re.sub(r"^  (?!A|  ).*\n", "", text, flags=re.MULTILINE)
    edit(path, text, text + "\n" + plain)


def month_left_out(folder: Path) -> None:
    edit(folder / "2026" / "main.beancount", 'include "03.beancount"\n', "")


def account_renamed(folder: Path) -> None:
    edit(folder / "2026" / "main.beancount", 'name: "支出户存款"', 'name: "基本户存款"')


def account_recoded(folder: Path) -> None:
    edit(folder / "2026" / "main.beancount", 'code: "1004"', 'code: "1009"')


def padded(folder: Path) -> None:
    path = folder / "2026" / "main.beancount"
    text = (
        path.read_text("utf-8") + "2026-06-01 pad A资产:1004-支出户存款 A资产:1003-财政专户存款\n"
    )
    text += "2026-06-02 balance A资产:1004-支出户存款 1.00 CNY\n"
    path.write_text(text, encoding="utf-8", newline="\n")


def statement_changed(folder: Path) -> None:
    edit(folder / "2026.beancount", 'plugin" "620100/employee', 'plugin" "620100/resident')


def statement_lost(folder: Path) -> None:
    text = (folder / "2026.beancount").read_text("utf-8")
    fresh = re.sub(r'(plugin "\S+) .*', r"\1", text)
    (folder / "2026.beancount").write_text(fresh, encoding="utf-8", newline="\n")


def year_changed(folder: Path) -> None:
    edit(folder / "2026.beancount", "employee 2026 ", "employee 2027 ")


ATTACKS: dict[Callable[[Path], None], str] = {
    cut: "应为第 8 环，中间有凭证被删去",
    cut_tail: "现有 12 环，末环不符：尾部被截去",
    doubled: "中间有凭证被删去、插入或重复",
    moved: "与前一环接不上",
    slipped_in: "这一笔不在链上，不是记账凭证或登记事项",
    month_left_out: "应为第 7 环，中间有凭证被删去",
    account_renamed: "与记账时不同",
    account_recoded: "与记账时不同",
    padded: "账本里不应有 pad",
    statement_changed: "与前一环接不上",
    statement_lost: "链的声明读不懂",
    year_changed: "与前一环接不上",
}


@pytest.mark.parametrize(
    ("attack", "expected"), ATTACKS.items(), ids=[attack.__name__ for attack in ATTACKS]
)
def test_what_is_done_to_a_journal_as_a_whole_is_said(
    journals: Path, attack: Callable[[Path], None], expected: str
) -> None:
    attack(journals)
    found = errors(journals / "2026.beancount")
    assert [error for error in found if expected in error], found


OPENINGS = {
    "amount": ("849000.00 CNY", "849000.01 CNY"),
    "account": ("1004-支出户存款", "1003-财政专户存款"),
    "day": ("2026-12-31 *", "2026-12-30 *"),
    "no opening": (' #opening\n  kind: "上年结转"', ' #opening\n  kind: "拨付"'),
    "no tag": (' #opening\n  kind: "上年结转"', '\n  kind: "上年结转"'),
}


@pytest.mark.parametrize(("old", "new"), OPENINGS.values(), ids=OPENINGS)
def test_changed_openings_are_said(journals: Path, old: str, new: str) -> None:
    edit(journals / "2027" / "00.beancount", old, new, count=-1)
    found = errors(journals / "2027.beancount")
    assert [error for error in found if "年初余额与导出时不同" in error], found


def test_fava_shows_the_error(journals: Path) -> None:
    line = change(journals / "2026" / "03.beancount", "记-0001", '"拨付城关', '"改拨付城关')
    client = at_home([journals / "2026.beancount"], journals / "view")
    slug = client.get("/", base_url="http://127.0.0.1:5000").headers["Location"].split("/")[-3]
    answer = client.get(f"/{slug}/api/errors", base_url="http://127.0.0.1:5000")
    found = json.loads(answer.get_data())["data"]
    assert [int(error["source"]["lineno"]) for error in found] == [line]
    assert "第 7 环 2026-03 记-0001：与记账时不同" in found[0]["message"]


def test_bean_check_says_it_and_fails(journals: Path) -> None:
    program = Path(sys.executable).with_name("bean-check")

    def check() -> tuple[int, str]:
        words = [str(program), "-C", str(journals / "2026.beancount")]
        done = subprocess.run(words, capture_output=True, check=False, timeout=120)
        return done.returncode, done.stderr.decode("utf-8", "replace")

    assert check() == (0, "")
    change(journals / "2026" / "03.beancount", "记-0001", '"拨付城关', '"改拨付城关')
    code, said = check()
    assert code == 1
    assert "03.beancount" in said
    assert "第 7 环 2026-03 记-0001：与记账时不同" in said


def test_a_second_export_touches_nothing_and_a_new_voucher_both_files(
    sqlite_url: str, tmp_path: Path
) -> None:
    office = Office.open(sqlite_url, tmp_path)
    root = tmp_path / "journals"
    office.fund()
    first = export_all(office.desk, root, "620100/employee")
    assert root / BOOK / "2026.beancount" in first
    assert export_all(office.desk, root, "620100/employee") == []
    office.on("2026-03-10")
    office.post(office.pay(FIRST, "1.00"))
    touched = {path.name for path in export_all(office.desk, root, "620100/employee")}
    assert touched == {"main.beancount", "01.beancount", "03.beancount", "2026.beancount"}
    office.desk.engine.dispose()
