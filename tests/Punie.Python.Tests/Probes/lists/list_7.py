l=[3,1,2]
def show(make):
    try: print(repr(make()))
    except Exception as e: print(type(e).__name__ + ":", e)
show(lambda: range(1,5,0))
show(lambda: range(3) < range(4))
show(lambda: slice(1,2))
show(lambda: slice(None,5,None))
show(lambda: slice(1,10,2).indices(5))
show(lambda: slice(1,2).start)
show(lambda: slice(1,2)==slice(1,2))
show(lambda: slice(3).stop)
show(lambda: slice(1,2).indices('a'))
show(lambda: hash(slice(1)) if False else 0)
