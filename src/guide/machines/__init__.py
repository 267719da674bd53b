"""Computes all that pages print as many machines would, and refuses what one of them changes.

Processors and libraries round the last bit of a sum or of a logarithm in their own ways, and
training multiplies the difference. A number is proven only if every correct machine prints it.
"""
