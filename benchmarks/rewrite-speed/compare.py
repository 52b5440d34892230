"""Runs Punie and ast-grep in turn over one tree; prints median times of whole processes and of Punie's warm passes.

usage: compare.py WORK ROUNDS AST_GREP
"""
import filecmp
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import time

work, rounds, ast_grep = sys.argv[1], int(sys.argv[2]), os.path.realpath(sys.argv[3])
punie, tree = os.path.join(work, "bin", "Punie.Benchmarks"), os.path.join(work, "tree")
PATTERNS = ["print($X)", "$X == None", "for $A, $B in $C.items(): $$$"]
REWRITE = ("$X == None", "$X is None")


def timed(command):
    start = time.perf_counter()
    output = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    return time.perf_counter() - start, output


def search(pattern, times):
    peer = pattern.replace(": $$$", ": $$$BODY")
    for _ in range(rounds):
        seconds, output = timed([punie, "find", pattern, tree, "1"])
        found = json.loads(output)["found"]
        times.setdefault("punie, whole process", []).append(seconds)
        seconds, output = timed([ast_grep, "run", "-p", peer, "-l", "python", "--json=stream", tree])
        times.setdefault("ast-grep, whole process", []).append(seconds)
        peer_found = output.count("\n")
        _, output = timed([punie, "find", pattern, tree, "10"])
        times.setdefault("punie, warm", []).append(json.loads(output)["seconds"])
    return found, peer_found


def rewrite(times):
    for _ in range(rounds):
        trees = [os.path.join(work, name) for name in ("ours", "theirs")]
        for copy in trees:
            shutil.rmtree(copy, ignore_errors=True)
            shutil.copytree(tree, copy)
        seconds, output = timed([punie, "rewrite", *REWRITE, trees[0]])
        times.setdefault("punie, whole process", []).append(seconds)
        times.setdefault("punie, work alone", []).append(json.loads(output)["seconds"])
        seconds, _ = timed([ast_grep, "run", "-p", REWRITE[0], "-r", REWRITE[1], "-l", "python", "-U", trees[1]])
        times.setdefault("ast-grep, whole process", []).append(seconds)
    return json.loads(output)["found"], differing(*trees)


def differing(one, other):
    names = [os.path.relpath(os.path.join(d, f), one) for d, _, files in os.walk(one) for f in files]
    return len(filecmp.cmpfiles(one, other, names, shallow=False)[1])


def report(title, times):
    print(title)
    peer = times["ast-grep, whole process"]
    for name, seconds in times.items():
        ratio = statistics.median(p / s for p, s in zip(peer, seconds))
        print(f"  {name:26}{1000 * statistics.median(seconds):7.0f} ms  ({1000 * min(seconds):.0f} to {1000 * max(seconds):.0f})  ast-grep / it: {ratio:.2f}")


size = sum(os.path.getsize(os.path.join(d, f)) for d, _, files in os.walk(tree) for f in files) / 1e6
cpu = next((line.split(":")[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")), platform.machine())
version = subprocess.run([ast_grep, "--version"], capture_output=True, text=True, check=True).stdout.strip()
print(f"1,000 files, {size:.1f} MB; {version}; {os.cpu_count()} cores of {cpu}; {rounds} rounds")
for pattern in PATTERNS:
    measured = {}
    ours, theirs = search(pattern, measured)
    report(f"search {pattern}   ({ours} places; ast-grep {theirs})", measured)
measured = {}
count, different = rewrite(measured)
report(f"rewrite {REWRITE[0]} to {REWRITE[1]}   ({count} places; files that differ afterwards: {different})", measured)
