"""Networks: layers one after the other, and all their numbers in one vector."""
