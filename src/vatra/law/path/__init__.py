"""The legal path of a child: what happened on it, where the child stands, and for how long already."""
