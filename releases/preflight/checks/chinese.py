"""Chinese text as a Hong Kong press office writes it."""
