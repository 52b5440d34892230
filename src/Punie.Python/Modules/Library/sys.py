"""The few facts of the interpreter that programs ask for; nothing here leads to its internals."""
import collections
import io

maxsize = 9223372036854775807
maxunicode = 1114111
byteorder = "little"
float_repr_style = "short"
argv = [""]
_Version = collections.namedtuple("version_info", "major minor micro releaselevel serial")
version_info = _Version(3, 14, 0, "final", 0)
_Float = collections.namedtuple("float_info", "max max_exp max_10_exp min min_exp min_10_exp dig mant_dig epsilon radix rounds")
float_info = _Float(1.7976931348623157e308, 1024, 308, 2.2250738585072014e-308, -1021, -307, 15, 53, 2.220446049250313e-16, 2, 1)
_Int = collections.namedtuple("int_info", "bits_per_digit sizeof_digit default_max_str_digits str_digits_check_threshold")
int_info = _Int(30, 4, 4300, 640)
_Hash = collections.namedtuple("hash_info", "width modulus inf nan imag hash_bits seed_bits")
hash_info = _Hash(64, 2305843009213693951, 314159, 0, 1000003, 64, 128)
_recursion_limit = [1000]


class _Output:
    encoding = "utf-8"
    errors = "strict"
    closed = False

    def __init__(self, name, shown):
        self.name = name
        self._shown = shown

    def write(self, text, /):
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        if self._shown:
            print(text, end="")
        return len(text)

    def writelines(self, lines, /):
        for line in lines:
            self.write(line)

    def flush(self):
        pass

    def isatty(self):
        return False

    def writable(self):
        return True

    def readable(self):
        return False


stdout = _Output("<stdout>", True)
stderr = _Output("<stderr>", False)
stdin = io.StringIO()


def exit(status=None, /):
    raise SystemExit(status)


def exc_info():
    error = native._handled()
    return (None, None, None) if error is None else (type(error), error, error.__traceback__)


def exception():
    return native._handled()


def getrecursionlimit():
    return _recursion_limit[0]


def setrecursionlimit(limit, /):
    if not isinstance(limit, int):
        raise TypeError(f"'{type(limit).__name__}' object cannot be interpreted as an integer")
    if limit < 1:
        raise ValueError("recursion limit must be greater or equal than 1")
    _recursion_limit[0] = limit


def intern(string, /):
    return string


def getdefaultencoding():
    return "utf-8"


def getfilesystemencoding():
    return "utf-8"


def get_int_max_str_digits():
    return 4300
