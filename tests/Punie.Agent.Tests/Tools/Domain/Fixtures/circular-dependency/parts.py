from dataclasses import dataclass

from breaks import Catalog
from svcs_di import Inject, injectable


@injectable
@dataclass
class Stock:
    catalog: Inject[Catalog]
