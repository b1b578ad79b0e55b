import json

import pytest
from browser.browse import chromium, opened
from browser.desk import Desk
from browser.speaker import speaking
from doubles.process import process
from playwright.sync_api import expect


def pytest_collection_modifyitems(items):
    for item in items:
        if item.path.is_relative_to(__file__.rpartition("/")[0]):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def voice():
    """The model server behind Ilson, for the whole session."""
    with speaking() as speaker:
        yield speaker


def settings(speaker):
    inside = {"name": "inside", "label": "업무망 모델", "base_url": speaker.base_url, "grade": "S", "retention": "none"}
    return {"ILSON_MODELS": json.dumps([inside])}


@pytest.fixture(scope="session")
def ilson(tmp_path_factory, voice):
    """Ilson in its own process, for the whole session."""
    with process(tmp_path_factory.mktemp("ilson"), **settings(voice)) as running:
        yield running


@pytest.fixture
def own_ilson(tmp_path, voice):
    """An Ilson of this test alone, to be killed."""
    with process(tmp_path, **settings(voice)) as running:
        yield running


@pytest.fixture(scope="module")
def browser():
    with chromium() as running:
        yield running


@pytest.fixture
def speaker(voice):
    """The model server, with nothing planned."""
    voice.forget()
    return voice


@pytest.fixture
def desk(browser, ilson, speaker):
    """The first screen in a fresh profile."""
    with opened(browser, ilson.address) as page:
        expect(page.get_by_role("textbox")).to_be_visible()
        yield Desk(page)
