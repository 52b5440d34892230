import uuid
from urllib.parse import *
import dataclasses, enum, typing, functools, itertools, collections, json, re
from dataclasses import dataclass, field
print(uuid.UUID('12345678123456781234567812345678'), uuid.uuid5(uuid.NAMESPACE_DNS,'python.org'), uuid.uuid3(uuid.NAMESPACE_DNS,'python.org').version)
u=urlparse('http://u:p@Host.com:80/a/b;x?q=1#f'); print(u, u.hostname, u.port, u.username, u.geturl(), urlsplit('/a?b'), urlencode([('a','1 2'),('b','é')]), urlencode({'a':[1,2]},doseq=True), parse_qs('a=1&a=2&b='), parse_qsl('a=1&b=%20'), quote('é/ ?'), quote_plus('a b&c'), unquote('%C3%A9'), urljoin('http://a/b/c','d'), urljoin('http://a/b/c','/d'), urljoin('http://a/b/c/','../d?x'))
@dataclass
class A:
    x:int=1
@dataclass
class B(A):
    y:int=2
    z: typing.ClassVar[int]=5
print(B(), B(3,4), B.__match_args__, dataclasses.fields(B)[1].default)
@dataclass(order=True, frozen=True)
class P:
    x:int; y:int=field(default=0, compare=False)
print(P(1)<P(2), P(1,5)==P(1,6), hash(P(1,5))==hash(P(1,6)), sorted([P(2),P(1)]), {P(1):2})
@dataclass(kw_only=True)
class K:
    a:int; b:int=3
print(K(a=1))
try: K(1)
except TypeError as e: print(e)
try:
    @dataclass
    class M:
        xs: list = []
except ValueError as e: print(e)
for f in [lambda:format(None,'>5'),lambda:'{:d}'.format(1.5),lambda:f'{[1]:>5}',lambda:'%d'%[],lambda:sorted([3,'a']),lambda:max([1,'a']),lambda:sum([1,'a']),lambda:int(None),lambda:float(None),lambda:round('x',1),lambda:'a'*1.5,lambda:[1]*'a',lambda:{1:2}+{},lambda:len(None),lambda:'a'.join(5),lambda:'a'.join([1]),lambda:'abc'.replace('a',1),lambda:'abc'.startswith(1),lambda:'a'.split(1),lambda:'a'.center('x'),lambda:'a'.center(5,'xx'),lambda:[].append(),lambda:[].append(1,2),lambda:{}.get(),lambda:{}.pop('x'),lambda:{1}.remove(2),lambda:(1).foo,lambda:'a'.foo,lambda:[].foo,lambda:None.foo,lambda:sorted(),lambda:sorted([1],2),lambda:list(1,2),lambda:dict(1),lambda:tuple(5),lambda:bool(1,2),lambda:zip(5),lambda:map(1),lambda:list(map(5,[1])),lambda:filter(None),lambda:enumerate(5),lambda:reversed(5),lambda:next(5),lambda:iter(1,2),lambda:hash([]),lambda:hash({}),lambda:getattr(1,'x'),lambda:getattr(1,2),lambda:setattr(1,'x',2),lambda:isinstance(1,1),lambda:issubclass(1,int),lambda:abs(None),lambda:divmod('a',1),lambda:pow('a',2),lambda:chr('a'),lambda:ord(5),lambda:ord(''),lambda:bin('a'),lambda:range(),lambda:range(1,2,3,4),lambda:range('a'),lambda:slice(),lambda:object(1),lambda:any(5),lambda:input if 0 else all(None),lambda:int('5',base='x'),lambda:b'a'+'b',lambda:b'a'.join(['x']),lambda:'a' in 5,lambda:5 in 'a',lambda:json.loads(None),lambda:re.sub(1,2,3),lambda:re.match('a',None),lambda:itertools.chain(5) and list(itertools.chain(5)),lambda:list(itertools.islice([1],-1)),lambda:functools.reduce(5,[1,2]),lambda:collections.deque(5),lambda:collections.Counter(5),lambda:[1,2].index(5),lambda:(1,).index(5),lambda:[].remove(1),lambda:'abc'.rindex('z'),lambda:[1,2,3].pop(9),lambda:int('1.5'),lambda:float('1,5'),lambda:'{0}{}'.format(1,2),lambda:'%s%s'%1,lambda:list(zip([1],[1,2],[1],strict=True))]:
    try: print(f())
    except Exception as e: print(type(e).__name__,e)
print(sorted(['b','A','c'],key=str.lower),list(map(str.upper,'ab')),list(map(int,['1','2'])),dict(zip('ab',range(2))),dict([('a',1)],b=2),dict({'a':1}),list(dict(a=1)),[*range(3),*'ab'],str(1.0),str(True),int(True),float('1e3'),int(3.9),int(-3.9),bool([]),bool('0'),round(2.5),round(-0.5),0.1+0.2,1e3,1_000,2**100,-7//2,-7%3,7.5//2,2**-1,divmod(-7,2))
print('{:>10}|{:<10}|{:^10}|{:+}|{:,}|{:.2%}|{:e}|{:#x}|{:08.3f}'.format('a','b','c',5,1234567,0.256,12345.678,255,3.14159), f'{3.14159:.2f} {"x":>5} {10:05d} {1e10:g} {True!r:>6} {"é"!a} {5=} {[1,2]!s}')
e1=ExceptionGroup('g',[ValueError(1),TypeError('x')]); print(e1, repr(e1), e1.exceptions, e1.message)
print(repr(KeyError('x')), str(KeyError('x')), repr(ValueError()), OSError(2,'No such file'), FileNotFoundError(2,'nf','a.txt'), repr(StopIteration(5)), UnicodeError('x'))
print(typing.List[int], typing.Optional[int], typing.Dict[str,int], list[int], dict[str,list[int]], int|None, typing.Any, tuple[int,...])
