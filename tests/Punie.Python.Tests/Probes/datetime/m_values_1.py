import datetime as dt
from datetime import date, datetime, time, timedelta, timezone
print(date(2024, 2, 29), str(date(2024, 2, 29)), date(2024, 1, 5).isoformat(), date(2024, 1, 5).weekday(), date(2024, 1, 5).isoweekday(), date(2024, 1, 5).isocalendar(), tuple(date(2024, 1, 5).isocalendar()), date(2024, 1, 5).isocalendar().week)
print(date(2024, 1, 5).timetuple(), date(2024, 1, 5).toordinal(), date.fromordinal(738890), date.fromisoformat("2024-03-01"), date(2024,1,5).ctime(), date(2024,1,5).replace(day=9), date(2024,1,5).replace(year=2025, month=3))
print(date(2024, 1, 5).strftime("%Y/%m/%d %A %a %B %b %j %U %W %y %d %%"), date(2024, 1, 5).strftime("%d.%m.%Y"), format(date(2024, 1, 5), "%Y"), f"{date(2024,1,5):%b %d}", f"{date(2024,1,5)}", date(2024, 1, 5).__format__(""))
print(date.fromisoformat("20240101"), date.fromisoformat("2024-W01-1"))
print(date(2024, 3, 1) - date(2024, 2, 1), date(2024, 3, 1) - timedelta(days=1), date(2024, 3, 1) + timedelta(weeks=1), date(2024, 3, 1) < date(2024, 3, 2), date(2024, 3, 1) == date(2024, 3, 1), date(2024, 3, 1) != datetime(2024, 3, 1))
print(date(2024, 3, 1) == 5)
print(date.min, date.max, date.resolution)
