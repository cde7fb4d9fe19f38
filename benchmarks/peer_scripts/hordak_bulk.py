"""django-hordak's fastest path: transactions and legs by bulk_create. Prints seconds."""

from __future__ import annotations

import sys
import time
from datetime import date
from urllib.parse import parse_qs, unquote, urlsplit

import django
from django.conf import settings

count, url = int(sys.argv[1]), urlsplit(sys.argv[2])
settings.configure(
    DATABASES={
        "default": {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": url.path.strip("/"),
            "USER": unquote(url.username or ""),
            "PASSWORD": unquote(url.password or ""),
            "HOST": url.hostname or parse_qs(url.query).get("host", [""])[0],
            "PORT": url.port or "",
        }
    },
    INSTALLED_APPS=[
        "django.contrib.contenttypes", "django.contrib.auth", "mptt", "hordak",
    ],
    DEFAULT_CURRENCY="CNY",
    CURRENCIES=["CNY"],
    DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
    USE_TZ=True,
)  # fmt: skip
django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import transaction  # noqa: E402
from djmoney.money import Money  # noqa: E402
from hordak.models import Account, Leg, Transaction  # noqa: E402

call_command("migrate", verbosity=0)
bank = Account.objects.create(name="1004", code="1", type="AS", currencies=["CNY"])
owed = Account.objects.create(name="1101", code="2", type="AS", currencies=["CNY"])
begin = time.perf_counter()
with transaction.atomic():
    made = [
        Transaction(description=f"拨付第{n}示范医院2026年度医保预付金", date=date(2026, 3, 10))
        for n in range(count)
    ]
    Transaction.objects.bulk_create(made, batch_size=1000)
    legs = []
    for number, one in enumerate(made):
        money = Money(5000 + number % 997, "CNY")
        legs.append(Leg(transaction=one, account=owed, debit=money))
        legs.append(Leg(transaction=one, account=bank, credit=money))
    Leg.objects.bulk_create(legs, batch_size=1000)
taken = time.perf_counter() - begin
assert Leg.objects.count() == 2 * Transaction.objects.count() == 2 * count
print(taken)
