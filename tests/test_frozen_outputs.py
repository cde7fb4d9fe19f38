"""The frozen outputs: what a person is given of the sample's books is what it was, byte for byte.

Here are only digests. To see what differs, write the outputs of both commits and compare them,
as `tests/frozen_outputs.py` says; the failing test names every output. Where a change is meant:
`pytest tests/test_frozen_outputs.py --rewrite-golden`, and say in the commit what changed and why.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from tests.frozen_outputs import differing, main, write_outputs

if TYPE_CHECKING:
    import pytest

    from tests.sample import Sample

GOLDEN = Path(__file__).with_name("frozen_outputs.json")
HOW = """
What this run made lies in {made}
To see what differs, from a checkout of the commit before (git worktree add):
  python -m tests.frozen_outputs write BEFORE
  python -m tests.frozen_outputs compare BEFORE {made}"""


def test_every_output_is_what_it_was(
    sample: Sample, tmp_path: Path, pytestconfig: pytest.Config
) -> None:
    made = tmp_path / "outputs"
    digests = write_outputs(sample.copy(tmp_path / "示例"), made)
    if pytestconfig.getoption("--rewrite-golden"):
        text = json.dumps(digests, ensure_ascii=False, indent=0, sort_keys=True)
        GOLDEN.write_text(text + "\n", encoding="utf-8")
    kept = json.loads(GOLDEN.read_text(encoding="utf-8"))
    told = [
        *(
            f"differs: {name}"
            for name in sorted(kept)
            if digests.get(name, kept[name]) != kept[name]
        ),
        *(f"gone: {name}" for name in sorted(kept.keys() - digests.keys())),
        *(f"new: {name}" for name in sorted(digests.keys() - kept.keys())),
    ]
    assert not told, "\n".join(told) + HOW.format(made=made)


def test_two_folders_are_compared_by_text(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before, after = tmp_path / "before", tmp_path / "after"
    for folder, texts in (
        (before, {"same.txt": "甲", "other.txt": "一\n二", "gone.txt": ""}),
        (after, {"same.txt": "甲", "other.txt": "一\n三", "new.txt": ""}),
    ):
        folder.mkdir()
        for name, text in texts.items():
            (folder / name).write_text(text, encoding="utf-8")
    told = differing(before, after)
    assert (told["gone.txt"], told["new.txt"]) == ("gone", "new")
    assert told["other.txt"].splitlines()[-2:] == ["-二", "+三"]
    assert sorted(told) == ["gone.txt", "new.txt", "other.txt"]
    assert main(["compare", str(before), str(after)]) == 1
    assert "3 outputs differ" in capsys.readouterr().out
    assert main(["compare", str(before), str(before)]) == 0
    assert main(["nonsense"]) == 2
