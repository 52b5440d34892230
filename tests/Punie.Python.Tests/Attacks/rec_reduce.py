# expect: ok
# note: __reduce__ that copies itself is a recursion like any other
import copy
class A:
    def __reduce__(self):
        return (copy.deepcopy, (self,))
for function in (copy.copy, copy.deepcopy):
    try:
        function(A())
    except RecursionError as e:
        print('RecursionError')
