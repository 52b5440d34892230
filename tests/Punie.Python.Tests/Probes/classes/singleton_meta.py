class Singleton(type):
    _i = {}
    def __call__(cls, *args, **kwargs):
        if cls not in cls._i: cls._i[cls] = super().__call__(*args, **kwargs)
        return cls._i[cls]
class DB(metaclass=Singleton):
    def __init__(self, u="x"): self.u = u
a = DB(); b = DB("q")
print(a is b, b.u)
