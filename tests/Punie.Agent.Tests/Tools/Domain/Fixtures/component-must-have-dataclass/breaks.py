import tdom
from tdom import Node, html as render


class Greeting:  # breaks here
    name: str

    def __call__(self) -> Node:
        return render(t"<p>{self.name}</p>")


class Footer:  # breaks here
    def __call__(self) -> tdom.Node:
        return tdom.html(t"<footer></footer>")


def make():
    class Inner:  # breaks here
        def __call__(self) -> Node:
            return render(t"<i></i>")

    return Inner
