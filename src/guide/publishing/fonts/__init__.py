"""The fonts of the site, cut down to what its pages use, and what is shown until they arrive."""
