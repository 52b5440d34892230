import difflib
a, b = "one\ntwo\nthree\n".splitlines(True), "one\n2\nthree\nfour\n".splitlines(True)
print("".join(difflib.unified_diff(a, b, "a.txt", "b.txt")))
print("".join(difflib.ndiff(a, b)))
print(difflib.get_close_matches("appel", ["ape", "apple", "peach"]), round(difflib.SequenceMatcher(None, "abcd", "bcde").ratio(), 3))
sm = difflib.SequenceMatcher(None, "qabxcd", "abycdf")
print(sm.get_opcodes(), sm.get_matching_blocks(), sm.find_longest_match(0, 6, 0, 6), sm.quick_ratio())
print("".join(difflib.context_diff(a, b)))
