"""Dispatch by type, and partial methods."""


def _find(registry, cls):
    for base in native._mro(cls):
        if base in registry:
            return registry[base]
    best = None
    for known in registry:
        if known is not object and isinstance(known, type) and issubclass(cls, known):
            if best is None or issubclass(known, best):
                best = known
    return registry[object] if best is None else registry[best]


def singledispatch(func):
    registry = {object: func}

    def dispatch(cls):
        return _find(registry, cls)

    def register(cls, func=None):
        if isinstance(cls, type) or native._is_union(cls):
            if func is None:
                return lambda f: register(cls, f)
        else:
            if func is not None:
                raise TypeError(f"Invalid first argument to `register()`. {cls!r} is not a class or union type.")
            plain = cls.__func__ if isinstance(cls, (classmethod, staticmethod)) else cls
            notes = getattr(plain, "__annotations__", {})
            if not notes:
                raise TypeError(
                    f"Invalid first argument to `register()`: {cls!r}. "
                    "Use either `@register(some_class)` or plain `@register` on an annotated function.")
            func = cls
            argname, cls = next(iter(notes.items()))
            if not isinstance(cls, type) and not native._is_union(cls):
                raise TypeError(f"Invalid annotation for {argname!r}. {cls!r} is not a class.")
        if native._is_union(cls):
            for part in cls.__args__:
                registry[part] = func
        else:
            registry[cls] = func
        return func

    def wrapper(*args, **kw):
        if not args:
            raise TypeError(f"{funcname} requires at least 1 positional argument")
        return dispatch(args[0].__class__)(*args, **kw)

    funcname = getattr(func, "__name__", "singledispatch function")
    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = registry
    wrapper._clear_cache = lambda: None
    native.update_wrapper(wrapper, func)
    return wrapper


def _check(func):
    """Refuses what neither is called nor makes a method."""
    if not (callable(func) or isinstance(func, (classmethod, staticmethod, property)) or hasattr(func, "__get__")):
        raise TypeError(f"{func!r} is not callable or a descriptor")
    return func


def _method_of(method, obj, cls):
    """What a method in a class is for an object of the class."""
    if isinstance(method, classmethod):
        return native.partial(method.__func__, cls)
    if isinstance(method, staticmethod):
        return method.__func__
    return method.__get__(obj, cls) if hasattr(method, "__get__") else native._bind(method, obj, cls)


class singledispatchmethod:
    """Dispatch by the type of the argument behind self."""

    def __init__(self, func):
        self.func = _check(func)
        self.dispatcher = singledispatch(func)

    def register(self, cls, method=None):
        return self.dispatcher.register(cls, func=method)

    def __get__(self, obj, cls=None):
        def choose(*args, **kwargs):
            chosen = self.dispatcher.dispatch(args[0].__class__)
            return _method_of(chosen, obj, cls)(*args, **kwargs)

        native.update_wrapper(choose, self.func).register = self.register
        return choose


WRAPPER_ASSIGNMENTS = ("__module__", "__name__", "__qualname__", "__doc__", "__annotations__")
WRAPPER_UPDATES = ("__dict__",)


class partialmethod:
    """A method with some arguments given already."""

    def __init__(self, func, /, *args, **keywords):
        self.func, self.args, self.keywords = _check(func), args, keywords

    def __repr__(self):
        given = ", ".join(map(repr, self.args)), ", ".join([f"{k}={v!r}" for k, v in self.keywords.items()])
        return f"functools.partialmethod({self.func}, {given[0]}, {given[1]})"

    def __get__(self, obj, cls=None):
        method = native._bind(self.func, obj, cls)
        return native.partial(method, *self.args, **self.keywords)
