"""Reads escaped programs, one a line; prints CPython's first error for each as line:column Type: message."""
import ast
import sys
import warnings

warnings.simplefilter("ignore")


def unescape(text):
    text = text.replace("\\\\", "\0").replace("\\n", "\n").replace("\\t", "\t").replace("\\u00a0", "\u00a0")
    return text.replace("\0", "\\")


for line in sys.stdin:
    try:
        compile(unescape(line.rstrip("\n")), "<string>", "exec", flags=ast.PyCF_ALLOW_TOP_LEVEL_AWAIT, dont_inherit=True)
        print("ok")
    except SyntaxError as error:
        print(f"{error.lineno}:{error.offset} {type(error).__name__}: {error.msg}")
