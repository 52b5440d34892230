import string, textwrap
from string import Template, Formatter
class MyT(Template):
    delimiter = "%"
print(MyT("%a $b").substitute(a=1))
class MyF(Formatter):
    def get_value(self, key, args, kw): return kw.get(key, f"<{key}>") if isinstance(key, str) else args[key]
    def format_field(self, v, spec): return str(v).upper() if spec == "up" else super().format_field(v, spec)
print(MyF().format("{a} {b:up} {0}", 7, b="x"))
