def show(*tests):
    for test in tests:
        try:
            print(test())
        except Exception as e:
            print("!", type(e).__name__, e)


from datetime import *
import datetime as dt
class Eastern(tzinfo):
    def utcoffset(self, when):
        return timedelta(hours=-5) + self.dst(when)
    def dst(self, when):
        if when is None:
            return timedelta(0)
        return timedelta(hours=1) if 3 < when.month < 11 else timedelta(0)
    def tzname(self, when):
        return "EDT" if self.dst(when) else "EST"
    def __repr__(self):
        return "Eastern()"
E = Eastern()
a = datetime(2024, 7, 1, 12, tzinfo=E)
b = datetime(2024, 1, 1, 12, tzinfo=E)
u = datetime(2024, 7, 1, 16, tzinfo=timezone.utc)
show(
    lambda: (a, b, a.tzname(), b.tzname(), a.utcoffset(), a.dst(), repr(a)),
    lambda: (a == u, a - u, a > b, hash(a) == hash(u), a.astimezone(timezone.utc), u.astimezone(E)),
    lambda: (a.timestamp(), a.utctimetuple()[:6], a.timetuple().tm_isdst, b.timetuple().tm_isdst),
    lambda: a - b,
    lambda: a.astimezone(timezone(timedelta(hours=9), "JST")).isoformat(),
    lambda: f"{a:%H:%M %Z %z}",
    lambda: time(12, tzinfo=E).isoformat(),
    lambda: time(12, tzinfo=timezone.utc).tzname(),
    lambda: (a.timetz(), a.time(), a.date()),
    lambda: tzinfo().utcoffset(None),
    lambda: tzinfo().tzname(None),
    lambda: datetime(2024, 1, 1, tzinfo=tzinfo()).utcoffset(),
    lambda: datetime(2024, 1, 1, tzinfo="UTC"),
    lambda: datetime(2024, 1, 1) < u,
    lambda: datetime(2024, 1, 1) == u,
    lambda: u - datetime(2024, 1, 1),
    lambda: timezone(timedelta(hours=24)),
    lambda: timezone(5),
    lambda: timezone(timedelta(hours=1), 5),
    lambda: (timezone.utc, repr(timezone.utc), str(timezone(timedelta(0))), repr(timezone(timedelta(hours=2))), str(timezone(timedelta(hours=-3, minutes=-30))), repr(timezone(timedelta(1, -1), "A"))),
    lambda: timezone(timedelta(hours=1)) == timezone(timedelta(minutes=60), "X"),
    lambda: (timezone.min, timezone.max),
    lambda: timezone.utc.fromutc(u),
    lambda: timezone.utc.utcoffset(None),
    lambda: timezone(timedelta(seconds=3661)).tzname(None),
    lambda: timezone(timedelta(microseconds=1)),
    lambda: UTC if "UTC" in dir(dt) else None,
    lambda: dt.UTC is timezone.utc,
    lambda: datetime(2024, 11, 3, 1, 30, fold=1),
    lambda: (datetime(2024, 11, 3, 1, 30, fold=1).fold, datetime(2024, 11, 3, 1, 30, fold=1) == datetime(2024, 11, 3, 1, 30)),
    lambda: datetime(2024, 11, 3, fold=2),
    lambda: datetime(2024, 1, 1).replace(fold=1),
    lambda: time(1, fold=1),
    lambda: u.replace(tzinfo=None),
    lambda: u.replace(year=2023, month=2, day=28, hour=1, minute=2, second=3, microsecond=4),
    lambda: u.replace(day=32),
    lambda: u.replace(month=13),
    lambda: datetime.fromtimestamp(0, timezone.utc),
    lambda: datetime.fromtimestamp(1.5, tz=timezone(timedelta(hours=1))),
    lambda: datetime.fromtimestamp(-1.25, timezone.utc),
    lambda: datetime.utcfromtimestamp(86400),
    lambda: datetime.combine(date(2024, 1, 2), time(3, 4), tzinfo=timezone.utc),
    lambda: datetime.combine(date(2024, 1, 2), time(3, 4, tzinfo=E)),
    lambda: (u.isoformat(), u.isoformat(" "), u.isoformat(timespec="minutes"), u.isoformat("T", "milliseconds"), u.isoformat(sep="_", timespec="hours")),
    lambda: u.isoformat(timespec="days"),
    lambda: time(1, 2, 3, 4).isoformat("auto") + time(1, 2).isoformat(timespec="microseconds"),
    lambda: [datetime.fromisoformat(s) for s in ("2024-01-02", "2024-01-02T03", "2024-01-02 03:04", "20240102T030405", "2024-01-02T03:04:05.1", "2024-01-02T03:04:05,123456789", "2024-W05", "2024-W05-3", "2024W053", "2024-01-02T03:04:05Z", "2024-01-02T03:04:05+05:30", "2024-01-02T03:04:05-0530", "2024-01-02T030405.5+00:00:01")],
    lambda: datetime.fromisoformat("2024-1-2"),
    lambda: datetime.fromisoformat("2024-01-02T25:00"),
    lambda: datetime.fromisoformat("nope"),
    lambda: datetime.fromisoformat(""),
    lambda: datetime.fromisoformat(5),
    lambda: date.fromisoformat("20240102"),
    lambda: date.fromisoformat("2024-W01-1"),
    lambda: date.fromisoformat("2024-01-02T03"),
    lambda: time.fromisoformat("T03:04"),
    lambda: [time.fromisoformat(s) for s in ("03", "0304", "03:04:05", "03:04:05.123", "03:04+01:00", "03:04Z")],
    lambda: time.fromisoformat("3:4"),
    lambda: time.fromisoformat("24:00"),
)
class Fixed(tzinfo):
    def __init__(self, minutes=0):
        self.m = minutes
    def utcoffset(self, when):
        return timedelta(minutes=self.m)
    def dst(self, when):
        return None
    def tzname(self, when):
        return f"F{self.m}"
show(
    lambda: datetime(2024, 1, 1, tzinfo=Fixed(90)).astimezone(timezone.utc),
    lambda: u.astimezone(Fixed(90)),
    lambda: datetime(2024, 1, 1, 1, tzinfo=Fixed(60)) == datetime(2024, 1, 1, tzinfo=Fixed()),
    lambda: sorted([datetime(2024, 1, 1, 5, tzinfo=Fixed(300)), datetime(2024, 1, 1, 1, tzinfo=Fixed(0))])[0].tzname(),
    lambda: isinstance(Fixed(), tzinfo),
    lambda: isinstance(timezone.utc, tzinfo),
)
class Bad(tzinfo):
    def utcoffset(self, when):
        return 5
show(lambda: datetime(2024, 1, 1, tzinfo=Bad()).isoformat(), lambda: datetime(2024, 1, 1, tzinfo=Bad()).tzname())
