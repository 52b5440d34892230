"""Times CPython, Monty and the sandbox on the same programs in turn, and prints medians and ratios."""
import json
import math
import os
import platform
import statistics
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).parent
ORDER = ("fib25 loop1e7_func loop1e6_global nested1e6 while1e6 floatmath sieve dictheavy strbuild sort1e5 comp snippet10").split()
SAMPLE_SECONDS = 0.02
WARM_UP_SECONDS = 1.0
CALLS = 100_000
LOOP = f"def f():\n    for i in range({CALLS}):\n        {{}}\nf()\n"


class Engine:
    """A process that runs programs when asked to."""

    def __init__(self, name, *command):
        self.name = name
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=HERE)

    def run(self, source, times=1):
        self.process.stdin.write(json.dumps({"source": source, "times": times}) + "\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        if not line:
            raise SystemExit(f"{self.name} ended in the middle of a program")
        return json.loads(line)

    def warm_up(self, source):
        """Returns how many runs make a sample."""
        end = time.monotonic() + WARM_UP_SECONDS
        times, seconds = 1, self.run(source)["seconds"]
        while time.monotonic() < end:
            seconds = self.run(source, times)["seconds"] / times
            times = max(1, min(times * 10, round(SAMPLE_SECONDS / seconds)))
        return max(1, round(SAMPLE_SECONDS / seconds))


def in_turn(engines, source, rounds):
    """Milliseconds of each round by engine."""
    check_output(engines, source)
    times = {e.name: e.warm_up(source) for e in engines}
    samples = {e.name: [] for e in engines}
    for round_number in range(rounds):
        # Another one begins in each round, so that nobody always runs behind the same neighbour.
        for engine in engines[round_number % len(engines):] + engines[:round_number % len(engines)]:
            count = times[engine.name]
            samples[engine.name].append(engine.run(source, count)["seconds"] / count * 1000)
    return samples


def check_output(engines, source):
    outputs = {e.name: e.run(source + "\nprint(r)")["output"] for e in engines if "\nr = " in source}
    if len(set(outputs.values())) > 1:
        raise SystemExit(f"the engines do not agree: {outputs}")


def show_programs(engines, rounds):
    head = "".join(f"{e.name:>13}" for e in engines)
    print(f"{'median ms':<15}{head}{'CPython/ours':>13}")
    medians, fastest = {}, {}
    for program in ORDER:
        samples = in_turn(engines, (HERE / "programs" / f"{program}.py").read_text(), rounds)
        medians[program] = {name: statistics.median(values) for name, values in samples.items()}
        fastest[program] = {name: min(values) for name, values in samples.items()}
        row = medians[program]
        cells = "".join(f"{row[e.name]:>13.{3 if row[e.name] < 1 else 1}f}" for e in engines)
        print(f"{program:<15}{cells}{row['CPython'] / row['ours']:>12.2f}x", flush=True)
    for what, table in (("medians", medians), ("fastest rounds", fastest)):
        print(f"\nGeometric means of the {what}, ours = 1:")
        for engine in engines[:-1]:
            ratios = {p: row[engine.name] / row["ours"] for p, row in table.items()}
            worst = min(ratios, key=ratios.get)
            print(f"  {engine.name:<14}{mean(ratios.values()):>6.2f}x   least {ratios[worst]:.2f}x ({worst})")


def mean(ratios):
    logs = [math.log(r) for r in ratios]
    return math.exp(sum(logs) / len(logs))


def show_host_call(engines, rounds):
    print(f"\nOne host call, from {CALLS:,} in a loop, the loop taken off:")
    without = in_turn(engines, LOOP.format("i"), rounds)
    calls = in_turn(engines, LOOP.format("echo(i)"), rounds)
    for engine in engines:
        cost = [(a - b) / CALLS * 1000 for a, b in zip(calls[engine.name], without[engine.name])]
        print(f"  {engine.name:<14}{statistics.median(cost):>7.3f} us   fastest {min(cost):.3f}")


def show_first_run(program, source, rounds):
    """The process is started by this script: no shell, no launcher."""
    commands = {"empty process": [program, "nothing"], "print(1)": [program, "sandbox-first", "print(1)"], "snippet10": [program, "sandbox-first", source]}
    samples = {name: [] for name in commands}
    for _ in range(max(rounds, 20) + 2):
        for name, command in commands.items():
            start = time.perf_counter()
            subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
            samples[name].append((time.perf_counter() - start) * 1000)
    print("\nFirst run in a new process (ReadyToRun), two runs before the first counted:")
    for name, values in samples.items():
        extra = "" if name == "empty process" else f"   over an empty one {over(values[2:], samples['empty process'][2:])}"
        print(f"  {name:<14}{statistics.median(values[2:]):>7.1f} ms   fastest {min(values[2:]):.1f}{extra}")


def over(values, empty):
    return f"{statistics.median(values) - statistics.median(empty):.1f}, fastest {min(values) - min(empty):.1f}"


def main():
    program, rounds = os.path.abspath(sys.argv[1]), int(sys.argv[2])
    engines = [
        Engine("CPython", sys.executable, "cpython_worker.py"),
        Engine("Monty", "node", "monty_worker.mjs"),
        Engine("Monty limits", "node", "monty_worker.mjs", "limits"),
        Engine("ours", program, "sandbox-speed"),
    ]
    model = next((l.split(":")[1].strip() for l in open("/proc/cpuinfo") if l.startswith("model name")), platform.machine())
    monty = json.loads((HERE / "node_modules/@pydantic/monty/package.json").read_text())["version"]
    print(f"{model}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}; {rounds} rounds in turn")
    print(f"CPython {platform.python_version()}, Monty {monty}; ours always with limits; source text to result\n")
    show_programs(engines, rounds)
    show_host_call(engines, rounds)
    show_first_run(program, (HERE / "programs" / "snippet10.py").read_text(), rounds)


main()
