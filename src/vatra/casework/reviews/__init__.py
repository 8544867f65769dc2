"""Reviews as meetings: planned, held or put off, with the child's part, causes and goals looked at, and minutes."""
