# expect: ok|limit:time
# note: as time_find_periodic, for bytes
needle = b'ab' * 250000 + b'cd' + b'ab' * 250000
text = b'ab' * 1500000
print(text.find(needle), text.rfind(needle), text.count(needle), needle in text, needle in bytearray(text), len(text.split(needle)))
