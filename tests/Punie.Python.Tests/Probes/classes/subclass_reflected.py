class A:
    def __add__(s, o): return "A.add"
    def __radd__(s, o): return "A.radd"
class B(A):
    def __radd__(s, o): return "B.radd"
class C(A): pass
print(A() + B(), A() + C(), B() + A(), 1 + A(), [1] + A() if False else "")
class E:
    def __eq__(s, o): print("E.eq"); return NotImplemented
class F(E):
    def __eq__(s, o): print("F.eq"); return NotImplemented
print(E() == F(), E() == 1)
