import shlex
print(shlex.split("a 'b c' \"d e\" f\\ g # x"), shlex.quote("it's"), shlex.join(["a b", "c"]), shlex.split("a #c", comments=True), shlex.quote("safe"), shlex.quote(""))
try:
    shlex.split("'abc")
except ValueError as e:
    print(e)
