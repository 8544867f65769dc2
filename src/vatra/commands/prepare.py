"""What pages need and the source tree does not hold: the built front end, the compiled translations."""

from vatra.commands import assets, home, report, translations


def build() -> None:
    """Builds what changed since it was built last; does nothing for an installed wheel, which brings both."""
    with report.terminal.status("Building the front end"):
        assets.build()
    if home.is_source_tree():
        translations.compile_all()
    home.own_folder(home.home() / "static", 0o755)
