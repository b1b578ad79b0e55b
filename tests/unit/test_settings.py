import pytest

from ilson.app import wanted_models
from ilson.domain.errors import SettingInvalid
from ilson.settings import load

PROVIDERS = ("OPENAI_API_KEY", "OPENAI_BASE_URL")


@pytest.fixture
def settings(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in PROVIDERS:
        monkeypatch.delenv(name, raising=False)

    def read(toml="", **environment):
        (tmp_path / "ilson.toml").write_text(toml, "utf-8")
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        return load

    return read


MODEL = """
agency = "강서구"
[[models]]
name = "inside"
label = "우리 모델"
base_url = "http://127.0.0.1:8000/v1"
model = "qwen"
grade = "S"
key = "secret-key"
"""


def test_without_a_file_everything_has_a_default(settings):
    found = settings()()
    assert (found.host, found.port, found.models, wanted_models(found)) == ("127.0.0.1", 8600, (), [])


def test_the_file_is_read(settings):
    found = settings(MODEL)()
    assert (found.agency, found.models[0].name, found.models[0].grade) == ("강서구", "inside", "S")


def test_the_environment_is_stronger_than_the_file_and_the_command_line_than_both(settings):
    assert settings("port = 1", ILSON_PORT="2")().port == 2
    assert settings("port = 1", ILSON_PORT="2")(port=3).port == 3


def test_the_providers_own_names_open_a_model_after_those_of_the_file(settings):
    found = settings(MODEL, OPENAI_API_KEY="k", OPENAI_BASE_URL="http://127.0.0.1:9/v1")()
    assert [(one.name, one.base_url) for one in wanted_models(found)] == [
        ("inside", "http://127.0.0.1:8000/v1"),
        (found.openai_model, "http://127.0.0.1:9/v1"),
    ]


def test_a_key_is_not_shown_when_settings_are_printed(settings):
    assert "secret-key" not in repr(settings(MODEL)())


@pytest.mark.parametrize(
    ("toml", "told"),
    [
        ("port = 'x'", "port"),
        ("port = 99999", "port"),
        ("prot = 1", "prot"),
        ("[[models]]\nname = 'a'", "models.0.base_url"),
        ("[[models]]\nname = 'a'\nbase_url = 'ftp://x'", "models.0.base_url"),
        ("[[models]]\nname = 'a'\nbase_url = 'http://x'\ngrade = 'Z'", "models.0.grade"),
        (MODEL + MODEL.replace('agency = "강서구"', ""), "models"),
        (MODEL.replace("inside", "builtin"), "models"),
        ("this is no toml", "ilson.toml"),
    ],
)
def test_a_wrong_setting_is_named(settings, toml, told):
    with pytest.raises(SettingInvalid, match=told):
        settings(toml)()


def test_a_wrong_value_is_not_quoted(settings):
    with pytest.raises(SettingInvalid) as caught:
        settings("port = 'hidden value'")()
    assert "hidden" not in str(caught.value)


def test_a_named_file_must_exist(settings):
    with pytest.raises(SettingInvalid):
        settings(ILSON_CONFIG="/nowhere/ilson.toml")()
