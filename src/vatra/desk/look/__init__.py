"""The child's file at one look: who, where, with whom, what was decided and why, what the child said, what is due."""

from vatra.desk.look.look import Look, look_at

__all__ = ["Look", "look_at"]
