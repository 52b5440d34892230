"""Comma-separated values: readers, writers and dialects."""

QUOTE_MINIMAL = 0
QUOTE_ALL = 1
QUOTE_NONNUMERIC = 2
QUOTE_NONE = 3
QUOTE_STRINGS = 4
QUOTE_NOTNULL = 5

_START_RECORD, _START_FIELD, _ESCAPED, _IN_FIELD, _IN_QUOTED, _ESCAPED_QUOTED, _QUOTE_IN_QUOTED = range(7)


class Error(Exception):
    pass


class Dialect:
    delimiter = ","
    quotechar = '"'
    escapechar = None
    doublequote = True
    skipinitialspace = False
    lineterminator = "\r\n"
    quoting = QUOTE_MINIMAL
    strict = False


class excel(Dialect):
    pass


class excel_tab(excel):
    delimiter = "\t"


class unix_dialect(Dialect):
    lineterminator = "\n"
    quoting = QUOTE_ALL


_dialects = {"excel": excel, "excel-tab": excel_tab, "unix": unix_dialect}
_settings = ("delimiter", "quotechar", "escapechar", "doublequote", "skipinitialspace", "lineterminator", "quoting", "strict")


class _Settings:
    def __init__(self, dialect, given):
        if isinstance(dialect, str):
            dialect = get_dialect(dialect)
        for name in _settings:
            setattr(self, name, getattr(dialect, name, getattr(Dialect, name)))
        for name, value in given.items():
            if name not in _settings:
                raise TypeError(f"'{name}' is an invalid keyword argument for this function")
            setattr(self, name, value)
        if "quotechar" in given and given["quotechar"] is None and "quoting" not in given:
            self.quoting = QUOTE_NONE
        for name in ("delimiter", "quotechar", "escapechar"):
            value = getattr(self, name)
            if value is None and name != "delimiter":
                continue
            if not isinstance(value, str):
                raise TypeError(f'"{name}" must be string{" or None" if name != "delimiter" else ""}, not {type(value).__name__}')
            if len(value) != 1:
                raise TypeError(f'"{name}" must be a 1-character string')
        if not isinstance(self.quoting, int) or not 0 <= self.quoting <= 5:
            raise TypeError('bad "quoting" value')
        if self.quoting != QUOTE_NONE and self.quotechar is None:
            raise TypeError("quotechar must be set if quoting enabled")


def register_dialect(name, dialect=Dialect, **fmtparams):
    if not isinstance(name, str):
        raise TypeError("dialect name must be a string")
    _dialects[name] = _Settings(dialect, fmtparams)


def unregister_dialect(name):
    if name not in _dialects:
        raise Error("unknown dialect")
    del _dialects[name]


def get_dialect(name):
    if name not in _dialects:
        raise Error("unknown dialect")
    return _dialects[name]


def list_dialects():
    return list(_dialects)


_limit = [131072]


def field_size_limit(new_limit=None):
    old = _limit[0]
    if new_limit is not None:
        _limit[0] = new_limit
    return old


class _Reader:
    def __init__(self, rows, dialect, given):
        self.dialect = _Settings(dialect, given)
        self._rows = iter(rows)
        self.line_num = 0

    def __iter__(self):
        return self

    def __next__(self):
        self._fields = []
        self._field = []
        self._numeric = False
        self._state = _START_RECORD
        while True:
            try:
                line = next(self._rows)
            except StopIteration:
                if self._state in (_IN_QUOTED, _ESCAPED_QUOTED) or (self._field and self._state != _START_RECORD):
                    if self.dialect.strict:
                        raise Error("unexpected end of data") from None
                    self._save()
                    return self._fields
                raise StopIteration from None
            if not isinstance(line, str):
                raise Error(f"iterator should return strings, not {type(line).__name__} (the file should be opened in text mode)")
            self.line_num += 1
            self._read(line)
            if self._state == _START_RECORD:
                return self._fields

    def _save(self):
        text = "".join(self._field)
        if self._numeric:
            text = float(text)
        self._fields.append(text)
        self._field = []
        self._numeric = False

    def _read(self, line):
        d = self.dialect
        state = self._state
        field = self._field
        delimiter, quotechar, escapechar = d.delimiter, d.quotechar, d.escapechar
        quotes = d.quoting != QUOTE_NONE
        ended = False
        for c in line:
            if ended:
                if c in "\r\n":
                    continue
                raise Error("new-line character seen in unquoted field - do you need to open the file with newline=''?")
            if state == _START_RECORD:
                if c in "\r\n":
                    ended = True
                    continue
                state = _START_FIELD
            if state == _START_FIELD:
                if c in "\r\n":
                    self._save()
                    field = self._field
                    state = _START_RECORD
                    ended = True
                elif c == quotechar and quotes:
                    state = _IN_QUOTED
                elif c == escapechar:
                    state = _ESCAPED
                elif c == " " and d.skipinitialspace:
                    pass
                elif c == delimiter:
                    self._save()
                    field = self._field
                else:
                    if d.quoting == QUOTE_NONNUMERIC:
                        self._numeric = True
                    field.append(c)
                    state = _IN_FIELD
            elif state == _ESCAPED:
                field.append(c)
                state = _IN_FIELD
            elif state == _IN_FIELD:
                if c in "\r\n":
                    self._save()
                    field = self._field
                    state = _START_RECORD
                    ended = True
                elif c == escapechar:
                    state = _ESCAPED
                elif c == delimiter:
                    self._save()
                    field = self._field
                    state = _START_FIELD
                else:
                    field.append(c)
            elif state == _IN_QUOTED:
                if c == escapechar:
                    state = _ESCAPED_QUOTED
                elif c == quotechar and quotes:
                    state = _QUOTE_IN_QUOTED if d.doublequote else _IN_FIELD
                else:
                    field.append(c)
            elif state == _ESCAPED_QUOTED:
                field.append(c)
                state = _IN_QUOTED
            else:
                if c == quotechar and quotes:
                    field.append(c)
                    state = _IN_QUOTED
                elif c == delimiter:
                    self._save()
                    field = self._field
                    state = _START_FIELD
                elif c in "\r\n":
                    self._save()
                    field = self._field
                    state = _START_RECORD
                    ended = True
                elif not d.strict:
                    field.append(c)
                    state = _IN_FIELD
                else:
                    raise Error(f"'{delimiter}' expected after '{quotechar}'")
        if not ended:
            if state == _START_RECORD:
                pass
            elif state == _ESCAPED:
                field.append("\n")
                self._save()
                state = _START_RECORD
            elif state in (_START_FIELD, _IN_FIELD, _QUOTE_IN_QUOTED):
                self._save()
                state = _START_RECORD
            elif state == _ESCAPED_QUOTED:
                field.append("\n")
                state = _IN_QUOTED
        self._state = state


def reader(csvfile, /, dialect="excel", **fmtparams):
    return _Reader(csvfile, dialect, fmtparams)


class _Writer:
    def __init__(self, file, dialect, given):
        if not hasattr(file, "write"):
            raise TypeError('argument 1 must have a "write" method')
        self.dialect = _Settings(dialect, given)
        self._write = file.write

    def writerow(self, row, /):
        try:
            fields = list(row)
        except TypeError:
            raise Error(f"iterable expected, not {type(row).__name__}") from None
        d = self.dialect
        parts = [self._part(field) for field in fields]
        if len(parts) == 1 and parts[0] == "":
            if d.quoting == QUOTE_NONE or (d.quoting in (QUOTE_STRINGS, QUOTE_NOTNULL) and fields[0] is None):
                raise Error("single empty field record must be quoted")
            parts = [d.quotechar * 2]
        return self._write(d.delimiter.join(parts) + d.lineterminator)

    def writerows(self, rows, /):
        for row in rows:
            self.writerow(row)

    def _part(self, field):
        d = self.dialect
        if d.quoting == QUOTE_NONNUMERIC:
            quoted = not isinstance(field, (int, float, complex))
        elif d.quoting == QUOTE_STRINGS:
            quoted = isinstance(field, str)
        elif d.quoting == QUOTE_NOTNULL:
            quoted = field is not None
        else:
            quoted = d.quoting == QUOTE_ALL
        text = "" if field is None else field if isinstance(field, str) else repr(field) if isinstance(field, float) else str(field)
        special = (d.delimiter, d.escapechar, d.quotechar, "\r", "\n")
        if not quoted and not any(c in special or c in d.lineterminator for c in text):
            return d.quotechar + text + d.quotechar if text == " " and d.delimiter == " " and d.quoting != QUOTE_NONE else text
        out = []
        for c in text:
            if c in special or c in d.lineterminator:
                if d.quoting == QUOTE_NONE:
                    escape = True
                else:
                    quoted = True
                    escape = False
                    if c == d.quotechar:
                        if d.doublequote:
                            out.append(c)
                        else:
                            escape = True
                    elif c == d.escapechar:
                        escape = True
                if escape:
                    if d.escapechar is None:
                        raise Error("need to escape, but no escapechar set")
                    out.append(d.escapechar)
            out.append(c)
        text = "".join(out)
        return d.quotechar + text + d.quotechar if quoted and d.quoting != QUOTE_NONE else text


def writer(csvfile, /, dialect="excel", **fmtparams):
    return _Writer(csvfile, dialect, fmtparams)


def _names(given):
    """The field names, in a list where they come from an iterator."""
    return list(given) if given is not None and iter(given) is given else given


class DictReader:
    def __init__(self, f, fieldnames=None, restkey=None, restval=None, dialect="excel", *args, **kwds):
        self.reader = reader(f, dialect, *args, **kwds)
        self._fieldnames = _names(fieldnames)
        self.dialect, self.line_num = dialect, 0
        self.restkey, self.restval = restkey, restval

    def _names_now(self):
        # The first row has them where they are not given.
        if self._fieldnames is None:
            self._fieldnames = next(self.reader, None)
        self.line_num = self.reader.line_num
        return self._fieldnames

    def _rename(self, value):
        self._fieldnames = value

    fieldnames = property(_names_now, _rename)

    def __iter__(self):
        return self

    def __next__(self):
        names = self.fieldnames
        row = next(row for row in self.reader if row)
        self.line_num = self.reader.line_num
        missing = len(names) - len(row)
        record = dict(zip(names, row + [self.restval] * missing))
        if missing < 0:
            record[self.restkey] = row[missing:]
        return record


class DictWriter:
    def __init__(self, f, fieldnames, restval="", extrasaction="raise", dialect="excel", *args, **kwds):
        self.fieldnames, self.restval = _names(fieldnames), restval
        self.extrasaction = extrasaction.lower()
        if self.extrasaction not in ("raise", "ignore"):
            raise ValueError(f"extrasaction ({self.extrasaction}) must be 'raise' or 'ignore'")
        self.writer = writer(f, dialect, *args, **kwds)

    def _row(self, record):
        if self.extrasaction == "raise":
            unknown = ", ".join([repr(key) for key in record if key not in self.fieldnames])
            if unknown:
                raise ValueError(f"dict contains fields not in fieldnames: {unknown}")
        return [record.get(name, self.restval) for name in self.fieldnames]

    def writeheader(self):
        return self.writerow({name: name for name in self.fieldnames})

    def writerow(self, rowdict):
        return self.writer.writerow(self._row(rowdict))

    def writerows(self, rowdicts):
        return self.writer.writerows(self._row(rowdict) for rowdict in rowdicts)


class Sniffer:
    preferred = [",", "\t", ";", " ", ":"]

    def sniff(self, sample, delimiters=None):
        lines = [line for line in sample.splitlines() if line]
        for delimiter in delimiters or ",\t;|:":
            counts = {line.count(delimiter) for line in lines[:20]}
            if len(counts) == 1 and counts != {0}:
                found = _Settings("excel", {"delimiter": delimiter})
                found.skipinitialspace = all(delimiter + " " in line for line in lines)
                return found
        raise Error("Could not determine delimiter")

    def has_header(self, sample):
        rows = list(reader(sample.splitlines(), self.sniff(sample)))
        header, rest = rows[0], rows[1:21]
        votes = 0
        for position, name in enumerate(header):
            kinds = set()
            for row in rest:
                if len(row) != len(header):
                    continue
                try:
                    complex(row[position])
                    kinds.add("number")
                except ValueError:
                    kinds.add(len(row[position]))
            if len(kinds) != 1:
                continue
            kind = kinds.pop()
            if kind == "number":
                try:
                    complex(name)
                    votes -= 1
                except ValueError:
                    votes += 1
            else:
                votes += 1 if len(name) != kind else -1
        return votes > 0
