"""What the shop uses of svcs-di."""

from typing import Annotated

type Inject[T] = Annotated[T, "inject"]

def injectable[C: type](cls: C) -> C: ...
