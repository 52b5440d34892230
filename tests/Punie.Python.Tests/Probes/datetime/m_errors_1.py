import datetime as dt
from datetime import date, datetime, time, timedelta, timezone
try:
    print(date(2023, 2, 29))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(date(2024, 13, 1))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(date(2024, 0, 1))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(date(0, 1, 1))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(date(10000, 1, 1))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(date("2024", 1, 1))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(date(2024, 1.5, 1))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(date.fromisoformat("2024-1-1"))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(date.fromisoformat("garbage"))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(date.fromisoformat(5))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(date(2024, 3, 1) - 5)
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(date(2024, 3, 1) + date(2024, 3, 1))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(date(2024, 3, 1) < 5)
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(date.max + timedelta(days=1))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(datetime(2024, 1, 2).isoformat(timespec="foo"))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(datetime.strptime("abc", "%Y"))
except Exception as error:
    print(type(error).__name__ + ':', error)
