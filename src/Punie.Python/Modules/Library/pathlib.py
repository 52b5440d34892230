"""Paths as text. Nothing here reads or writes a disk: the tools do that."""
import fnmatch
import urllib.parse

_WRITE = "write_file(path, content)"
_READ = "read_file(path)"
_RUN = "run_command(...)"


def _refuse(path, name, instead):
    raise NotImplementedError(f"{type(path).__name__}.{name}() is not available here: use the tool {instead} instead")


class _Parents:
    def __init__(self, path):
        self._path = type(path)
        self._root = path._root
        self._parts = path._tail

    def __len__(self):
        return len(self._parts)

    def __getitem__(self, index):
        if isinstance(index, slice):
            return tuple(self[i] for i in range(*index.indices(len(self))))
        if index >= len(self) or index < -len(self):
            raise IndexError(index)
        if index < 0:
            index += len(self)
        return self._path._make(self._root, self._parts[:len(self._parts) - index - 1])

    def __repr__(self):
        return f"<{self._path.__name__}.parents>"


def _by_parts(name):
    """A comparison of paths that compares their parts."""
    def compare(self, other):
        return getattr(self.parts, name)(other.parts) if isinstance(other, PurePath) else NotImplemented
    return compare


class PurePath:
    """A path that is only text, in POSIX form."""

    __slots__ = ("_root", "_tail")

    def __new__(cls, *args):
        if cls is PurePath:
            cls = PurePosixPath
        elif cls is Path:
            cls = PosixPath
        self = object.__new__(cls)
        self._root, self._tail = cls._split(args)
        return self

    @classmethod
    def _make(cls, root, tail):
        made = object.__new__(cls)
        made._root = root
        made._tail = tail
        return made

    @staticmethod
    def _split(args):
        root, tail = "", []
        for arg in args:
            if isinstance(arg, PurePath):
                text = str(arg)
            elif isinstance(arg, str):
                text = arg
            else:
                raise TypeError(f"expected str, bytes or os.PathLike object, not {type(arg).__name__}")
            if text.startswith("/"):
                root = "//" if text.startswith("//") and not text.startswith("///") else "/"
                tail = []
            tail = tail + [part for part in text.split("/") if part and part != "."]
        return root, tail

    def __str__(self):
        if not self._root and not self._tail:
            return "."
        return self._root + "/".join(self._tail)

    def __fspath__(self):
        return str(self)

    def as_posix(self):
        return str(self)

    def __bytes__(self):
        return str(self).encode()

    def __repr__(self):
        return "{}({!r})".format(type(self).__name__, self.as_posix())

    def as_uri(self):
        if not self.is_absolute():
            raise ValueError("relative path can't be expressed as a file URI")
        return "file://" + urllib.parse.quote(str(self))

    def __eq__(self, other):
        if not isinstance(other, PurePath):
            return NotImplemented
        return self._root == other._root and self._tail == other._tail

    def __hash__(self):
        return hash(str(self))

    __lt__, __le__, __gt__, __ge__ = map(_by_parts, ("__lt__", "__le__", "__gt__", "__ge__"))

    def __truediv__(self, key):
        if not isinstance(key, (str, PurePath)):
            return NotImplemented
        return self.joinpath(key)

    def __rtruediv__(self, key):
        if not isinstance(key, (str, PurePath)):
            return NotImplemented
        return type(self)(key, self)

    @property
    def drive(self):
        return ""

    @property
    def root(self):
        return self._root

    @property
    def anchor(self):
        return self._root

    @property
    def parts(self):
        return tuple([self._root] + self._tail if self._root else self._tail)

    @property
    def name(self):
        return self._tail[-1] if self._tail else ""

    @property
    def suffix(self):
        name = self.name
        dot = name.rfind(".")
        return name[dot:] if 0 < dot < len(name) - 1 else ""

    @property
    def suffixes(self):
        name = self.name
        if name.endswith("."):
            return []
        return ["." + part for part in name.lstrip(".").split(".")[1:]]

    @property
    def stem(self):
        name = self.name
        dot = name.rfind(".")
        return name[:dot] if 0 < dot < len(name) - 1 else name

    @property
    def parent(self):
        if not self._tail:
            return self
        return self._make(self._root, self._tail[:-1])

    @property
    def parents(self):
        return _Parents(self)

    def with_name(self, name):
        if not self.name:
            raise ValueError("%r has an empty name" % (self,))
        if not name or "/" in name or name == ".":
            raise ValueError("Invalid name %r" % (name))
        return self._make(self._root, self._tail[:-1] + [name])

    def with_stem(self, stem):
        return self.with_name(stem + self.suffix)

    def with_suffix(self, suffix):
        if suffix and (not suffix.startswith(".") or "/" in suffix or suffix == "."):
            raise ValueError(f"Invalid suffix {suffix!r}")
        if not self.name:
            raise ValueError(f"{self!r} has an empty name")
        return self._make(self._root, [*self._tail[:-1], self.name.removesuffix(self.suffix) + suffix])

    def joinpath(self, *args):
        return type(self)(self, *args)

    def is_absolute(self):
        return bool(self._root)

    def is_reserved(self):
        return False

    def relative_to(self, *other):
        if not other:
            raise TypeError("need at least one argument")
        start = type(self)(*other)
        count = len(start.parts)
        if self.parts[:count] != start.parts:
            raise ValueError(
                "{!r} is not in the subpath of {!r} OR one path is relative and the other is absolute.".format(
                    str(self), str(start)))
        return self._make("" if count else self._root, self._tail[count - (1 if start._root else 0):])

    def is_relative_to(self, *other):
        start = type(self)(*other).parts if other else self.relative_to()
        return self.parts[:len(start)] == start

    def match(self, path_pattern):
        pattern = PurePosixPath(path_pattern)
        wanted, parts = pattern.parts, self.parts
        if not wanted:
            raise ValueError("empty pattern")
        if pattern._root and len(wanted) != len(parts) or len(wanted) > len(parts):
            return False
        return all(fnmatch.fnmatchcase(part, want) for part, want in zip(reversed(parts), reversed(wanted)))


class PurePosixPath(PurePath):
    """A POSIX path."""

    __slots__ = ()


class Path(PurePath):
    """A path; what would touch the disk names the tool that does."""

    __slots__ = ()

    def _no_read(name):
        return lambda self, *args, **kwargs: _refuse(self, name, _READ)

    def _no_write(name):
        return lambda self, *args, **kwargs: _refuse(self, name, _WRITE)

    def _no_run(name):
        return lambda self, *args, **kwargs: _refuse(self, name, _RUN)

    read_text, read_bytes, open = _no_read("read_text"), _no_read("read_bytes"), _no_read("open")
    exists, is_file, stat = _no_read("exists"), _no_read("is_file"), _no_read("stat")
    write_text, write_bytes, touch = _no_write("write_text"), _no_write("write_bytes"), _no_write("touch")
    is_dir, iterdir, glob, rglob = _no_run("is_dir"), _no_run("iterdir"), _no_run("glob"), _no_run("rglob")
    mkdir, rmdir, unlink, rename = _no_run("mkdir"), _no_run("rmdir"), _no_run("unlink"), _no_run("rename")
    replace, chmod, resolve, absolute = _no_run("replace"), _no_run("chmod"), _no_run("resolve"), _no_run("absolute")
    expanduser, is_symlink, samefile = _no_run("expanduser"), _no_run("is_symlink"), _no_run("samefile")

    @classmethod
    def cwd(cls):
        raise NotImplementedError(f"{cls.__name__}.cwd() is not available here: tools take paths from the project's root")

    @classmethod
    def home(cls):
        raise NotImplementedError(f"{cls.__name__}.home() is not available here: tools take paths from the project's root")


class PosixPath(Path, PurePosixPath):
    """A POSIX path."""

    __slots__ = ()
