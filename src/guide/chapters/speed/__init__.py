"""The page on speed: what `make bench` measured."""
