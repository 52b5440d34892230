# expect: limit:memory
# note: slices, sums and products of bytes are counted
kept = []
whole = bytes(1000000)
while True:
    kept += [whole[1:], whole + b'x', whole * 1, bytearray(whole)[:], bytearray(whole).copy()]
