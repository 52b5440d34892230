import datetime as dt
from datetime import date, datetime, time, timedelta, timezone
print(timedelta(1) + timedelta(2), timedelta(1) - timedelta(2), timedelta(1) * 2, 2 * timedelta(1), timedelta(1) / 2, timedelta(1) // 7, timedelta(1) / timedelta(hours=1), timedelta(1) // timedelta(hours=5), timedelta(1) % timedelta(hours=5), divmod(timedelta(1), timedelta(hours=5)), -timedelta(1), abs(timedelta(-1)), timedelta(1) * 1.5, timedelta(1) / 1.5, +timedelta(1), sum([timedelta(1), timedelta(2)], timedelta()))
print(timedelta(1) < timedelta(2), timedelta(1) == timedelta(hours=24), bool(timedelta(0)), hash(timedelta(1)) == hash(timedelta(hours=24)), max(timedelta(1), timedelta(2)), sorted([timedelta(2), timedelta(1)]), timedelta.min, timedelta.max, timedelta.resolution)
print(timedelta(1) == 1)
print(date(2024,1,1).year, date(2024,1,1).month, datetime(2024,1,1,2,3,4,5).microsecond, datetime(2024,1,1).hour, date(2024,1,1).day, datetime(2024,1,1).fold, datetime(2024, 1, 1, fold=1))
print(date, datetime, dt.timedelta, timezone, time, type(date(2024,1,1)))
print(isinstance(datetime(2024,1,1), date), isinstance(date(2024,1,1), datetime), issubclass(datetime, date), isinstance(timezone.utc, dt.tzinfo), dt.MINYEAR, dt.MAXYEAR)
print({date(2024,1,1): "a"}[date(2024,1,1)], {datetime(2024,1,1): 1}, sorted([date(2024,2,1), date(2024,1,1)]), min(date(2024,2,1), date(2023,1,1)), len({date(2024,1,1), date(2024,1,1)}))
