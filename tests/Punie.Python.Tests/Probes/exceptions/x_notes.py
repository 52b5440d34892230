try:
    try:
        raise ValueError("a")
    except ValueError as e:
        e.add_note("n1")
        e.add_note("n2")
        raise
except ValueError as e:
    print(e.__notes__, e)
try:
    ValueError().add_note(5)
except TypeError as e:
    print(e)
print(hasattr(ValueError(), "__notes__"))
