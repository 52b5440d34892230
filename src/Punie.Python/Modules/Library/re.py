"""A scanner over several patterns; the functions are native."""


class Scanner:
    """Cuts a text by the first pattern of a list that fits."""

    def __init__(self, lexicon, flags=0):
        self.lexicon = lexicon
        self.rules = [(native.compile(phrase, flags), action) for phrase, action in lexicon]

    def _next(self, string, at):
        for pattern, action in self.rules:
            found = pattern.match(string, at)
            if found:
                return found, action
        return None, None

    def scan(self, string):
        result = []
        at = 0
        while True:
            found, action = self._next(string, at)
            if found is None or found.end() == at:
                return result, string[at:]
            if callable(action):
                self.match = found
                action = action(self, found.group())
            if action is not None:
                result.append(action)
            at = found.end()
