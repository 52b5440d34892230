# expect: ValueError|limit:memory
# note: a separator of bytes.hex that is long
print(len((b'b' * 1000000).hex('y' * 1000000)))
