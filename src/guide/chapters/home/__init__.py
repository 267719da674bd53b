"""The home page: a network that learns exclusive or."""
