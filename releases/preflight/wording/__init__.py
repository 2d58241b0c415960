"""How words are written: characters, marks, spaces, repeats, words of other places, placeholders, links."""
