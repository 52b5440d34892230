# expect: limit:time
# note: rounds of a slow hash, in native code
import hashlib
hashlib.pbkdf2_hmac('sha512', b'', b'', 20000000)
