import re
try:
    re.compile("a(b")
except re.error as e:
    print(e, "|", e.msg, e.pos, e.pattern, e.lineno, e.colno)
try:
    re.compile("a\n(b")
except re.error as e:
    print(e, "|", e.msg, e.pos, e.pattern, e.lineno, e.colno)
m = re.search(r"(?P<k>\w+)=(?P<v>\w+)", "x key=val y")
print(m, m.group("k", "v"), m.start("v"), m.span("k"), m.re.pattern, dict(m.re.groupindex))
import copy
print(copy.copy(m) is m)
tok = re.compile(r"(?P<NUM>\d+)|(?P<OP>[+*-])|(?P<WS>\s+)")
print([(m.lastgroup, m.group()) for m in tok.finditer("12 + 3*4")])
match m:
    case re.Match(): print("match")
