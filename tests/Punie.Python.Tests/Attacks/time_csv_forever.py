# expect: limit:time
# note: a field that never ends
import csv
import itertools
for row in csv.reader(itertools.repeat('"a')):
    pass
