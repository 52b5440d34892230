from datetime import *
import time, calendar
d = datetime(2024, 1, 31, 23, 59, 58, 123456)
for s in ["%A %a %B %b %d %j %U %W %w %y %Y", "%H:%M:%S.%f %p %I", "%c|%x|%X|%%|%Z|%z", "%G-W%V-%u", "%e %D %T %R %h %n %t %C %s"[:20], "%-d %-m"]:
    print(d.strftime(s))
print(f"{d:%Y/%m}", f"{d.date():%d}", format(d, ""), d.timetuple()[:6], d.isocalendar(), d.toordinal(), d.ctime(), d.timestamp() > 0, d.replace(microsecond=0), d.isoformat(" ", "minutes"), d.isoformat(timespec="milliseconds"))
td = timedelta(days=-1, hours=5, milliseconds=1500)
print(td, repr(td), abs(td), -td, td * 2, td / 2, td // timedelta(hours=1), td % timedelta(hours=1), divmod(td, timedelta(hours=7)), td.total_seconds(), td.days, td.seconds, td.microseconds, bool(timedelta()), td / timedelta(minutes=1), timedelta(weeks=1) * 1.5, sum([td, td], timedelta()), timedelta.max, timedelta.resolution, str(timedelta(microseconds=1)))
for f in ["2024-02-30", "2024-1-1", "20240101", "2024-W05-3", "abc", "2024-01-01T10", "2024-01-01T10:20:30.5", "2024-01-01T10:20:30+05:30", "2024-01-01 10:20Z"]:
    for c in (date, datetime):
        try: print(repr(c.fromisoformat(f)))
        except ValueError as e: print(e)
for t, f in [("31/12/99", "%d/%m/%y"), ("Mar 5 2024", "%b %d %Y"), ("12:30 PM", "%I:%M %p"), ("2024-060", "%Y-%j"), ("10+0530", "%H%z"), ("x", "%Y"), ("2024 1", "%Y"), ("Monday 2024-05-06", "%A %Y-%m-%d"), ("5", "%q"), ("2024-13", "%Y-%m"), ("1.5", "%S.%f"), ("2024 10 1", "%Y %W %w")]:
    try: print(repr(datetime.strptime(t, f)))
    except ValueError as e: print(e)
tz = timezone(timedelta(hours=-5, minutes=-30), "EST"); a = datetime(2024, 3, 10, 12, tzinfo=tz)
print(a, repr(a), a.utcoffset(), a.tzname(), a.astimezone(timezone.utc), a.dst(), timezone(timedelta(hours=3)), repr(timezone.utc), tz, a == a.astimezone(timezone.utc), a.timetz(), a.utctimetuple()[:4], a.strftime("%z %Z"))
for bad in (lambda: a < datetime(2024, 1, 1), lambda: a - datetime(2024, 1, 1), lambda: d + 1, lambda: d + d, lambda: date(2024, 1, 1) < d, lambda: timezone(timedelta(hours=24)), lambda: d.replace(month=13), lambda: date.max + timedelta(1), lambda: timedelta(10**10), lambda: time(1) + timedelta(1), lambda: date.today() is None, lambda: a == datetime(2024, 1, 1), lambda: date(2024, 1, 1) == datetime(2024, 1, 1), lambda: timedelta(1) / 0, lambda: timedelta(1) < 3):
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
import datetime as dtm
t = dtm.time(9, 5, 3, 7); print(t, repr(t), t.isoformat("seconds"), t.replace(hour=1), t < dtm.time(10), t.strftime("%H.%M"), dtm.time.fromisoformat("04:23:01"), dtm.time.min, dtm.time.max, bool(dtm.time()), dtm.time(1, tzinfo=timezone.utc))
print(date(2024, 5, 6).weekday(), date.fromordinal(738000), date.fromtimestamp(0).year, date.fromisocalendar(2024, 1, 1), date(2024, 1, 1) - timedelta(1), date.min, date.max, date(2024, 1, 1).isoformat(), datetime.combine(date(2024, 1, 1), dtm.time(3)), datetime.fromtimestamp(1e9, timezone.utc), datetime.utcfromtimestamp(0), datetime.min, date(2024, 5, 6).ctime(), hash(date(2024, 1, 1)) == hash(date(2024, 1, 1)), {date(2024, 1, 1): 1})
print(calendar.monthrange(2024, 2), calendar.isleap(2100), calendar.day_name[0], calendar.month_abbr[3], calendar.month(2024, 2), calendar.weekday(2024, 1, 1), calendar.monthcalendar(2024, 2)[0], calendar.timegm((1970, 1, 2, 0, 0, 0)), calendar.leapdays(2000, 2024))
class MyD(date):
    def next(self): return self + timedelta(1)
print(repr(MyD(2024, 1, 1).next()), type(MyD(2024, 1, 1) + timedelta(1)).__name__, MyD.fromisoformat("2024-01-01"), MyD(2024, 1, 1).replace(day=2))
print(max(date(2024, 1, 1), date(2023, 1, 1)), sorted([timedelta(2), timedelta(1)]), d.time(), d.date(), datetime(2024, 1, 1) in [datetime(2024, 1, 1)], d.fold, d.min, (d - timedelta(days=400)).strftime("%B"))
