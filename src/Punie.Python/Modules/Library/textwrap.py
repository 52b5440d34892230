"""TextWrapper; the functions are native."""


class TextWrapper:
    """Wraps text in a style that is kept."""

    def __init__(self, width=70, initial_indent="", subsequent_indent="", expand_tabs=True, replace_whitespace=True, fix_sentence_endings=False,
                 break_long_words=True, drop_whitespace=True, break_on_hyphens=True, tabsize=8, *, max_lines=None, placeholder=" [...]"):
        # What wrap() is called with: programs change the attributes between calls.
        self.__dict__.update(
            width=width, initial_indent=initial_indent, subsequent_indent=subsequent_indent, expand_tabs=expand_tabs, tabsize=tabsize,
            replace_whitespace=replace_whitespace, drop_whitespace=drop_whitespace, fix_sentence_endings=fix_sentence_endings,
            break_long_words=break_long_words, break_on_hyphens=break_on_hyphens, max_lines=max_lines, placeholder=placeholder)

    def wrap(self, text):
        return native.wrap(text, **self.__dict__)

    def fill(self, text):
        return "\n".join(self.wrap(text))
