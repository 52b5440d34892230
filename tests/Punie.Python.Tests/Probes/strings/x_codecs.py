print(b"caf\xe9".decode("latin-1"), b"caf\xc3\xa9 \xff".decode("utf-8", "replace"), b"a\xffb".decode("utf-8", "ignore"), b"a\xff".decode("utf-8", "backslashreplace"), "é☃".encode("ascii", "xmlcharrefreplace"), "é☃".encode("ascii", "backslashreplace"), "é".encode("ascii", "replace"), "é".encode("ascii", "ignore"), "é".encode("ascii", "namereplace"))
s = b"a\xff\xfe".decode("utf-8", "surrogateescape")
print(repr(s), s.encode("utf-8", "surrogateescape"), len(s))
print("é".encode("utf-16"), "é".encode("utf-16-le"), "é".encode("utf-32-be"), "é".encode("cp1252"), b"\x80".decode("cp1252"), "a".encode("utf-8-sig"), b"\xef\xbb\xbfa".decode("utf-8-sig"), "ü".encode("iso-8859-1"), str(b"abc", "ascii"), bytes("é", "utf8"), "\ud800".encode("utf-8", "surrogatepass"))
for f in (lambda: "é".encode("ascii"), lambda: b"\xff".decode(), lambda: "x".encode("nope"), lambda: b"\xc3".decode("utf-8"), lambda: "\ud800".encode(), lambda: b"\x81".decode("ascii"), lambda: "x".encode("utf-8", "bogus") , lambda: "é".encode("ascii", "bogus")):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
import codecs
print(codecs.encode("abc", "rot13"), codecs.decode(b"616263", "hex"), codecs.lookup("utf8").name, codecs.BOM_UTF8)
