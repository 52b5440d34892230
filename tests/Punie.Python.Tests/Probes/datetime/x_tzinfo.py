from datetime import *
class TZ(tzinfo):
    def utcoffset(self, dt): return timedelta(hours=5, minutes=30)
    def tzname(self, dt): return "IST"
    def dst(self, dt): return timedelta(0)
d = datetime(2024, 1, 1, 12, tzinfo=TZ())
print(d, d.isoformat(), d.utcoffset(), d.tzname(), d.dst(), d.astimezone(timezone.utc), d.strftime("%H:%M %z %Z"), d == datetime(2024, 1, 1, 6, 30, tzinfo=timezone.utc))
print(datetime(2024, 1, 1, tzinfo=timezone.utc).astimezone(TZ()), isinstance(timezone.utc, tzinfo))
