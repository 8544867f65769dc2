"""What is put on paper: the decision, the letters about it, the sheet about forms of care."""
