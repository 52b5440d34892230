"""Text and bytes in memory that are read and written as files. There are no files on a disk here."""
SEEK_SET = 0
SEEK_CUR = 1
SEEK_END = 2


class UnsupportedOperation(OSError, ValueError):
    """Raised for what a stream cannot do."""


class IOBase:
    """What all streams have."""

    def __init__(self):
        self._closed = False
        self._at = 0

    def _check(self):
        if self._closed:
            raise ValueError("I/O operation on closed file")

    @property
    def closed(self):
        return self._closed

    def close(self):
        self._closed = True

    def flush(self):
        self._check()

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, *args):
        self.close()

    def readable(self):
        self._check()
        return True

    writable = readable
    seekable = readable

    def isatty(self):
        return False

    def fileno(self):
        raise UnsupportedOperation("fileno")

    def tell(self):
        self._check()
        return self._at

    def seek(self, offset, whence=0):
        self._check()
        if whence == 0:
            if offset < 0:
                raise ValueError(f"Negative seek position {offset}")
            self._at = offset
        elif whence == 1:
            self._at = max(0, self._at + offset)
        elif whence == 2:
            self._at = max(0, len(self.getvalue()) + offset)
        else:
            raise ValueError(f"invalid whence ({whence}, should be 0, 1 or 2)")
        return self._at

    def read(self, size=-1, /):
        self._check()
        value = self.getvalue()
        end = len(value) if size is None or size < 0 else self._at + size
        part = value[self._at:end]
        self._at += len(part)
        return part

    def readline(self, size=-1, /):
        self._check()
        value = self.getvalue()
        end = value.find(self._newline, self._at)
        end = len(value) if end < 0 else end + 1
        if size is not None and size >= 0:
            end = min(end, self._at + size)
        part = value[self._at:end]
        self._at += len(part)
        return part

    def readlines(self, hint=-1, /):
        return list(self)

    def __iter__(self):
        self._check()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def writelines(self, lines, /):
        for line in lines:
            self.write(line)

    def truncate(self, size=None, /):
        self._check()
        size = self._at if size is None else size
        self._value = self.getvalue()[:size]
        self._parts = []
        return size


class TextIOBase(IOBase):
    """Streams of text."""


class StringIO(TextIOBase):
    """Text in memory."""

    _newline = "\n"

    def __init__(self, initial_value="", newline="\n"):
        super().__init__()
        if initial_value is not None and not isinstance(initial_value, str):
            raise TypeError(f"initial_value must be str or None, not {type(initial_value).__name__}")
        self._value = initial_value or ""
        self._parts = []

    def getvalue(self):
        self._check()
        if self._parts:
            self._value += "".join(self._parts)
            self._parts = []
        return self._value

    def write(self, s, /):
        self._check()
        if not isinstance(s, str):
            raise TypeError(f"string argument expected, got '{type(s).__name__}'")
        if self._parts and self._at == self._end or self._at == len(self._value) and not self._parts:
            self._parts.append(s)
        else:
            value = self.getvalue()
            self._value = value[:self._at].ljust(self._at, "\0") + s + value[self._at + len(s):]
        self._at += len(s)
        self._end = self._at
        return len(s)


class BytesIO(IOBase):
    """Bytes in memory."""

    _newline = b"\n"

    def __init__(self, initial_bytes=b""):
        super().__init__()
        if isinstance(initial_bytes, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        self._value = bytes(initial_bytes)

    def getvalue(self):
        self._check()
        return self._value

    getbuffer = getvalue

    def write(self, b, /):
        self._check()
        if isinstance(b, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        value = self._value
        self._value = value[:self._at].ljust(self._at, b"\0") + bytes(b) + value[self._at + len(b):]
        self._at += len(b)
        return len(b)


def open(file, *args, **kwargs):
    raise NotImplementedError("io.open() is not available here: use the tools read_file(path) and write_file(path, content) instead")
