"""England's yearly return on children in care (SSDA903), read into files, stays and legal statuses."""
