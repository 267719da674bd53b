"""Runs the code of all pages as a reader's browser does, by the page's own runner.

The runner is the same file in the page, in these runs and in the tests. Here it runs natively and
in WebAssembly, where a reader's results come from, and what both print is compared.
"""
