"""How the people of the desk are named on its screens."""


def name_of(user) -> str:
    """Return the full name of a user, or else the one they log in with; empty for nobody."""
    return user.get_full_name() or user.get_username() if user else ""
