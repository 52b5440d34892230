# expect: limit:memory|limit:time
# note: a memo that the program keeps
import copy
memo = {}
while True:
    copy.deepcopy([1], memo)
