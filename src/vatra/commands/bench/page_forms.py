"""Reading what a page's form would send if nobody wrote anything into it."""

from html.parser import HTMLParser

from vatra.commands.trouble import Trouble

Fields = dict[str, list[str]]


class _Forms(HTMLParser):
    """Collects every form of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.forms: list[Fields] = []
        self.names: list[set[str]] = []
        self._select = self._textarea = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        name = given.get("name", "")
        if tag == "form":
            self.forms.append({})
            self.names.append(set())
        elif tag == "option":
            if self._select and "selected" in given:
                self._keep(self._select, given.get("value", ""))
        elif tag in ("input", "select", "textarea") and name:
            self._field(tag, name, given)

    def _field(self, tag: str, name: str, given: dict[str, str]) -> None:
        if self.names:
            self.names[-1].add(name)
        self._select = name if tag == "select" else self._select
        self._textarea = name if tag == "textarea" else self._textarea
        is_ticked = given.get("type") not in ("checkbox", "radio") or "checked" in given
        if tag == "input" and is_ticked:
            self._keep(name, given.get("value", "on" if given.get("type") == "checkbox" else ""))

    def handle_endtag(self, tag: str) -> None:
        self._select = "" if tag == "select" else self._select
        self._textarea = "" if tag == "textarea" else self._textarea

    def handle_data(self, data: str) -> None:
        if self._textarea and data.strip():
            self._keep(self._textarea, data.strip())

    def _keep(self, name: str, value: str) -> None:
        if self.forms:
            self.forms[-1].setdefault(name, []).append(value)


def form_with(text: str, field: str) -> Fields:
    """The values of the form that has this field, as a browser would send them untouched."""
    page = _Forms()
    page.feed(text)
    for values, names in zip(page.forms, page.names, strict=True):
        if field in names:
            return values
    raise Trouble(f"No form of the page has the field {field}.", "Open that page in a browser to see more.")
