import datetime as dt
from datetime import date, datetime, time, timedelta, timezone
try:
    print(datetime(2024, 1, 2) + 5)
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(datetime(2024, 1, 2) + "x")
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(timezone(timedelta(hours=25)))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(timezone(5))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(time(24))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(time(1, 60))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(time("1"))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(time.fromisoformat("x"))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(time(1) + timedelta(1))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(timedelta("x"))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(timedelta(days="1"))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(timedelta(1) + 1)
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(timedelta(1) / 0)
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(timedelta(1) // 0)
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(timedelta(1) < 1)
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(1 - timedelta(1))
except Exception as error:
    print(type(error).__name__ + ':', error)
