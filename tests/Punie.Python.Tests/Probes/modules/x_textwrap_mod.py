import textwrap
s = "The quick brown fox jumped over the lazy dog. It was a-very-long-hyphenated-word and supercalifragilistic."
print(textwrap.fill(s, 30)); print(textwrap.wrap(s, 20)); print(textwrap.shorten(s, 40)); print(textwrap.shorten(s, 30, placeholder="…"))
print(textwrap.indent("a\n\nb", "> "), textwrap.indent("a\n\nb", "- ", lambda l: True)); print(repr(textwrap.dedent("    a\n      b\n\n    c\n")))
print(textwrap.fill(s, 30, initial_indent="* ", subsequent_indent="  ")); print(textwrap.wrap("aaaaaaaaaabbbb", 5), textwrap.wrap("aaa bbb", 3, break_long_words=False), textwrap.wrap("  lead  trail  ", 80), textwrap.TextWrapper(width=10, max_lines=2, placeholder="..").wrap(s), textwrap.wrap("", 5), textwrap.wrap("a\tb\nc", 10))
