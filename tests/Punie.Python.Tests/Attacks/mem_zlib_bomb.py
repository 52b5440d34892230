# expect: limit:memory
# note: few bytes that unpack to many
import zlib
packed = zlib.compress(b'\0' * 4000000)
kept = [zlib.decompress(packed) for i in range(100)]
