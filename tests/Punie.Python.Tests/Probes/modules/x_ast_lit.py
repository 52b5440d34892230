import ast
print(ast.literal_eval("[1, 2.5, 'a', (None, True), {'k': {1, 2}}, -3, b'x', 1+2j]"), ast.literal_eval(" 5"))
for bad in ("f(1)", "1 +", "x", "[1, a]", "__import__('os')"):
    try:
        print(ast.literal_eval(bad))
    except (ValueError, SyntaxError) as e:
        print(type(e).__name__)
