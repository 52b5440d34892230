class Box:
    def __class_getitem__(cls, item): return f"{cls.__name__}[{item}]"
print(Box[int], Box[1, 2])
class NB: pass
try: NB[1]
except TypeError as e: print(e)
try: NB()[1]
except TypeError as e: print(e)
print(list[int], dict[str, int], tuple[int, ...], list[int] == list[int], type(list[int]).__name__)
