"""Checks of the exercises in the page: each tells a reader what is wrong with the code they wrote.

A module that has a function `check` belongs to the exercise of its name; the others are shared.
The site serves each exercise as one file, so they use NumPy, `nnbyhand` and the standard library
alone.
"""
