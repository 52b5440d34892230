from collections import *
import itertools as it, functools as ft
c=Counter("abracadabra"); print(c, c.most_common(2), c['z'], sorted(c.elements())[:4], c.total())
c.update("aaa"); c.subtract({'b':1}); print(c, c+Counter(a=1), c-Counter(a=3), c&Counter(a=2), c|Counter(z=1), c==Counter(c), Counter(a=1)<=c, +Counter(a=-1,b=2) if False else '')
d=defaultdict(list); d['x'].append(1); print(d, d.get('q'), dict(d), d.default_factory, 'q' in d)
try: defaultdict()['x']
except KeyError as e: print('KE', e)
o=OrderedDict(a=1,b=2); o.move_to_end('a'); print(o, o.popitem(last=False), OrderedDict(a=1,b=2)==OrderedDict(b=2,a=1), list(reversed(OrderedDict(a=1,b=2))))
q=deque([1,2,3],maxlen=3); q.append(4); q.appendleft(0); print(q, q[0], q[-1], list(q), len(q), 2 in q); q.rotate(1); print(q, deque('ab')+deque('c'), q.index(2), q.count(2), list(reversed(q)))
try: deque().pop()
except IndexError as e: print(e)
P=namedtuple('P','x y z',defaults=[9]); p=P(1,2); print(p, p.x, p[2], p._asdict(), p._replace(x=5), P._fields, p==(1,2,9), hash(p)==hash((1,2,9)), P._make([1,2,3]), P._field_defaults, isinstance(p,tuple), len(p), *p)
a,b,_=p; print(a,b)
for bad in [lambda:P(), lambda:P(1,2,3,4), lambda:P(1,2,q=1), lambda:P(1,x=2), lambda: namedtuple('A','def'), lambda: namedtuple('A','a a')]:
    try: bad()
    except Exception as e: print(type(e).__name__, e)
class Q(namedtuple('Q','a b')):
    def s(self): return self.a+self.b
print(Q(1,2).s(), Q(1,2), Q(a=1,b=3)._replace(b=7).s())
cm=ChainMap({'a':1},{'a':2,'b':3}); print(cm['a'],cm['b'],sorted(cm),len(cm),cm.get('z'),cm,dict(cm),cm.new_child({'z':1})['z'])
print(list(it.islice(it.count(1,2),3)),list(it.chain.from_iterable(['ab','c'])),list(it.accumulate([1,2,3],initial=10)),list(it.accumulate([3,1,2],max)),list(it.compress('abc',[1,0,1])),list(it.filterfalse(None,[0,1,2])),list(it.combinations_with_replacement('ab',2)),list(it.permutations('abc'))[:4],[list(x) for x in it.tee([1,2],2)],list(it.product([0,1],repeat=2)),list(it.islice('abcdefg',1,6,2)), list(it.zip_longest('ab','c')))
print([(k,list(g)) for k,g in it.groupby([1,1,2,3,3], key=lambda x:x%2)], list(it.combinations([1,2],3)), list(it.permutations([1,2],0)))
@ft.lru_cache(maxsize=2)
def f(x): return x*2
f(1);f(2);f(1);f(3);f(2); print(f.cache_info(), f.__name__, f.__wrapped__(4)); f.cache_clear(); print(f.cache_info())
def deco(fn):
    @ft.wraps(fn)
    def w(*a,**k): return fn(*a,**k)
    return w
@deco
def hi(): "doc"; return 1
print(hi.__name__, hi.__doc__, hi(), hi.__wrapped__.__name__)
@ft.total_ordering
class V:
    def __init__(s,v): s.v=v
    def __eq__(s,o): return s.v==o.v
    def __lt__(s,o): return s.v<o.v
print(V(1)<=V(1), V(2)>V(1), V(1)>=V(2), max([V(1),V(3)]).v)
class C:
    n=0
    @ft.cached_property
    def x(self): C.n+=1; return C.n
    @ft.cache
    def m(self, k): C.n+=1; return k
i=C(); print(i.x,i.x,C.n,i.m(1),i.m(1),C.n)
print(ft.partial(int,base=2)('11'), ft.partial(print,1,sep='-')(2), ft.reduce(lambda a,b:a+b,['a','b']))
try: ft.reduce(lambda a,b:a,[])
except TypeError as e: print(e)
@ft.singledispatch
def g(x): return 'obj'
@g.register
def _(x:int): return 'int'
@g.register(list)
def _(x): return 'list'
print(g(1),g([]),g('s'))
from collections.abc import Mapping, Iterable, Callable, Sequence, Hashable
print(isinstance({},Mapping),isinstance([],Iterable),isinstance(5,Iterable),isinstance(len,Callable),isinstance('',Sequence),isinstance([],Hashable), isinstance(iter([]), Iterable))
dd={'a':1}; e=dd; dd|={'b':2}; print(e, {**dd,'c':3}, dd|{'a':0})
