from pathlib import PurePosixPath as P, PurePath, Path, PosixPath
files = ["src/a.py", "src/b.txt", "tests/test_a.py"]
print([str(Path(f)) for f in files if Path(f).suffix == ".py"])
by = {}
for f in files: by.setdefault(Path(f).parent, []).append(Path(f).name)
print(by)
p = Path("/home/user/docs/report.final.pdf")
print(p.name, p.stem, p.suffix, p.parent.name, p.parts[1:3], p.with_suffix(".txt"), [str(x) for x in p.parents])
