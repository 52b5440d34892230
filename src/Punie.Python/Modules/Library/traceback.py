"""Tracebacks as text. The program has no file, so no source lines are shown."""

_handled = native._handled
_text = native._text
_frames = native._frames
_missing = object()


class FrameSummary:
    def __init__(self, filename, lineno, name, *, line=None):
        self.filename = filename
        self.lineno = lineno
        self.name = name
        self.line = line or ""
        self.locals = None

    def __iter__(self):
        return iter([self.filename, self.lineno, self.name, self.line])

    def __getitem__(self, position):
        return (self.filename, self.lineno, self.name, self.line)[position]

    def __len__(self):
        return 4

    def __eq__(self, other):
        if isinstance(other, (FrameSummary, tuple)):
            return tuple(self) == tuple(other)
        return NotImplemented

    def __repr__(self):
        return f"<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>"


class StackSummary(list):
    def format(self):
        return [_line(frame) for frame in self]


def _line(frame):
    text = f'  File "{frame[0]}", line {frame[1]}, in {frame[2]}\n'
    return text + f"    {frame[3].strip()}\n" if frame[3] else text


def _exception(exc, value):
    if value is _missing:
        return exc
    return value


def extract_tb(tb, limit=None):
    frames = [FrameSummary("main.py", line, name) for name, line in _frames(tb)]
    if limit is not None:
        frames = frames[:limit] if limit >= 0 else frames[limit:]
    return StackSummary(frames)


def extract_stack(f=None, limit=None):
    return StackSummary()


def format_stack(f=None, limit=None):
    return []


def format_list(extracted_list):
    return [_line(frame) for frame in extracted_list]


def format_tb(tb, limit=None):
    return extract_tb(tb, limit).format()


def format_exception_only(exc, /, value=_missing):
    exc = _exception(exc, value)
    if exc is None:
        return ["NoneType: None\n"]
    name = type(exc).__qualname__
    if type(exc).__module__ not in ("__main__", "builtins"):
        name = f"{type(exc).__module__}.{name}"
    try:
        text = str(exc)
    except Exception:
        text = "<exception str() failed>"
    lines = [f"{name}: {text}\n" if text else f"{name}\n"]
    for note in getattr(exc, "__notes__", ()):
        lines += [f"{line}\n" for line in str(note).split("\n")]
    return lines


def format_exception(exc, /, value=_missing, tb=_missing, limit=None, chain=True):
    exc = _exception(exc, value)
    if exc is None:
        return ["NoneType: None\n"]
    return _text(exc, chain).splitlines(keepends=True)


def format_exc(limit=None, chain=True):
    return "".join(format_exception(_handled(), chain=chain))


def _write(lines, file):
    if file is not None:
        file.write("".join(lines))


def print_exc(limit=None, file=None, chain=True):
    _write([format_exc(limit, chain)], file)


def print_exception(exc, /, value=_missing, tb=_missing, limit=None, file=None, chain=True):
    _write(format_exception(exc, value, tb, limit, chain), file)


def print_tb(tb, limit=None, file=None):
    _write(format_tb(tb, limit), file)


def print_stack(f=None, limit=None, file=None):
    _write([], file)


class TracebackException:
    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, **kwargs):
        self._exc = exc_value
        self.exc_type = exc_type
        self.exc_type_str = exc_type.__name__
        self.stack = extract_tb(exc_traceback, limit)
        self.__cause__ = None if exc_value.__cause__ is None else TracebackException.from_exception(exc_value.__cause__)

    @classmethod
    def from_exception(cls, exc, **kwargs):
        return cls(type(exc), exc, exc.__traceback__, **kwargs)

    def __str__(self):
        return str(self._exc)

    def format_exception_only(self):
        return iter(format_exception_only(self._exc))

    def format(self, *, chain=True):
        return iter(format_exception(self._exc, chain=chain))

    def print(self, *, file=None, chain=True):
        _write(self.format(chain=chain), file)
