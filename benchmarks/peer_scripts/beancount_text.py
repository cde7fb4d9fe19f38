"""Beancount: the text of so many disbursements, written and loaded without cache."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from beancount import loader

count, path = int(sys.argv[1]), Path(sys.argv[2])
begin = time.perf_counter()
lines = ["2025-12-31 open Assets:D1004", "2025-12-31 open Assets:D1101"]
for number in range(count):
    lines += [
        f'2026-03-10 * "记-{number:04d}" "拨付第{number}示范医院2026年度医保预付金"',
        f"  Assets:D1101  {5000 + number % 997}.00 CNY",
        f"  Assets:D1004  -{5000 + number % 997}.00 CNY",
    ]
path.write_text("\n".join(lines) + "\n", encoding="utf-8")
loader.initialize(use_cache=False)
entries, errors, _ = loader.load_file(str(path))
assert len(entries) == count + 2, errors[:3]
print(time.perf_counter() - begin)
