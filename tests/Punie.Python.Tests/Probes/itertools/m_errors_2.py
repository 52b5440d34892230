import itertools
from itertools import *
try:
    print(len(count()))
except Exception as error:
    print(type(error).__name__ + ':', error)
try:
    print(count()[0])
except Exception as error:
    print(type(error).__name__ + ':', error)
