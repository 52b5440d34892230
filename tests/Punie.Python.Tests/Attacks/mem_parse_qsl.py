# expect: limit:memory|limit:time
# note: very many small fields
import urllib.parse
print(len(urllib.parse.parse_qsl('a=1&' * 8000000)))
