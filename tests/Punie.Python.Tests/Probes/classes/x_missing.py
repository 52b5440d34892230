class D(dict):
    def __missing__(self, k):
        self[k] = v = k * 2
        return v
d = D(a=1)
print(d["a"], d["b"], d, d.get("zz"), "zz" in d, len(d))
class L(D):
    def __getitem__(self, k):
        print("get", k)
        return super().__getitem__(k)
l = L()
print(l[3], dict(l), l.pop(3), l.setdefault(1, 9), l)
class N(dict):
    def __missing__(self, k): return f"{{{k}}}"
print("{a} {b}".format_map(N(a=1)))
print("%(a)s %(b)s" % N(a=2))
