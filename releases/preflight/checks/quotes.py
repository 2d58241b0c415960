"""Quotes: what a caption quotes was said in the body, in the same words."""
