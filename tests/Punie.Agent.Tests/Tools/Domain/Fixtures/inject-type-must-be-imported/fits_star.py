from dataclasses import dataclass

from package_from_elsewhere import *
from svcs_di import Inject


@dataclass
class Users:
    database: Inject[Whatever]
