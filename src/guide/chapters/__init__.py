"""What pages compute, draw and list: one folder per chapter, and per page that does the same.

A chapter's `experiments` compute, its `figures` draw and its `tables` list what they found. Each is
a module, or a folder of modules with one idea each; no chapter imports another.
"""
