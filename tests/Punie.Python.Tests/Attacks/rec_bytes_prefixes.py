# expect: TypeError
# note: bytes.startswith must not follow nested tuples
prefixes = (b'x',)
for i in range(300000):
    prefixes = (prefixes,)
b'abc'.startswith(prefixes)
