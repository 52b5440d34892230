from typing import Protocol, runtime_checkable
@runtime_checkable
class Quack(Protocol):
    def quack(self) -> str: ...
class Duck:
    def quack(self): return "q"
class Dog: pass
print(isinstance(Duck(), Quack), isinstance(Dog(), Quack), issubclass(Duck, Quack))
class NP(Protocol):
    x: int
try:
    isinstance(Duck(), NP)
except TypeError as e:
    print(e)
try:
    Quack()
except TypeError as e:
    print(e)
@runtime_checkable
class HasX(Protocol):
    x: int
class X: x = 1
print(isinstance(X(), HasX), isinstance(Dog(), HasX))
class Impl(Quack):
    pass
print(Impl().quack(), isinstance(Impl(), Quack))
