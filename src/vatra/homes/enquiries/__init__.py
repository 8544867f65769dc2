"""People who ask whether they could care for a child: what they ask, how far it has gone, and who answers by when."""
