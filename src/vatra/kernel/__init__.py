"""The ground of the house, which knows no child: time, concerns, constraints, privacy, the ledger."""
