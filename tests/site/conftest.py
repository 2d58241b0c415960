import pytest

from . import sample_newsroom


@pytest.fixture(scope="session")
def newsroom_url(tmp_path_factory):
    """The address of the sample newsroom, loaded once for all who look at it."""
    with sample_newsroom.serving(tmp_path_factory.mktemp("newsroom")) as url:
        yield url
