# expect: ok|limit:time
# note: a periodic needle in a periodic text makes simple searches quadratic
needle = 'ab' * 250000 + 'cd' + 'ab' * 250000
text = 'ab' * 1500000
print(text.find(needle), text.rfind(needle), text.count(needle), needle in text, len(text.replace(needle, '')))
print(len(text.split(needle)), len(text.rsplit(needle)), len(text.partition(needle)), len(text.rpartition(needle)))
