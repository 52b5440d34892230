namespace Punie.Fuzz.Programs;

/// <summary>Values where interpreters go wrong.</summary>
internal static class Literals
{
    internal static readonly string[] Ints =
    [
        "0", "1", "2", "3", "-1", "-2", "5", "7", "10", "16", "36", "64", "100", "255", "256", "1000", "4300", "65536",
        "-100", "2**31 - 1", "2**31", "2**32", "2**63 - 1", "-2**63", "2**63", "2**64 - 1",
        "10**9", "10**10", "10**18", "10**19", "10**30", "-10**30", "10**300", "2**5000", "0x7fff_ffff", "0b1011",
        "0o777", "1114111", "1114112", "55296", "True", "99999999999999999999",
    ];

    internal static readonly string[] Floats =
    [
        "0.0", "-0.0", "1.0", "0.1", "2.5", "-3.75", "1e16", "1e22", "1e308", "1e-308", "5e-324", "float('inf')",
        "float('-inf')", "float('nan')", "1.7976931348623157e308", "123456789.123456789", "1e100", "0.5", "1j", "3.0e9",
    ];

    internal static readonly string[] Texts =
    [
        "''", "'a'", "'abc'", "'ab' * 3", "'a' * 1000", "'Hello, World'", "' x\\t\\n '", "'äöü'", "'\U0001F600b'",
        "'\\ud800'", "'İıſß'", "'%s %d %5.2f'", "'{} {0} {a!r:>{b}}'", "'{:,.3f}'", "'{0.real}'",
        "'%Y-%m-%d %H:%M:%S %z'",
        "'2024-02-29T12:00:00'", "'[1, 2, {\"a\": null}]'", "'{\"k\": [1.5, true, \"\\\\u00e9\"]}'", "'(a+)+$'",
        "'^(\\\\w+)\\\\s(?P<n>\\\\d*)'", "'[a-z]{2,5}?'", "'(?i)x|y'", "'\\\\b(?:ab|c)*(?=d)'", "'a,b;c d'", "'1_000'",
        "'0x1f'", "'-12'", "'1e5'", "'nan'",
        "'Zm9v'", "'a=1&b=2'", "'https://u:p@h.org:80/p;x?q=1#f'", "'line1\\nline2\\r\\nline3\\x0bz'", "'<<10'",
        "'*^+#020_.5e'", "'=+08,d'", "'\\x00'", "'ﬁ'", "'e\\u0301'", "'ZeroWidth\\u200d'", "'𝔘𝔫𝔦'",
        "'<ih2s'", "'>3Qd?'", "'@bxP'", "'99999999s'", "'a,\"b\"\"c\",d\\r\\n1,2\\n'", "'NFKC'", "'NFD'",
        "'LATIN SMALL LETTER A'", "'\\ufffe'", "'q\\u0323\\u0307'", "'&lt;&#x41;&amp &notit;'", "'cp1252'",
        "'surrogateescape'",
        "'{1: [2, (3,)], \\'a\\': {1}}'", "'-1+2j'", "'a b \"c d\"'", "'%(k)s'", "'Europe/Berlin'",
    ];

    internal static readonly string[] BytesTexts =
        ["b''", "b'abc'", "b'\\xff\\x00'", "bytes(5)", "bytes(range(256))", "bytearray(b'xy')", "'é'.encode()",
        "b'%d %s'", "b'a' * 500", "b'Zm9v'", "b'\\xc3\\x28'", "b'(a+)(?P<n>b)?'", "b'[^\\x80]\\\\w'",
        "b'x\\x9cKJN\\x01\\x00\\x02M\\x01'", "bytearray(range(9))"];

    internal static readonly string[] Formats =
        ["", ">10", "<5", "^7.2f", "+d", "#x", "#b", "08.3f", ",", "_", "e", "g", "%", "c", "s", "!r", "!a:>8", "*^20",
        "{w}", ">{w}.{p}", "=+9,", ".3", "1000", "n", "x"];

    internal static readonly string[] Specs = ["%Y", "%j", "%b %d", "%H:%M", "%f", "%z", "%%"];
}
