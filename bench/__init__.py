"""How fast the newsroom is, measured as it is deployed: ``make bench``, ``make bench FULL=1``."""
