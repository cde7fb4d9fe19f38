"""What a close and `verify` both ask of a book's figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

#: A leaf and a period; 借方 and 贷方发生额.
Place = tuple[str, str]
Turned = tuple[int, int]


def numbers_broken(count: int, lowest: int, highest: int, counter: int) -> bool:
    """Tell numbers that do not run 1…n without a gap, or a counter that does not stand at n."""
    return (lowest, highest, counter) != ((1, count, count) if count else (0, 0, 0))


def unequal_turnover(
    kept: Mapping[Place, Turned], again: Mapping[Place, Turned]
) -> Iterator[tuple[Place, Turned, Turned]]:
    """Find where the 发生额 kept is not what the legs add up to; a place without any has none."""
    for place in sorted({*kept, *again}):
        pair = kept.get(place, (0, 0)), again.get(place, (0, 0))
        if pair[0] != pair[1]:
            yield place, *pair
