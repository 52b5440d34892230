# expect: limit:memory|limit:time
# note: a tree of syntax is larger than its text
import ast
print(len(ast.literal_eval('[' + '1,' * 1500000 + ']')))
