"""Runs programs in CPython. Reads one JSON request a line and answers each with one JSON line."""
import contextlib
import io
import json
import sys
import time

TEMPERATURES = {"Oslo": 4.5, "Rome": 21.25}
HOST = {
    "list_users": lambda: [
        {"name": "ann", "city": "Oslo", "active": True},
        {"name": "bob", "city": "Cairo", "active": False},
        {"name": "cid", "city": "Rome", "active": True},
    ],
    "get_weather": lambda city: {"city": city, "temp": TEMPERATURES[city]},
    "save_report": lambda text, average: len(text),
    "echo": lambda value: value,
}


def once(source):
    exec(compile(source, "program.py", "exec"), dict(HOST))


for line in sys.stdin:
    request = json.loads(line)
    source, times = request["source"], request["times"]
    output = io.StringIO()
    with contextlib.redirect_stdout(output):
        start = time.perf_counter()
        for _ in range(times):
            once(source)
        seconds = time.perf_counter() - start
    print(json.dumps({"seconds": seconds, "output": output.getvalue()}), flush=True)
