"""The chapter on forward propagation: one pass, what it costs, and a slip of shapes."""
