class Box:
    def __class_getitem__(cls, item):
        return f"{cls.__name__}[{item.__name__ if isinstance(item, type) else item}]"
print(Box[int], Box["x"], Box[1, 2])
class Sub(Box): pass
print(Sub[str])
class Meta(type):
    def __getitem__(cls, k): return (cls.__name__, k)
    def __len__(cls): return 3
    def __contains__(cls, x): return x == "in"
    def __iter__(cls): return iter("xyz")
    def __call__(cls, *a, **k):
        print("meta call", a, k)
        return super().__call__(*a, **k)
    def __repr__(cls): return f"<Meta {cls.__name__}>"
class W(metaclass=Meta):
    def __init__(self, v): self.v = v
print(W[1], len(W), "in" in W, list(W), W(4).v, W, repr(W), str(W), type(W).__name__)
try:
    int[3]
except TypeError as e:
    print(e)
try:
    Sub()[0]
except TypeError as e:
    print(e)
