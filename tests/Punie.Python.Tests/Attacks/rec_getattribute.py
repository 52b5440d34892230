# expect: ok
# note: reading an attribute in __getattribute__ is a recursion like any other
class A:
    def __getattribute__(self, name):
        return getattr(self, name)
class B:
    def __getattribute__(self, name):
        raise AttributeError(name)
    def __getattr__(self, name):
        return getattr(self, name + 'x')
for made in (A(), B()):
    try:
        made.x
    except RecursionError:
        print('RecursionError')
