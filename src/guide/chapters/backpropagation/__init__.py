"""The chapter on backpropagation: one example worked by hand, slips, starts and step sizes."""
