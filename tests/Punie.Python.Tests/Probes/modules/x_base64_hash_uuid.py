def show(*tests):
    for test in tests:
        try:
            print(test())
        except Exception as e:
            print("!", type(e).__name__, e)


import base64 as b, hashlib as h, binascii, hmac, uuid, secrets
show(
    lambda: (b.b64encode(b"hello world"), b.b64decode("aGVsbG8="), b.b64encode(b"\xff\xfe\xfd", b"-_"), b.urlsafe_b64encode(b"\xff\xfe\xfd"), b.b64decode(b"__79", altchars=b"-_")),
    lambda: (b.b32encode(b"hello"), b.b32decode("NBSWY3DP"), b.b32hexencode(b"hello"), b.b32hexdecode("D1IMOR3F"), b.b16encode(b"\x01\xab"), b.b16decode("01AB"), b.b16decode("01ab", True)),
    lambda: (b.a85encode(b"hello world"), b.a85decode(b"BOu!rD]j7BEbo7"), b.b85encode(b"hello world"), b.b85decode(b"Xk~0{Zy<MXa%^NF"), b.a85encode(b"\0\0\0\0abc"), b.a85encode(b"hi", adobe=True), b.a85decode(b"<~BOq~>", adobe=True), b.b85encode(b"ab", pad=True)),
    lambda: (b.a85encode(b"    "), b.a85encode(b"    ", foldspaces=True), b.a85encode(b"x" * 12, wrapcol=5), b.a85decode("z")),
    lambda: (b.encodebytes(b"x" * 60), b.decodebytes(b"eHh4\n"), b.standard_b64encode(b"a"), b.standard_b64decode(b"YQ==")),
    lambda: b.b64decode("abc"),
    lambda: b.b64decode("a"),
    lambda: b.b64decode("ab!!cd=="),
    lambda: b.b64decode("ab!!cd==", validate=True),
    lambda: b.b64encode("str"),
    lambda: b.b64decode("é"),
    lambda: b.b32decode("abc"),
    lambda: b.b32decode("mzxw6==="),
    lambda: b.b32decode("mzxw6===", casefold=True),
    lambda: b.b16decode("0g"),
    lambda: b.b16decode("ab"),
    lambda: b.b85decode("a\xff"),
    lambda: b.b85decode("|||||"),
    lambda: b.a85decode(b"v"),
    lambda: b.a85decode(b"BOu!r", adobe=True),
    lambda: b.urlsafe_b64decode("_-8="),
    lambda: (binascii.hexlify(b"abc"), binascii.unhexlify("6162"), binascii.crc32(b"hello"), binascii.b2a_hex(b"\x01\x02", ":"), binascii.a2b_hex("0102"), binascii.b2a_base64(b"x"), binascii.a2b_base64(b"eA==")),
    lambda: binascii.unhexlify("abc"),
    lambda: binascii.unhexlify("zz"),
    lambda: issubclass(binascii.Error, ValueError),
)
for name in ["md5", "sha1", "sha224", "sha256", "sha384", "sha512", "sha3_224", "sha3_256", "sha3_384", "sha3_512", "blake2b", "blake2s"]:
    x = h.new(name, b"hello")
    y = getattr(h, name)()
    y.update(b"hel")
    z = y.copy()
    y.update(b"lo")
    print(name, x.hexdigest(), x.digest_size, x.block_size, x.name, y.digest() == x.digest(), z.hexdigest()[:8])
show(
    lambda: (h.shake_128(b"abc").hexdigest(8), h.shake_256(b"abc").digest(4), h.shake_256(b"abc").digest_size, h.shake_128().name, h.shake_128().block_size),
    lambda: (h.blake2b(b"x", digest_size=16).hexdigest(), h.blake2s(b"x", key=b"k").hexdigest(), h.blake2b(b"x", salt=b"s", person=b"p").hexdigest()[:16]),
    lambda: h.pbkdf2_hmac("sha256", b"pw", b"salt", 10).hex(),
    lambda: h.pbkdf2_hmac("sha1", b"pw", b"salt", 2, 8).hex(),
    lambda: sorted(h.algorithms_guaranteed),
    lambda: "sha256" in h.algorithms_available,
    lambda: h.sha256("str"),
    lambda: h.sha256(5),
    lambda: h.new("nope"),
    lambda: h.sha256(b"a").update("b"),
    lambda: h.sha256(bytearray(b"a")).hexdigest()[:8],
    lambda: (hmac.new(b"k", b"msg", h.sha256).hexdigest(), hmac.new(b"k", b"msg", "md5").hexdigest(), hmac.digest(b"k", b"m", "sha1").hex(), hmac.compare_digest("a", "a"), hmac.compare_digest(b"a", b"b")),
    lambda: (hmac.new(b"k", digestmod="sha256").digest_size, hmac.new(b"k", b"x", "sha256").name, hmac.new(b"k", b"x", "sha256").block_size),
)
u = uuid.UUID("12345678-1234-5678-1234-567812345678")
show(
    lambda: (u, repr(u), u.hex, u.int, u.bytes, u.bytes_le, u.fields, u.time_low, u.time_mid, u.time_hi_version, u.clock_seq, u.node, u.version, u.variant, u.urn),
    lambda: (uuid.UUID(hex="12345678123456781234567812345678") == u, uuid.UUID(int=5), uuid.UUID(bytes=b"\x01" * 16), uuid.UUID("{12345678-1234-5678-1234-567812345678}"), uuid.UUID("urn:uuid:12345678-1234-5678-1234-567812345678") < uuid.UUID(int=1)),
    lambda: (uuid.uuid5(uuid.NAMESPACE_DNS, "python.org"), uuid.uuid3(uuid.NAMESPACE_URL, "http://x.y"), uuid.uuid5(uuid.NAMESPACE_DNS, "a").version, uuid.NAMESPACE_OID),
    lambda: uuid.UUID("bad"),
    lambda: uuid.UUID(),
    lambda: (uuid.uuid4().version, uuid.uuid4() != uuid.uuid4(), len(str(uuid.uuid4())), type(uuid.uuid4()).__name__, uuid.uuid1().version),
    lambda: (hash(u) == hash(uuid.UUID(str(u))), {u: 1}[u], str(u).split("-")[0], f"{u}"),
    lambda: (len(secrets.token_hex(8)), len(secrets.token_bytes(5)), secrets.choice([7]), secrets.randbelow(1), secrets.compare_digest("a", "a")),
)
