class M(type):
    def __new__(m, name, bases, ns, **kw):
        ns['tag'] = name.lower()
        return super().__new__(m, name, bases, ns)
    def __call__(cls, *a, **k):
        print("making", cls.__name__)
        return super().__call__(*a, **k)
class X(metaclass=M):
    def __init__(self, v): self.v = v
print(X.tag, X(3).v, type(X))
