"""Both languages say the same: nothing is missing, nobody is left out, terms are those of the house."""
