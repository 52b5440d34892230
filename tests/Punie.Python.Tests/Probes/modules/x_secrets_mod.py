import secrets, keyword, string
print(len(secrets.token_hex(4)), len(secrets.token_bytes(3)), secrets.choice([1]), 0 <= secrets.randbelow(5) < 5, len(secrets.token_urlsafe(8)) > 8, secrets.compare_digest("a", "a"))
print(keyword.iskeyword("for"), keyword.iskeyword("x"), keyword.kwlist[:3], keyword.issoftkeyword("match"))
