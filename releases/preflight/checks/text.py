"""Text that was not meant to go out: placeholders, broken links, headlines that no list holds."""
