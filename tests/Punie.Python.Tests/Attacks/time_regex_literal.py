# expect: ok|limit:time
# note: a long text at the start of an expression, and a subject made for it
import re
print(re.search('ab' * 100000 + 'cd' + 'ab' * 100000, 'ab' * 1500000))
