class Err(Exception):
    def __init__(self, code, *a):
        super().__init__(*a)
        self.code = code
try:
    raise Err(5, "msg", 2)
except Err as e:
    print(e, e.code, e.args, repr(e))
    try:
        raise RuntimeError("inner") from e
    except RuntimeError as r:
        print(repr(r.__cause__), r.__context__ is e)
raise Err(1, "final") from None
