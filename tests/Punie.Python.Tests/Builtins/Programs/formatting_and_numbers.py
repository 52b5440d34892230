import math
vals=[0.0,-0.0,1.0,1.5,2.5,0.5,-2.675,1e16,1e15,123456789.123,1e-5,1e-4,1e22,1e300,float('inf'),float('nan'),0.1,100.0,1e100,5e-324]
specs=['','.2f','.0f','g','e','.3e','G','%','.1%','10.2f','<10','>10','^10','+','+.2f',' ','010.2f',',',',.2f','_','.3','.6','.10g','#.3g','n','#g','.0e','#.0f','=+12.3f','*^15.2e','08','z.0f','F','E']
for v in vals:
    for s in specs:
        try: print(repr(format(v,s)),end=' ')
        except Exception as e: print(type(e).__name__,e,end=' ')
    print()
ints=[0,1,-1,255,-255,1234567,10**20,-10**20,True]
ispecs=['','d','b','o','x','X','#x','#b','#o','#X',',','_','_x','_b','10','<10','^10','=10','+','+d',' d','010','08x','#010x','c','n','e','.2f','g','%','010,','020,d','.3','*>12,','s','y','+c',',x','__','5s']
for v in ints:
    for s in ispecs:
        try: print(repr(format(v,s)),end=' ')
        except Exception as e: print(type(e).__name__,e,end=' ')
    print()
for v in ['','a','hello','é☃']:
    for s in ['','10','<10','>10','^10','.2','10.2','s','*^9','=5','+','#','d','05','>05',',','.']:
        try: print(repr(format(v,s)),end=' ')
        except Exception as e: print(type(e).__name__,e,end=' ')
    print()
pf=[('%d',5),('%5d|',5),('%-5d|',5),('%05d',-5),('%+d',5),('% d',5),('%x',255),('%#x',255),('%X',-255),('%o',8),('%#o',8),('%.3d',5),('%e',12345.678),('%.2e',0.0),('%g',1e-5),('%G',1e20),('%.3g',1234.5),('%f',1.5),('%.0f',2.5),('%10.3f|',3.14159),('%-10.3f|',3.14159),('%s','x'),('%10s|','x'),('%-10s|','x'),('%.2s','xyz'),('%r','x'),('%a','é'),('%c','x'),('%c',65),('%%',()),('%d',3.7),('%d','a'),('%x',1.5),('%s %s',('a',)),('%s',('a','b')),('%(a)s',{'a':1}),('%(a)d-%(b)s',{'a':1,'b':2}),('%*d',(5,3)),('%.*f',(2,3.14159)),('%y',1),('%',1),('%(a)s',1),('%f','a'),('%i',True),('%s',None),('%5.1f%%',12.345),('%#.3g',1.0),('%+.1e',1234.5),('%d',10**25),('%c','ab'),('%d',None)]
for f,v in pf:
    try: print(repr(f%v),end=' ')
    except Exception as e: print(type(e).__name__,e,end=' ')
print()
fm=[('{}',(1,),{}),('{0}{1}{0}',(1,2),{}),('{a}',(),{'a':1}),('{:>{w}}',(5,),{'w':4}),('{0.real}',(5,),{}),('{0[1]}',([1,2],),{}),('{a[k]}',(),{'a':{'k':3}}),('{{}}',(),{}),('{!r:>5}',('a',),{}),('{!s}',(1,),{}),('{!a}',('é',),{}),('{',(),{}),('}',(),{}),('{}{1}',(1,2),{}),('{1}{}',(1,2),{}),('{}',(),{}),('{x}',(),{}),('{:{}}',(3,'>4'),{}),('{0:{1}.{2}f}',(3.14159,8,2),{}),('{!x}',(1,),{}),('{:d}',('a',),{}),('{0.foo}',(1,),{}),('{0[}',([],),{}),('{a.b',(),{}),('{:,}',(1234567,),{})]
for f,a,k in fm:
    try: print(repr(f.format(*a,**k)),end=' ')
    except Exception as e: print(type(e).__name__,e,end=' ')
print()
for x in ['1','-1',' 5 ','0x10','1_000','1__0','_1','','abc','１２','0b11','1e5','1.5','+3','- 3','0_0','00','٣']:
    for f in (int,float,lambda s:int(s,0),lambda s:int(s,16),lambda s:int(s,2)):
        try: print(f(x),end=' ')
        except Exception as e: print(type(e).__name__,e,end=' ')
    print()
print(round(2.5),round(3.5),round(-2.5),round(2.675,2),round(1234.5678,-2),round(1250,-2),round(1350,-2),round(-15,-1),round(0.5),round(1e300,2),round(5.015,2),round(1.005,2),round(25,-1),round(12345.6789,3))
for f in [lambda:divmod(7,-2),lambda:divmod(-7.5,2),lambda:pow(2,-1),lambda:pow(3,-1,7),lambda:pow(2,10,1000),lambda:pow(2,3,0),lambda:divmod(1,0),lambda:round('a'),lambda:int([]),lambda:float([]),lambda:abs('a'),lambda:sum(['a']),lambda:max([]),lambda:min(),lambda:chr(-1),lambda:ord('ab'),lambda:hex(1.5),lambda:int('1',99),lambda:float('x'),lambda:sorted([1,'a']),lambda:len(5),lambda:iter(5),lambda:next(iter([])),lambda:int('9'*5000),lambda:str(10**5000),lambda:isinstance(1,'a'),lambda:list(5),lambda:dict([1]),lambda:dict([(1,2,3)]),lambda:set([[]]),lambda:'a'+1,lambda:1+'a',lambda:[]+(),lambda:{}['x'],lambda:[1][5],lambda:'abc'.index('z'),lambda:[].pop(),lambda:[1].index(2),lambda:{}.popitem(),lambda:set().pop(),lambda:' '.join([1]),lambda:'a'.split(''),lambda:bytes([300]),lambda:'é'.encode('ascii'),lambda:b'\xff'.decode(),lambda:float(10**400),lambda:10**400*1.0,lambda:zip([1],strict=2) and list(zip([1],[1,2],strict=True)),lambda:range(1.5),lambda:'x'*-1 and 0,lambda:int.from_bytes(b'\x01\x00','big'),lambda:(258).to_bytes(2,'little'),lambda:(-1).to_bytes(1,'big'),lambda:math.sqrt(-1),lambda:math.log(0),lambda:math.factorial(-1),lambda:math.comb(5,2),lambda:math.gcd(12,18),lambda:math.exp(1000),lambda:math.floor(float('nan'))]:
    try: print(f())
    except Exception as e: print(type(e).__name__,e)
