"""Reads programs, one a line as a JSON string; prints what each prints, as a JSON string too.

An uncaught exception is a last line "!! Type: message".
"""
import ast
import asyncio
import contextlib
import inspect
import io
import json
import sys
import warnings

warnings.simplefilter("ignore")


def run(source):
    names = {"__name__": "__main__"}
    output = io.StringIO()
    with contextlib.redirect_stdout(output):
        try:
            code = compile(source, "main.py", "exec", flags=ast.PyCF_ALLOW_TOP_LEVEL_AWAIT, dont_inherit=True)
            result = eval(code, names)
            if inspect.iscoroutine(result):
                asyncio.run(result)
        except Exception as error:
            message = error.msg if isinstance(error, SyntaxError) else str(error)
            print(f"!! {type(error).__name__}: {message}" if message else f"!! {type(error).__name__}")
    return output.getvalue()


for line in sys.stdin:
    print(json.dumps(run(json.loads(line))))
