"""Warnings. There is no error stream here: they are kept for those who ask, and dropped else."""
_state = {"record": None, "action": "default"}


class WarningMessage:
    """A warning that was recorded."""

    def __init__(self, message, category):
        self.message = message
        self.category = category
        self.filename = "main.py"
        self.lineno = 0


def warn(message, category=None, stacklevel=1, source=None):
    if isinstance(message, Warning):
        category = type(message)
    else:
        category = category or UserWarning
        message = category(message)
    if _state["action"] == "error":
        raise message
    if _state["record"] is not None and _state["action"] != "ignore":
        _state["record"].append(WarningMessage(message, category))


def simplefilter(action, category=Warning, lineno=0, append=False):
    _state["action"] = action


def filterwarnings(action, message="", category=Warning, module="", lineno=0, append=False):
    _state["action"] = action


def resetwarnings():
    _state["action"] = "default"


class catch_warnings:
    """Keeps the settings, and the warnings when asked to record them."""

    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False):
        self._record = record
        self._action = action

    def __enter__(self):
        self._saved = dict(_state)
        if self._action is not None:
            _state["action"] = self._action
        if self._record:
            _state["record"] = []
        return _state["record"] if self._record else None

    def __exit__(self, *args):
        _state.update(self._saved)
