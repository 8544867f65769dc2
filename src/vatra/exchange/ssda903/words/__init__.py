"""What the codes of the return mean in our words (standards §6.1); the codes themselves are kept beside."""
