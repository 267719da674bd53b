"""The chapter on real data: flowers, digits and curves, on many splits."""
