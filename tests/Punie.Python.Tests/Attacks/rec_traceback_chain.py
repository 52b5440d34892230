# expect: ok|limit:time
# note: a long chain of causes shown by the program itself
import traceback
error = ValueError(0)
for i in range(20000):
    outer = ValueError(i)
    outer.__cause__ = error
    error = outer
try:
    traceback.format_exception(error)
except RecursionError:
    print('RecursionError')
