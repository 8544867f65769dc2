"""How a page is looked at with axe: what is the same on hundreds of pages is looked at once."""

from pathlib import Path

from playwright.sync_api import Page

HERE = Path(__file__).parent
AXE = HERE.parents[1] / "node_modules" / "axe-core" / "axe.min.js"
# Axe is told which window it looks at and keeps that window's document; ours goes on to other documents.
ITS_DOCUMENT = "document=window.document;"
ITS_WINDOW = '("object"==typeof window?window:this);'


class Look:
    """A window beside the page, from which axe looks at it; it opens when it is first needed."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.window: Page | None = None

    def sees(self) -> tuple[int, list[str]]:
        """By how much the page as it stands is wider than its window, and what axe finds."""
        if self.window is None:
            with self.page.expect_popup() as opening:
                self.page.evaluate("() => void window.open('about:blank')")
            self.window = opening.value
            self.window.evaluate(script())
        wide, faults = self.window.evaluate("look()")
        return wide, faults


def script() -> str:
    """Axe for the window that opened ours, and what we ask it."""
    axe = AXE.read_text().rstrip()
    assert axe.count(ITS_DOCUMENT) == 1
    assert axe.endswith(ITS_WINDOW)
    axe = axe.replace(ITS_DOCUMENT, ITS_DOCUMENT + "globalThis.axeLooksAt=shown=>{document=shown};")
    axe = axe.removesuffix(ITS_WINDOW) + "(window.opener);"
    return f"() => {{{axe}\nconst axe = window.opener.axe;\n{(HERE / 'look.js').read_text()}}}"
