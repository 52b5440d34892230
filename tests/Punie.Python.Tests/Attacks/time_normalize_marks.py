# expect: limit:time
# note: marks in the wrong order are brought to their places one by one
import unicodedata
unicodedata.normalize('NFD', 'a' + '\u0301' * 200000 + '\u0323' * 200000)
