# expect: ok
# note: helpers of modules are not for programs, and odd values end in errors of Python
import html, struct, sys, traceback, unicodedata, zlib
for module, name in ((struct, 'from_bits'), (struct, 'to_bits'), (html, 'entity'), (sys, 'handled'), (traceback, 'text'), (traceback, 'frames')):
    print(hasattr(module, name))
class Odd:
    def __len__(self):
        return 8
    def __getitem__(self, key):
        return b'\xff' * 100
print(struct.unpack('<d', Odd()))
for form in ('NFC', 'NFD', 'NFKC', 'NFKD'):
    print([len(unicodedata.normalize(form, text)) for text in ('\ufffe', '\uffff', '\ud800a', 'e\u0301\ufffee\u0301', '\U0010ffff')])
for data in (b'', b'\x78\xbb' + b'0' * 50, zlib.compress(b'hello')[:-1] + b'x', zlib.compress(b'hello')[:5] + b'\xff' * 20):
    try:
        print(zlib.decompress(data))
    except zlib.error as e:
        print('error')
