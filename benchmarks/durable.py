"""P3: one durable voucher at a time, beside a hand-written Core insert of the same rows."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from benchmarks.measure import Figure, Goal, Timed, milliseconds, seconds
from benchmarks.posting import contents
from benchmarks.stage import Stage, disbursements, open_office, settle, still_desk
from ledger.store.engine import open_engine
from ledger.store.tables.schema import metadata
from ledger.workflow.drafting.record import record
from ledger.workflow.drafting.review import approve
from ledger.workflow.posting.post import post_drafts
from tests.office import EMPLOYEE, raw

if TYPE_CHECKING:
    from collections.abc import Callable

    from ledger.workflow.desk import Desk

Contents = dict[str, list[tuple[object, ...]]]
GOAL = Goal(bound=2.0, least=False)
VERBS = ("record", "approve", "post")
PEOPLE = {"record": "制单乙", "approve": "审核丙", "post": "主管丁"}


def measure(stage: Stage, *, count: int) -> list[Figure]:
    """Measure P3 over so many vouchers, one by one: the posting alone, and all three verbs.

    What each verb of ours has changed is read back and then written by hand in another copy,
    so that both write the same rows; ours has to work them out.
    """
    source, office = open_office(stage, hospitals=count)
    settle(office.desk)
    ours, theirs = stage.copy(source), stage.copy(source)
    taken: dict[str, list[float]] = {verb: [] for verb in VERBS}
    by_hand: dict[str, list[float]] = {verb: [] for verb in VERBS}
    desk, engine = still_desk(ours), open_engine(theirs)
    for row in disbursements(count + 2, hospitals=count):
        for verb, work in steps(desk, row).items():
            before = contents(ours)
            desk.operator = PEOPLE[verb]
            taken[verb].append(seconds(work))
            change = Change.between(before, contents(ours))
            by_hand[verb].append(seconds(lambda change=change: change.write(engine)))  # type: ignore[misc]
    assert contents(ours) == contents(theirs), "both copies hold the same rows"
    desk.engine.dispose()
    engine.dispose()
    for url in (source, ours, theirs):
        stage.drop(url)
    return [
        figure(stage, "记账一步", ("post",), taken, by_hand),
        figure(stage, "制单、审核、记账三步", VERBS, taken, by_hand),
    ]


def steps(desk: Desk, row: dict[str, object]) -> dict[str, Callable[[], object]]:
    """Name the three verbs that one voucher goes through."""
    key = str(row["key"])
    return {
        "record": lambda: record(desk, raw([row], "one.jsonl")),
        "approve": lambda: approve(desk, [key], book=EMPLOYEE),
        "post": lambda: post_drafts(desk, [key], book=EMPLOYEE),
    }


def figure(
    stage: Stage,
    what: str,
    verbs: tuple[str, ...],
    taken: dict[str, list[float]],
    by_hand: dict[str, list[float]],
) -> Figure:
    """Tell the median voucher, without the first two, which warm both up."""
    sums = [
        Timed(rounds=tuple(sum(parts) for parts in zip(*(side[v][2:] for v in verbs), strict=True)))
        for side in (taken, by_hand)
    ]
    ours, theirs = (timed.median for timed in sums)
    return Figure(
        id="P3",
        work=f"单笔落盘（{what}），{stage.engine}",
        ours=milliseconds(ours),
        yardstick=f"手写 Core 插入同样的行 {milliseconds(theirs)}",
        ratio=ours / theirs,
        goal=GOAL if verbs == ("post",) else None,
    )


class Change:
    """What a verb did to the tables, as a person would write it with Core."""

    def __init__(self, gone: Contents, come: Contents) -> None:
        """Keep rows gone and rows come, by table."""
        self.gone = gone
        self.come = come

    @classmethod
    def between(cls, before: Contents, after: Contents) -> Change:
        """Compare two readings."""
        return cls(
            {name: [row for row in before[name] if row not in set(after[name])] for name in before},
            {name: [row for row in after[name] if row not in set(before[name])] for name in after},
        )

    def write(self, engine: sa.Engine) -> None:
        """Write the change in one transaction: one statement a table."""
        with engine.begin() as conn:
            for table in metadata.sorted_tables:
                keys = table.primary_key.columns.keys()
                gone, come = (
                    [dict(zip(table.columns.keys(), row, strict=True)) for row in side[table.name]]
                    for side in (self.gone, self.come)
                )
                stays = {tuple(row[key] for key in keys) for row in come}
                for row in gone:
                    if tuple(row[key] for key in keys) not in stays:
                        conn.execute(sa.delete(table).where(*same(table, keys, row)))
                known = {tuple(row[key] for key in keys) for row in gone}
                fresh = [row for row in come if tuple(row[key] for key in keys) not in known]
                for row in come:
                    if row not in fresh:
                        values = {name: word for name, word in row.items() if name not in keys}
                        changed = sa.update(table).where(*same(table, keys, row))
                        conn.execute(changed.values(values))
                if fresh:
                    conn.execute(sa.insert(table), fresh)


def same(
    table: sa.Table, keys: list[str], row: dict[str, Any]
) -> itertools.chain[sa.ColumnElement[bool]]:
    """Find a row by its key."""
    return itertools.chain(table.c[key] == row[key] for key in keys)
