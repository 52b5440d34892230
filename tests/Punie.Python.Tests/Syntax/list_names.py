"""Prints the number and the name of every character that has one, in hexadecimal, with a semicolon between them."""
import unicodedata

for code in range(0x110000):
    name = unicodedata.name(chr(code), None)
    if name:
        print(f"{code:X};{name}")
