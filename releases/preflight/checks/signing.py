"""Signing: who signed and who witnessed is the same in the text, the captions and the lists."""
