import datetime as dt
from datetime import date, datetime, time, timedelta, timezone
print(datetime(999, 1, 1).strftime("%Y"), datetime(2024,1,1).strftime(""), datetime(2024,1,1).strftime("%Q"), datetime(2024,1,1).strftime("100%"))
print(date.today() == datetime.now().date(), type(datetime.now()).__name__, datetime.now(timezone.utc).tzinfo, datetime.now().tzinfo, type(datetime.utcnow()), type(datetime.today()))
print(datetime.combine(date(2024,1,1), time(1), tzinfo=timezone.utc), datetime.combine(date(2024,1,1), time.min))
print(date(year=2024, month=5, day=6), datetime(year=2024, month=5, day=6, hour=7))
