"""The tours of the playground: how often what they show holds."""
