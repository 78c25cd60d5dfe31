import pytest

from serving import chromium, serving


@pytest.fixture(scope="session")
def server():
    with serving() as running:
        yield running


@pytest.fixture(scope="session")
def browser():
    with chromium() as running:
        yield running
