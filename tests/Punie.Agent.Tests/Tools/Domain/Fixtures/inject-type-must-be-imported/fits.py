from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Literal

import stores
from parts import *
from parts import Database as Db
from svcs_di import Inject, injectable

if TYPE_CHECKING:
    from clocks import Clock


@injectable
@dataclass
class Users[T]:
    database: Inject[Database]
    other: Inject[Db]
    clock: Inject["Clock"]
    store: Inject[stores.Store]
    late: Inject[Late]
    local: Inject[Local]
    text: Inject[str]
    table: Inject[dict[str, Late]]
    item: Inject[T]
    kind: Inject[Literal["unknown"]]
    named: Annotated[Inject[Late], "Nobody"]
    comment: str = "Inject[Nobody]"


class Local: ...


from late import Late
