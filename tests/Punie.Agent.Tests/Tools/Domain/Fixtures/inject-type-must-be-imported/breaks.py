from dataclasses import dataclass

from parts import *
from svcs_di import Inject, injectable


@injectable
@dataclass
class Users:
    database: Inject[Databse]  # breaks here
    cache: "Inject[Cache]"  # breaks here
    clock: Inject["Clock"]  # breaks here
    store: Inject[stores.Store]  # breaks here
    hidden: Inject[_Private]  # breaks here


def make(mailer: Inject[Mailer]) -> None:  # breaks here
    class Mailer: ...
