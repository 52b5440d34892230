class Reg(type):
    reg = []
    def __init__(cls, name, bases, ns):
        super().__init__(name, bases, ns)
        if bases: Reg.reg.append(name)
    def __len__(cls): return 42
    def __iter__(cls): return iter([1,2])
    def __contains__(cls, x): return x == 5
    def __getitem__(cls, k): return (cls.__name__, k)
    @property
    def p(cls): return "meta " + cls.__name__
class Base(metaclass=Reg): pass
class P1(Base): pass
class P2(Base): pass
print(Reg.reg, len(P1), list(P2), 5 in P1, P1["z"], P2.p, isinstance(P1, Reg), type(P2).__name__)
