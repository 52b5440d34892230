import json,re,random,statistics,string,textwrap,operator,base64,hashlib,heapq,bisect,contextlib,copy,enum,dataclasses,datetime as dt,time
from abc import ABC,abstractmethod
for t in ['{"a":[1,2.5,null,true,"x\\u00e9"]}','[1,]','{"a":1,}','{a:1}','[1 2]','"abc','nul','','[1]x','{"a" 1}','"\\x"','-','1e5','-0','[NaN,Infinity]','"\t"','"a\\ud83d\\ude00"']:
    try: print(json.loads(t))
    except Exception as e: print(type(e).__name__,e,getattr(e,'pos',None))
print(json.dumps({'b':[1,{'c':None}],'a':'é"\n'},indent=2,sort_keys=True),json.dumps([],indent=2),json.dumps({},indent=2),json.dumps([1,[2]],indent='--'),json.dumps('é😀'),json.dumps({(1):2,1.5:3}),json.dumps([1,2],separators=(',',':')))
a=[];a.append(a)
for f in [lambda:json.dumps(a),lambda:json.dumps({(1,2):1}),lambda:json.dumps(object),lambda:json.dumps(float('nan'),allow_nan=False),lambda:json.loads(5)]:
    try: print(f())
    except Exception as e: print(type(e).__name__,e)
for p in ['(','[','*a','a**',')','a{2,1}','(?P<x>a)(?P<x>b)','\\','(?P=n)','[z-a]','\\q','(?<n>a)','\\2(a)','(?i','a(?i)b']:
    try: re.compile(p); print('ok')
    except re.error as e: print(e)
print(re.sub(r'(?P<a>\w)(\d)?',r'<\g<a>\2>','a1b'),re.split(r'(,)|;','a,b;c'),re.split('x*','axbc'),re.findall(r'(a)(b)?','aab'),re.sub('x*','-','abxd'),re.match(r'(?P<y>\d{4})-(?P<m>\d\d)','2024-05').groupdict(),re.search(r'b+','abbb').span(),re.fullmatch('a|ab','ab'),re.findall(r'\bw\w*',"we won't"),re.sub(r'\s+',' ','a \n b'),re.escape('a.b-c d'),re.findall('[^\\W\\d_]+','ab1_é'),[m.start() for m in re.finditer('a','banana')],re.findall(r'.','a😀'),re.compile('a',re.I|re.M),re.match('(a)|(b)','b').lastindex,re.subn('a','b','aa'),re.sub('(a)',lambda m:m[1].upper(),'banana',count=2),re.findall(r'(?x) a b # c','ab'),re.search('$','ab\n').start(),re.findall('^.',"a\nb",re.M), re.search('a++b','aab'), re.match('(?:a{,2})b','aab'), re.findall(r'(\w+)\s\1','the the cat cat'))
random.seed(42); print(random.random(),random.randint(1,100),random.choice('abc'),random.sample(range(10),3),random.uniform(1,2),random.choices([1,2,3],k=3),random.gauss(0,1),random.getrandbits(40)); l=list(range(5)); random.shuffle(l); print(l); random.seed('x'); print(random.random(), random.choices('ab',weights=[1,3],k=4), random.randrange(0,100,5))
print(statistics.mean([1,2,3,4]),statistics.mean([1,3]),statistics.median([1,2,3,4]),statistics.stdev([1,2,3,4]),statistics.pvariance([1.5,2.5]),statistics.mode('aab'),statistics.multimode('aabb'),statistics.quantiles([1,2,3,4,5]),statistics.fmean([1,2]),statistics.variance([1,2,3,4]),statistics.median_low([1,2]),statistics.harmonic_mean([1,2]))
try: statistics.mean([])
except statistics.StatisticsError as e: print(e)
print(textwrap.fill('The quick brown fox jumps over the lazy dog well-known',20),textwrap.wrap('aaaaaaaaaaaaaaa bbb',6),textwrap.shorten('hello big world',11),textwrap.indent('a\n\nb','> '),textwrap.dedent('  a\n    b\n'))
print(string.capwords('hello  world'),string.Template('$a ${b} $$').substitute(a=1,b=2),operator.itemgetter(1,0)('ab'),operator.attrgetter('real')(5),operator.methodcaller('upper')('a'),operator.mul(2,3))
print(base64.b64encode(b'hello'),base64.b64decode('aGVsbG8='),base64.urlsafe_b64encode(b'\xff\xfe'),base64.b32encode(b'hi'),base64.b16encode(b'hi'),hashlib.md5(b'a').hexdigest(),hashlib.sha256(b'a').hexdigest()[:10],hashlib.sha1(b'a').hexdigest())
h=[3,1,2]; heapq.heapify(h); heapq.heappush(h,0); print(h,heapq.heappop(h),heapq.nlargest(2,h),bisect.bisect([1,2,3],2),bisect.bisect_left([1,2,3],2))
@contextlib.contextmanager
def cm(x):
    print('in'); 
    try: yield x
    finally: print('out')
with cm(5) as v: print(v)
with contextlib.suppress(ValueError): raise ValueError
class A(ABC):
    @abstractmethod
    def f(self): ...
try: A()
except TypeError as e: print(e)
class Col(enum.Enum):
    RED=1; GREEN=2; ALIAS=1
print(Col.RED,repr(Col.GREEN),Col(1),Col['GREEN'],list(Col),Col.ALIAS is Col.RED,len(Col),Col.RED in Col,Col.RED.name,Col.RED==1,{Col.RED:1},f'{Col.RED}',Col)
try: Col(9)
except ValueError as e: print(e)
class N(enum.IntEnum): A=1; B=enum.auto()
class P(enum.Flag): R=enum.auto(); W=enum.auto()
class T(enum.StrEnum): X=enum.auto()
print(N.B,N.B+1,N.A<N.B,repr(N.A),P.R|P.W,P.R in (P.R|P.W),T.X,repr(T.X),sorted([N.B,N.A]),json.dumps(N.A))
@dataclasses.dataclass
class D:
    a:int; b:str='x'; c:list=dataclasses.field(default_factory=list,repr=False)
d=D(1); print(d,d==D(1),dataclasses.asdict(d),dataclasses.replace(d,a=5),[f.name for f in dataclasses.fields(D)],copy.copy(d),copy.deepcopy(d)==d,dataclasses.astuple(d))
for f in [lambda:D(),lambda:D(1,2,3,4),lambda:D(z=1)]:
    try: f()
    except TypeError as e: print(e)
x=dt.datetime(2024,2,29,13,5,9,120); print(x,repr(x),x.isoformat(),x+dt.timedelta(days=365),x.strftime('%Y-%m-%d %H:%M:%S.%f %j %a %A %b %B %p %I %y %U %W %%'),x.date(),x.time(),x.weekday(),x.isocalendar(),x.replace(hour=0),x.timestamp() if 0 else '',dt.timedelta(days=-1,seconds=5),repr(dt.timedelta(hours=-1)),dt.timedelta(days=2)/dt.timedelta(hours=1),dt.timedelta(hours=5)//2,dt.date(2024,1,1)<dt.date(2024,1,2),dt.date(2024,3,1)-dt.timedelta(days=1),dt.datetime.strptime('5 Mar 2024 3:04 PM','%d %b %Y %I:%M %p'),dt.datetime.fromisoformat('2024-01-01T10:00:00+02:00'),dt.date.fromisoformat('2024-12-31').isocalendar()[1],dt.time(1,2,3),dt.timezone.utc,repr(dt.timezone(dt.timedelta(hours=-3,minutes=-30))),dt.date(2024,1,1).strftime('%d/%m/%y'))
for f in [lambda:dt.date(2024,13,1),lambda:dt.date(2023,2,29),lambda:dt.datetime.strptime('x','%Y'),lambda:dt.datetime.strptime('2024x','%Y'),lambda:dt.date.fromisoformat('x'),lambda:dt.datetime(1,1,1)-dt.timedelta(1),lambda:dt.datetime(2024,1,1)<dt.datetime(2024,1,1,tzinfo=dt.timezone.utc)]:
    try: print(f())
    except Exception as e: print(type(e).__name__,e)
