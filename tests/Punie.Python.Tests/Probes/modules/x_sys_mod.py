import sys
print(sys.maxsize, sys.version_info >= (3, 8), sys.version_info[0], sys.byteorder, sys.float_info.epsilon, sys.float_info.max, sys.maxunicode)
sys.stdout.write("hello\n")
print("err", file=sys.stderr)
print("x", file=sys.stdout)
print(sys.getrecursionlimit() > 10, isinstance(sys.argv, list))
sys.exit(3)
