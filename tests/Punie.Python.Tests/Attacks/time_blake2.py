# expect: limit:time
# note: a slow hash of much data
import hashlib
data = b'x' * 10000000
while True:
    hashlib.blake2b(data).digest()
