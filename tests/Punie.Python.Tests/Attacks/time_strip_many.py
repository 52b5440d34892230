# expect: ok|limit:time
# note: every character looked up in a long set
print(len(('a' * 2000000).strip('b' * 2000000 + 'a')), len((b'b' * 2000000).translate(None, b'a' * 2000000)))
