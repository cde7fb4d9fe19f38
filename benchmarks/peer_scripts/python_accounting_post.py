"""python-accounting: journal entries posted one after another (its only path). Prints seconds."""

from __future__ import annotations

import sys
import time
from datetime import datetime

from python_accounting.database.session import get_session
from python_accounting.models import Account, Base, Currency, Entity, LineItem
from python_accounting.transactions import JournalEntry
from sqlalchemy import create_engine

count = int(sys.argv[1])
engine = create_engine(f"sqlite:///{sys.argv[2]}")
Base.metadata.create_all(engine)
with get_session(engine) as session:
    entity = Entity(name="兰州市")
    session.add(entity)
    session.commit()
    currency = Currency(name="人民币", code="CNY", entity_id=entity.id)
    session.add(currency)
    session.commit()
    kinds = Account.AccountType
    bank = Account(
        name="1004", account_type=kinds.BANK, currency_id=currency.id, entity_id=entity.id
    )
    owed = Account(
        name="1101", account_type=kinds.RECEIVABLE, currency_id=currency.id, entity_id=entity.id
    )
    session.add_all([bank, owed])
    session.commit()
    begin = time.perf_counter()
    for number in range(count):
        entry = JournalEntry(
            narration=f"拨付第{number}示范医院2026年度医保预付金",
            transaction_date=datetime.now(),  # noqa: DTZ005
            account_id=bank.id,
            entity_id=entity.id,
        )
        session.add(entry)
        session.flush()
        line = LineItem(
            narration="拨付",
            account_id=owed.id,
            amount=5000 + number % 997,
            entity_id=entity.id,
        )
        session.add(line)
        session.flush()
        entry.line_items.add(line)
        session.add(entry)
        entry.post(session)
    print(time.perf_counter() - begin)
