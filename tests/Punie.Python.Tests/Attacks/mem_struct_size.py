# expect: limit:memory
# note: a size in a layout
import struct
struct.pack('900000000x')
