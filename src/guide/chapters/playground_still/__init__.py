"""The playground as it opens: one network on two rings, before and after training."""
