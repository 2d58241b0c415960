"""The seed among the measured documents, where it is. What is right of it is said by its lines."""


def cases():
    return []
