import base64, hashlib, hmac, copy, operator, io, csv, textwrap, string, struct, binascii, zlib, uuid, html, urllib.parse as up, pprint, shlex, difflib, fnmatch, unicodedata
print(base64.b64encode(b"\x00\xff>?"), base64.urlsafe_b64encode(b"\x00\xff>?"), base64.b32encode(b"hi"), base64.b16encode(b"hi"), base64.b85encode(b"hello"), base64.a85encode(b"hello"), base64.b64decode("aGVsbG8="), base64.b32decode("NBUQ===="), base64.b16decode("6869"), base64.encodebytes(b"x" * 60), base64.b64decode(b"aGk", validate=False) if 0 else "")
for bad in (lambda: base64.b64decode("aGk"), lambda: base64.b64decode("a$Gk=", validate=True), lambda: base64.b64encode("x"), lambda: base64.b32decode("x"), lambda: base64.b16decode("zz"), lambda: hashlib.md5("x"), lambda: hashlib.new("nope"), lambda: struct.unpack(">I", b"a"), lambda: struct.pack("B", 300), lambda: binascii.unhexlify("abc"), lambda: bytes.fromhex("zz"), lambda: uuid.UUID("x")):
    try: print(bad())
    except Exception as e: print(type(e).__module__, type(e).__name__, e)
h = hashlib.sha256(); h.update(b"a"); h.update(b"b"); print(h.hexdigest()[:10], h.name, h.digest_size, h.block_size, h.copy().hexdigest() == hashlib.sha256(b"ab").hexdigest(), hashlib.sha1(b"").hexdigest(), hashlib.md5(b"x", usedforsecurity=False).hexdigest(), hashlib.sha512(b"").hexdigest()[:8], hashlib.sha3_256(b"").hexdigest()[:8], hashlib.blake2b(b"", digest_size=8).hexdigest(), sorted(hashlib.algorithms_guaranteed)[:3], hashlib.pbkdf2_hmac("sha256", b"p", b"s", 1).hex()[:10], hmac.new(b"k", b"m", "sha256").hexdigest()[:10], hmac.compare_digest("a", "a"))
class C:
    def __init__(self): self.a = [1]; self.me = self
    def __copy__(self): c = C.__new__(C); c.__dict__.update(self.__dict__); c.tag = "copied"; return c
    def __deepcopy__(self, memo): c = C(); memo[id(self)] = c; c.a = copy.deepcopy(self.a, memo); return c
c = C(); d = copy.copy(c); e = copy.deepcopy([c, c]); print(d.tag, d.a is c.a, e[0] is e[1], e[0].a is c.a)
r = csv.reader(io.StringIO('a,"b,c","d""e"\r\n1,,x\n"multi\nline",2,3\n')); print(list(r), r.line_num)
buf = io.StringIO(); w = csv.DictWriter(buf, fieldnames=["n", "v"], extrasaction="ignore"); w.writeheader(); w.writerow({"n": 'q"x', "v": 1.5, "z": 3}); w.writerows([{"n": "a,b"}]); print(repr(buf.getvalue()))
try: csv.DictWriter(io.StringIO(), ["a"]).writerow({"b": 1})
except ValueError as e: print(e)
print(list(csv.reader(["a;b", "c;d"], delimiter=";")), list(csv.DictReader(["x,y", "1,2,3", "4"])), list(csv.reader(["'a,b',c"], quotechar="'")), list(csv.reader(["a b"], delimiter=" ")))
buf = io.StringIO(); csv.writer(buf, quoting=csv.QUOTE_ALL).writerow([1, "a", None]); csv.writer(buf, quoting=csv.QUOTE_NONNUMERIC, delimiter="\t").writerow([1, "a"]); print(repr(buf.getvalue()))
f = io.StringIO("l1\nl2\nl3"); print(f.readline(), f.read(2), f.tell(), f.seek(0), f.readlines(), list(io.StringIO("a\nb")), f.closed)
b = io.BytesIO(b"abc"); print(b.read(1), b.getvalue(), b.read()); f.close()
try: f.read()
except ValueError as e: print(e)
print(struct.pack("<hIq", 1, 2, 3), struct.unpack("<2sB", b"ab\x05"), struct.calcsize("3i"), struct.pack(">f", 1.5), struct.pack("5s?", b"ab", True))
print(binascii.hexlify(b"ab"), zlib.crc32(b"hello"), zlib.decompress(zlib.compress(b"x" * 50)) == b"x" * 50, uuid.UUID(int=5), uuid.uuid5(uuid.NAMESPACE_DNS, "x.org"), uuid.UUID("12345678123456781234567812345678").hex, html.escape("<a href='x'>&"), html.unescape("&lt;&eacute;&#39;&amp;"))
print(up.quote("a b/c?é"), up.quote_plus("a b&c"), up.unquote("a%20b%C3%A9"), up.urlencode({"a": 1, "b": "x y"}), up.parse_qs("a=1&a=2&b="), up.urlparse("https://u:p@h.com:80/p/a;x?q=1#f"), up.urljoin("http://a/b/c", "../d"), up.urlsplit("//h/p").netloc, up.urlparse("http://x.org:81").port, up.urlunparse(("http", "h", "/p", "", "q=1", "")), up.parse_qsl("a=1&b=2"), up.unquote_plus("a+b"))
pprint.pprint({"key%d" % i: list(range(i * 3)) for i in range(6)}, width=40); pprint.pprint([["x" * 30, "y" * 30], ("z",)], width=50); print(pprint.pformat({"b": 1, "a": {"z": 1}}, sort_dicts=False), pprint.pformat("x " * 50, width=40))
print(shlex.split("a 'b c' \"d e\" f\\ g"), shlex.quote("it's"), shlex.join(["a", "b c"]), fnmatch.filter(["a.py", "b.txt"], "*.py"), fnmatch.fnmatch("x1", "x[0-9]"), unicodedata.name("é"), unicodedata.normalize("NFD", "é") == "e\u0301", unicodedata.category("A"), unicodedata.lookup("SNOWMAN"))
print("\n".join(difflib.unified_diff("a\nb\nc".split("\n"), "a\nx\nc".split("\n"), "f1", "f2", lineterm="")), difflib.get_close_matches("appel", ["ape", "apple", "peach"]), difflib.SequenceMatcher(None, "abcd", "bcde").ratio(), list(difflib.ndiff(["a"], ["b"])), difflib.SequenceMatcher(None, "ab", "ac").get_opcodes())
