"""The ledger: every piece of every page, what proves it, and the marks that say so on the page."""
