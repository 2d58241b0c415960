"""Boilerplates: the newest one, of this year, with the same facts in both languages."""
