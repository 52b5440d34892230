import traceback
def a(): b()
def b(): raise ValueError("deep")
try:
    a()
except ValueError as e:
    print(traceback.format_exception_only(type(e), e))
    print(traceback.format_exc().splitlines()[0], "|", traceback.format_exc().splitlines()[-1])
    print("".join(traceback.format_exception(e)).splitlines()[-1])
    print([f.name for f in traceback.extract_tb(e.__traceback__)])
    print(e.__traceback__.tb_lineno, traceback.format_tb(e.__traceback__)[1])
    print(traceback.format_exc())
