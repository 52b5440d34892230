from datetime import *
d = datetime(2024, 2, 29, 13, 5, 9, 123456)
print(d.timetuple()[:6], d.toordinal(), d.isocalendar(), d.isocalendar().week, d.ctime(), d.time(), d.timetz(), d.date(), d.replace(year=2023, day=1), datetime.combine(date(2024, 1, 1), time(2, 3)), datetime.min, datetime.max, date.max, time.min, timedelta.max, datetime.resolution)
for f in "%a %A %w %d %b %B %m %y %Y %H %I %p %M %S %f %j %U %W %c %x %X %% %G %u %V %D %F %T %e %R %s".split()[:-1]:
    print(f, d.strftime(f), end="; ")
print()
for s, f in [("2024-02-29 13:05", "%Y-%m-%d %H:%M"), ("29 Feb 2024", "%d %b %Y"), ("02/29/24 01:05 PM", "%m/%d/%y %I:%M %p"), ("20240229T130509.5", "%Y%m%dT%H%M%S.%f"), ("2024-060", "%Y-%j"), ("Thu Feb 29 2024", "%a %b %d %Y"), ("2024-02-29T13:05:09+0530", "%Y-%m-%dT%H:%M:%S%z"), ("2024-02-29 UTC", "%Y-%m-%d %Z")]:
    print(datetime.strptime(s, f), end="; ")
print()
for f in (lambda: datetime.strptime("x", "%Y"), lambda: datetime.strptime("2024-13-01", "%Y-%m-%d"), lambda: datetime.strptime("2024 x", "%Y"), lambda: date(2024, 2, 30), lambda: datetime(2024, 13, 1), lambda: time(25), lambda: date.fromisoformat("2024-1-1"), lambda: datetime(2024, 1, 1) - datetime(2024, 1, 1, tzinfo=timezone.utc), lambda: datetime(2024, 1, 1) < datetime(2024, 1, 1, tzinfo=timezone.utc), lambda: date(2024, 1, 1) + 1, lambda: date(1, 1, 1) - timedelta(1), lambda: timezone(timedelta(hours=25)), lambda: datetime.fromisoformat("nope"), lambda: 1 / 0):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
t = timedelta(days=1, hours=2, minutes=3, seconds=4, microseconds=5)
print(t, repr(t), t.days, t.seconds, t.microseconds, t.total_seconds(), -t, abs(-t), t * 2, t / 2, t // timedelta(hours=1), t % timedelta(hours=1), divmod(t, timedelta(hours=5)), t > timedelta(1), t + timedelta(1), t - timedelta(2), timedelta(weeks=1), timedelta(milliseconds=1500), bool(timedelta()), t / timedelta(days=1), sum([t, t], timedelta()), timedelta(seconds=-1), t * 1.5, round(t / timedelta(hours=1), 2), hash(t) == hash(timedelta(1, 7384, 5)), timedelta(1) == timedelta(hours=24), max(t, timedelta(2)))
print(date(2024, 3, 31) - timedelta(days=31), date(2024, 1, 1).strftime("%A"), date.today() > date(2020, 1, 1), date.fromordinal(738000), date.fromtimestamp(0), date(2024, 5, 6).isocalendar()[1], date.fromisocalendar(2024, 1, 1), date(2024, 1, 5).replace(month=3), repr(date(2024, 1, 5)), date(2024, 1, 1) in {date(2024, 1, 1)}, min(date(2024, 1, 2), date(2024, 1, 1)), f"{date(2024, 1, 2)}", f"{d:%d.%m.%y}", str(date(5, 1, 1)), format(d, ""), "{:%H}".format(d))
u = datetime(2024, 1, 1, 12, tzinfo=timezone.utc); e = timezone(timedelta(hours=-5), "EST")
print(u.astimezone(e), repr(e), u.astimezone(e).tzname(), e.utcoffset(None), timezone.utc, timezone(timedelta(hours=5, minutes=30)), u == u.astimezone(e), u.timestamp(), datetime.fromtimestamp(1.5, timezone.utc), u.isoformat(timespec="minutes"), d.isoformat(" ", "milliseconds"), d.isoformat(sep="_"), u.utctimetuple()[:4] if hasattr(u, "utctimetuple") else 0, datetime.fromisoformat("2024-01-01T12:00:00+02:00"), datetime.fromisoformat("2024-01-01T12:00:00Z"), datetime.fromisoformat("20240101T1200"), datetime.fromisoformat("2024-01-01"), time.fromisoformat("12:30:15.5"), time(1, 2, 3), repr(time(1, 2)), time(1, 2, tzinfo=timezone.utc), time(1) < time(2), time(14, 5).strftime("%I:%M %p"), time(1, 2).replace(hour=5), time(5).isoformat(), u.tzinfo, repr(u), d.weekday(), u.replace(tzinfo=None), datetime.now(timezone.utc).tzinfo, isinstance(d, date), datetime.utcfromtimestamp(0))
class D2(date):
    def nice(self): return self.strftime("%d!")
x = D2(2024, 1, 2); print(x.nice(), x + timedelta(1), type(x).__name__, D2.fromisoformat("2024-02-03").nice())
print(sorted([date(2024, 2, 1), date(2023, 1, 1)]), [(date(2024, 1, 1) + timedelta(days=i)).strftime("%a") for i in range(3)], (date(2024, 12, 25) - date(2024, 1, 1)).days, {date(2024, 1, 1): 1})
