import string, textwrap
from string import Template, Formatter
print(string.ascii_letters, string.ascii_lowercase, string.ascii_uppercase, string.digits, string.hexdigits, string.octdigits, string.punctuation, repr(string.whitespace), repr(string.printable))
print(string.capwords("hello  world foo"), string.capwords("a-b-c", "-"), string.capwords("  x y "))
print(Template("$a and ${b} $$").substitute(a=1, b=2), Template("$a $b").safe_substitute(a=1), Template("$a").substitute({"a": 5}), Template("$a $b").substitute({"a": 1}, b=2), Template("${x}y").template, Template("$").safe_substitute(), Template("$a.b").substitute(a="X"))
print(Template("$a $b").get_identifiers(), Template("$a").is_valid(), Template("$ a").is_valid())
print(Formatter().format("{} {a}", 1, a=2), Formatter().vformat("{0}", (1,), {}), list(Formatter().parse("a{b!r:>5}c{}")), Formatter().format("{0[1]} {1.real}", [1, 2], 5))
print(textwrap.fill("The quick brown fox jumps", 12), textwrap.fill("a b", width=70), textwrap.shorten("Hello world this is long", 15), textwrap.shorten("Hello  world", 20), textwrap.shorten("Hello world", 8, placeholder="…"), textwrap.shorten("Helloworldlong", 8), textwrap.dedent("  a\n    b\n  c\n"), textwrap.dedent("\n  x\n\n  y"), textwrap.dedent("\tx\n\ty"), textwrap.dedent("a\n b"), textwrap.indent("a\nb\n\nc", "> "), textwrap.indent("a\n\nb", "-", lambda l: True), textwrap.indent("", "x"))
print(textwrap.TextWrapper(width=10).wrap("hello world again"), textwrap.TextWrapper(width=10, initial_indent=">").fill("hello world"), textwrap.TextWrapper(width=20).width)
