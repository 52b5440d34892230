# expect: limit:memory
# note: bytearrays that grow are counted with what they hold
kept = []
while True:
    grown = bytearray()
    grown.extend(bytes(1000000))
    kept.append(grown)
