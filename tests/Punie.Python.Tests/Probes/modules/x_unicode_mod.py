import unicodedata
print(unicodedata.normalize("NFD", "é") == "e\u0301", unicodedata.normalize("NFC", "e\u0301"), unicodedata.category("A"), unicodedata.category("1"), unicodedata.name("é"), unicodedata.lookup("SNOWMAN"), unicodedata.combining("\u0301"), "".join(c for c in unicodedata.normalize("NFD", "Crème Brûlée") if unicodedata.category(c) != "Mn"), unicodedata.numeric("½"), unicodedata.digit("5"), unicodedata.decimal("7"), unicodedata.bidirectional("a"), unicodedata.east_asian_width("あ"), unicodedata.normalize("NFKC", "ﬁ①"))
try:
    unicodedata.name("\x00")
except ValueError as e:
    print(e)
print(unicodedata.name("\x00", "none"), unicodedata.category(" "), unicodedata.category("_"), unicodedata.category("\n"), unicodedata.mirrored("("))
