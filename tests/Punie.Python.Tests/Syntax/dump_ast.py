"""Reads file names; prints for each one line of JSON in the form of AstDump, or "!! error"."""
import ast
import json
import struct
import sys
import tokenize
import warnings

warnings.simplefilter("ignore")
SKIPPED = {"type_comment", "type_ignores"}
STRINGS_HAVE_POSITIONS = sys.version_info >= (3, 12)


def bits(value):
    return struct.pack(">d", value).hex()


def constant(value):
    if value is None:
        return ["None", ""]
    if value is Ellipsis:
        return ["Ellipsis", ""]
    if isinstance(value, bool):
        return ["bool", str(value)]
    if isinstance(value, int):
        return ["int", format(value, "x")]
    if isinstance(value, float):
        return ["float", bits(value)]
    if isinstance(value, complex):
        return ["complex", bits(value.imag)]
    if isinstance(value, bytes):
        return ["bytes", value.hex()]
    return ["str", value]


def is_stray(item):
    """CPython 3.12 puts an empty constant behind the last field of a nested format spec; no other version does."""
    return sys.version_info[:2] == (3, 12) and isinstance(item, ast.Constant) and item.value == ""


def dump(node, in_string=False):
    if isinstance(node, list):
        return [dump(item, in_string) for item in node]
    if isinstance(node, (ast.operator, ast.unaryop, ast.boolop, ast.cmpop, ast.expr_context)):
        return type(node).__name__
    if not isinstance(node, ast.AST):
        return node
    result = {"_": type(node).__name__}
    if hasattr(node, "lineno") and (STRINGS_HAVE_POSITIONS or not in_string):
        result["at"] = [node.lineno, node.col_offset, node.end_lineno, node.end_col_offset]
    in_string = in_string or isinstance(node, ast.JoinedStr)
    for name in node._fields:
        if name in SKIPPED:
            continue
        value = getattr(node, name, None)
        if name == "values" and isinstance(node, ast.JoinedStr):
            value = [item for item in value if not is_stray(item)]
        is_value = name == "value" and isinstance(node, (ast.Constant, ast.MatchSingleton))
        result[name] = constant(value) if is_value else dump(value, in_string)
    if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
        result.setdefault("type_params", [])
    if type(node).__name__ in ("TypeVar", "ParamSpec", "TypeVarTuple"):
        result.setdefault("default_value", None)
    return result


sys.setrecursionlimit(20000)
for line in sys.stdin:
    try:
        with tokenize.open(line.strip()) as file:
            tree = ast.parse(file.read())
        print(json.dumps(dump(tree), separators=(",", ":")), flush=True)
    except Exception as error:
        print("!!", type(error).__name__, str(error).replace("\n", " "), flush=True)
