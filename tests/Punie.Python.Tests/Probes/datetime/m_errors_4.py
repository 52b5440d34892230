import datetime as dt
from datetime import date, datetime, time, timedelta, timezone
try:
    print(sum([timedelta(1)]))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(date(2024,1,1).foo)
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(datetime(2024,1,1).foo)
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(date(2024,1,31).replace(month=2))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(datetime(2024,1,1,tzinfo=5))
except Exception as error:
    print(type(error).__name__ + ':', error)
