class Field:
    def __set_name__(self, owner, name):
        self.name = name
        self.owner = owner.__name__
        print("set_name", owner.__name__, name)
    def __get__(self, obj, cls=None):
        if obj is None:
            return self
        return obj.__dict__.get(self.name, f"<{self.owner}.{self.name}>")
    def __set__(self, obj, value):
        if not isinstance(value, int):
            raise TypeError(f"{self.name} must be int, not {type(value).__name__}")
        obj.__dict__[self.name] = value
    def __delete__(self, obj):
        print("del", self.name)
        obj.__dict__.pop(self.name, None)
class M:
    a = Field()
    b = Field()
m = M()
print(m.a, m.b)
m.a = 5
print(m.a, m.__dict__, vars(m))
try:
    m.b = "x"
except TypeError as e:
    print(e)
del m.a
print(m.a, isinstance(M.a, Field), M.__dict__["a"] is M.a)
class Sub(M):
    pass
print(Sub().a)
