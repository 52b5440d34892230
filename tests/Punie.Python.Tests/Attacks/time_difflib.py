# expect: limit:time
# note: comparing is quadratic and counted
import difflib
a = ['line %d' % (i % 7) for i in range(100000)]
b = ['line %d' % (i % 5) for i in range(100000)]
print(difflib.SequenceMatcher(None, a, b, autojunk=False).ratio())
