# expect: TypeError
# note: a state of nested pairs must not be followed by recursion
import copy
state = None
for i in range(300000):
    state = (state, None)
class A:
    def __getstate__(self):
        return state
copy.copy(A())
