from graphlib import TopologicalSorter, CycleError
ts = TopologicalSorter({"d": {"b", "c"}, "b": {"a"}, "c": {"a"}})
o = list(ts.static_order())
print(o[0], o[-1], sorted(o[1:3]))
try:
    TopologicalSorter({"a": {"b"}, "b": {"a"}}).prepare()
except CycleError as e:
    print(e.args[0], sorted(set(e.args[1])))
t = TopologicalSorter()
t.add("x", "y"); t.prepare()
while t.is_active():
    r = t.get_ready()
    print(r)
    t.done(*r)
