import datetime as dt
from datetime import date, datetime, time, timedelta, timezone
try:
    print(datetime.strptime("2024-01-02x", "%Y-%m-%d"))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(datetime.strptime("2024", "%Q"))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(datetime.strptime("2024-13-01", "%Y-%m-%d"))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(datetime.strptime("2023-02-30", "%Y-%m-%d"))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(datetime.strptime(5, "%Y"))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(datetime.fromisoformat("2024-01-02T25:00"))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(datetime.fromisoformat("nope"))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(datetime.fromisoformat("2024-13-01"))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(datetime(2024, 1, 2, 25))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(datetime(2024, 1, 2, 3, 60))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(datetime(2024, 1, 2, 3, 4, 60))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(datetime(2024, 1, 2, 3, 4, 5, 1000000))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(datetime(2024, 1, 32))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(datetime(2024, 1, 2) - datetime(2024, 1, 1, tzinfo=timezone.utc))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(datetime(2024, 1, 2) < datetime(2024, 1, 1, tzinfo=timezone.utc))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(datetime(2024, 1, 2) - 5)
except Exception as error:
    print(type(error).__name__ + ':', error)
