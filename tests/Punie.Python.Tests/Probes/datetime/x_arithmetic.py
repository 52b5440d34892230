def show(*tests):
    for test in tests:
        try:
            print(test())
        except Exception as e:
            print("!", type(e).__name__, e)


from datetime import *
T = timedelta
d = datetime(2024, 2, 29, 12, 30)
show(
    lambda: [T(days=1, hours=2), T(weeks=1, minutes=-5), T(milliseconds=1500), T(microseconds=-1), T(0), T(1.5), T(hours=0.1), T(days=-1, seconds=86399), T(seconds=1e-6), T(seconds=0.0000005), T(seconds=1.0000015)],
    lambda: [str(x) for x in (T(1), T(-1), T(2, 3, 4), T(hours=25), T(seconds=-1), T(days=100000), T(microseconds=10), T(days=-2, hours=5))],
    lambda: (T(hours=1) / T(minutes=7), T(hours=1) // T(minutes=7), T(hours=1) % T(minutes=7), divmod(T(hours=1), T(minutes=7)), T(hours=1) / 7, T(hours=1) // 7, T(hours=1) * 1.5, 2 * T(1), T(1) / 2.5),
    lambda: (-T(1, 2), +T(1), abs(T(-1, 5)), bool(T(0)), bool(T(microseconds=1)), T(1) == T(hours=24), T(1) < T(2), hash(T(1)) == hash(T(hours=24)), T(1) != 5),
    lambda: (T(days=1.7).seconds, T(-0.5).days, T(-0.5).total_seconds(), T(microseconds=123456789).total_seconds(), T.max, T.min, T.resolution),
    lambda: T(1) + 1,
    lambda: T(1) < 1,
    lambda: T(1) / 0,
    lambda: T(1) // T(0),
    lambda: T(1) % T(0),
    lambda: T(days=1e10),
    lambda: T("1"),
    lambda: T.max + T(1),
    lambda: sum([T(1), T(2)], T()),
    lambda: sum([T(1), T(2)]),
    lambda: f"{T(1, 5)}|{T(1)!s:>20}|{T(1)!r}",
    lambda: f"{T(1):>10}",
    lambda: d + T(365), 
    lambda: d - T(366),
    lambda: d - datetime(2024, 1, 1),
    lambda: d - date(2024, 1, 1),
    lambda: d.date() - date(2023, 2, 28),
    lambda: date(2024, 1, 31) + T(hours=36),
    lambda: date(1, 1, 1) - T(1),
    lambda: datetime.max + T(1),
    lambda: date.max, 
    lambda: (datetime.min, datetime.max, datetime.resolution, time.min, time.max, date.min, date.resolution),
    lambda: d + 5,
    lambda: d < 5,
    lambda: d == date(2024, 2, 29),
    lambda: date(2024, 2, 29) == d,
    lambda: date(2024, 1, 1) < date(2024, 1, 2) <= date(2024, 1, 2),
    lambda: date(2024, 1, 1) + date(2024, 1, 1),
    lambda: d.replace(year=2023),
    lambda: (d.weekday(), d.isoweekday(), d.isocalendar(), d.isocalendar().week, tuple(d.isocalendar()), d.toordinal(), date.fromordinal(738000), date.fromisocalendar(2024, 9, 4), d.ctime(), date(2024, 3, 4).ctime()),
    lambda: date.fromisocalendar(2024, 54, 1),
    lambda: date.fromisocalendar(2024, 1, 8),
    lambda: date.fromordinal(0),
    lambda: d.timetuple(),
    lambda: date(2024, 3, 1).timetuple().tm_yday,
    lambda: date(2024, 13, 1),
    lambda: date(2024, 2, 30),
    lambda: date(0, 1, 1),
    lambda: date(10000, 1, 1),
    lambda: datetime(2024, 1, 1, 24),
    lambda: datetime(2024, 1, 1, 0, 60),
    lambda: datetime(2024, 1, 1, 0, 0, 60),
    lambda: datetime(2024, 1, 1, 0, 0, 0, 1000000),
    lambda: time(25),
    lambda: date("2024", 1, 1),
    lambda: date(2024, 1, 1.0),
    lambda: date(2024, 1, 1).year2,
    lambda: (repr(date(2024, 1, 1)), repr(time(1, 2)), repr(time(1, 2, 3, 4)), repr(d), repr(datetime(2024, 1, 1, 0, 0, 0, 5)), str(time(1)), str(time(1, 2, 3, 400))),
    lambda: {date(2024, 1, 1): "x"}[date(2024, 1, 1)],
    lambda: min(date(2024, 1, 2), date(2024, 1, 1)),
    lambda: [date(2024, 1, 28) + T(days=7 * i) for i in range(3)],
    lambda: (time(1, 2) < time(1, 3), time(1) == time(1, 0, 0), bool(time(0)), time(5).replace(minute=3, second=2), hash(time(1)) == hash(time(1, 0))),
    lambda: time(1) - time(0),
    lambda: time(1) < 5,
    lambda: isinstance(d, date),
    lambda: issubclass(datetime, date),
    lambda: type(d + T(1)).__name__,
    lambda: d.timestamp() if False else datetime(2024, 1, 1, tzinfo=timezone.utc).timestamp(),
)
class Day(date):
    def next(self):
        return self + T(1)
    def __str__(self):
        return f"<{self.year}>"
class Stamp(datetime):
    extra = 1
show(
    lambda: (Day(2024, 1, 1), repr(Day(2024, 1, 1)), type(Day(2024, 1, 1).next()).__name__, Day.today() >= Day(2020, 1, 1), type(Day.fromisoformat("2024-01-02")).__name__, Day(2024, 1, 1) == date(2024, 1, 1), f"{Day(2024, 1, 1)}"),
    lambda: (Stamp(2024, 1, 1), type(Stamp(2024, 1, 1) + T(1)).__name__, type(Stamp.strptime("2024", "%Y")).__name__, Stamp(2024, 1, 1).replace(day=2), type(Stamp(2024, 1, 1).replace(day=2)).__name__, Stamp(2024, 1, 1).extra),
)
