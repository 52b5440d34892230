# expect: ok|limit:time
# note: random bits are put together in linear time
import random
print(len(random.randbytes(3000000)))
