from tdom_svcs import middleware


@middleware(categories=["a"])
class Short:
    def __call__(self, target, props):  # breaks here
        return props


@middleware(categories=["a"])
class Swapped:
    def __call__(self, props, target, context):  # breaks here
        return props


@middleware(categories=["a"])
class Missing:  # breaks here
    def handle(self, target, props, context):
        return props


@middleware(categories=["a"])
def named(*, target, props, context):  # breaks here
    return props


@middleware(categories=["a"])
def longer(target, props, context, more):  # breaks here
    return props


@middleware(categories=["a"])
def method(self, target, props, context):  # breaks here
    return props
