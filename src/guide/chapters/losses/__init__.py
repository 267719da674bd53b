"""The chapter on losses: what each charges, and what it teaches."""
