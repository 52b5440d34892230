import heapq, bisect
h = [5, 3, 8, 1, 9, 2]
heapq.heapify(h)
print(h, heapq.heappop(h), h, heapq.heappushpop(h, 0), heapq.heapreplace(h, 7), h)
heapq.heappush(h, (4))
print(heapq.nlargest(2, h), heapq.nsmallest(3, [("b", 2), ("a", 1)], key=lambda t: t[1]), list(heapq.merge([1, 4], [2, 3], [0])), list(heapq.merge(["bb", "a"], ["ccc"], key=len, reverse=True)))
pq = []
for p, n in [(3, "c"), (1, "a"), (2, "b")]: heapq.heappush(pq, (p, n))
print([heapq.heappop(pq) for _ in range(3)])
try:
    heapq.heappop([])
except IndexError as e:
    print(e)
a = [1, 3, 3, 5]
print(bisect.bisect_left(a, 3), bisect.bisect_right(a, 3), bisect.bisect(a, 9), bisect.bisect_left(a, 3, 2), bisect.bisect([("a", 1), ("b", 2)], 1, key=lambda t: t[1]))
bisect.insort(a, 4); bisect.insort_left(a, 1)
print(a)
def grade(s, bp=[60, 70, 80, 90], g="FDCBA"): return g[bisect.bisect(bp, s)]
print([grade(s) for s in (33, 99, 77, 70, 89, 90, 100)])
