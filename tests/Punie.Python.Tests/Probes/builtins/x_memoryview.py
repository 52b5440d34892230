m = memoryview(b"hello")
print(m[0], m[1:3].tobytes(), len(m), bytes(m), m.tolist(), m == b"hello", m.nbytes, m.readonly, m.format, m.itemsize)
ba = bytearray(b"abc")
v = memoryview(ba)
v[0] = 65
v[1:3] = b"YZ"
print(ba, v.obj is ba, list(v), b"Y" in bytes(v), v.hex())
with memoryview(b"x") as q: print(q[0])
try:
    memoryview(b"a")[0] = 1
except TypeError as e:
    print(e)
try:
    memoryview("a")
except TypeError as e:
    print(e)
