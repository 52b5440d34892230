# expect: ok
# note: code of the program that runs inside a native method changes what the method works on
import operator
class Emptying:
    def __init__(self, data):
        self.data = data
    def __index__(self):
        self.data.clear()
        return 1
    def __iter__(self):
        self.data.clear()
        yield 1
def change(f):
    data = bytearray(b'abc')
    try:
        f(data, Emptying(data))
    except (IndexError, ValueError, TypeError) as e:
        print(type(e).__name__)
    else:
        print(data)
change(lambda d, e: operator.setitem(d, 2, e))
change(lambda d, e: operator.setitem(d, slice(1, 3), e))
change(lambda d, e: d.insert(3, e))
change(lambda d, e: d.insert(e, 65))
change(lambda d, e: d.pop(e))
change(lambda d, e: d.append(e))
change(lambda d, e: d.extend(e))
change(lambda d, e: d.remove(e))
change(lambda d, e: operator.delitem(d, e))
change(lambda d, e: operator.setitem(memoryview(d), 2, e))
