from abc import ABC, abstractmethod
class Shape(ABC):
    @abstractmethod
    def area(self): ...
    @property
    @abstractmethod
    def name(self): ...
    def describe(self): return f"{self.name} {self.area()}"
class Sq(Shape):
    def __init__(self, s): self.s = s
    def area(self): return self.s ** 2
    @property
    def name(self): return "sq"
print(Sq(3).describe(), isinstance(Sq(1), Shape), Shape.__abstractmethods__ == frozenset({"area", "name"}))
class Half(Shape):
    def area(self): return 1
for k in (Half,):
    try: k()
    except TypeError as e: print(str(e)[:40])
@Shape.register
class V: pass
print(issubclass(V, Shape), isinstance(V(), Shape))
