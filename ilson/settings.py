"""Every setting, once, with its unit and its default: from ilson.toml, ILSON_* and the providers' own names."""

import os
from pathlib import Path
from typing import Annotated, Final, Literal

from pydantic import AliasChoices, BaseModel, ConfigDict, Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict, TomlConfigSettingsSource

from ilson.domain.errors import SettingInvalid
from ilson.domain.grade import Grade

CONFIG: Final = "ILSON_CONFIG"
DEFAULT_RULES: Final = Path(__file__).parent / "rules"

Url = Annotated[str, Field(pattern=r"^https?://[^\s]+$")]


class ModelSetting(BaseModel):
    """One model server, a `[[models]]` entry."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str = Field(min_length=1, max_length=100, description="stable name, for the ledger and the choice on screen")
    label: str = Field(default="", max_length=100, description="what the official reads; the name, if empty")
    base_url: Url = Field(description="up to and with /v1")
    api: Literal["openai"] = Field(default="openai", description="which wire the server speaks")
    model: str = Field(default="", description="the server's name of the model; `name`, if empty")
    key: SecretStr | None = Field(default=None, description="bearer key, if the server wants one")
    grade: Literal["O", "S", "C"] = Field(default="O", description="the highest grade it may see")
    retention: Literal["none", "contract", "logged", "stateful"] = Field(
        default="logged", description="what its operator keeps"
    )
    won_in: float = Field(default=0, ge=0, description="won per 1,000 tokens read")
    won_out: float = Field(default=0, ge=0, description="won per 1,000 tokens written")


class Settings(BaseSettings):
    """What an agency may set."""

    model_config = SettingsConfigDict(env_prefix="ILSON_", extra="forbid", frozen=True, populate_by_name=True)

    agency: str = Field(default="", max_length=50, description="the agency's name on the screen")
    host: str = Field(default="127.0.0.1", description="address to listen on; the pilot gate admits loopback only")
    port: int = Field(default=8600, ge=0, le=65535, description="TCP port to listen on")
    workers: int = Field(default=1, ge=1, le=64, description="server processes")
    database_url: str = Field(default="sqlite:///data/ilson.db", description="where the ledger is kept")
    rules: Path | None = Field(default=None, description="the agency's own folder of rules, laid over the default")
    models: tuple[ModelSetting, ...] = Field(default=(), description="model servers, the preferred one first")
    pilot_name: str = Field(default="", max_length=50, description="the pilot user's name")
    pilot_department: str = Field(default="", max_length=50, description="the pilot user's department")
    openai_api_key: SecretStr | None = Field(default=None, validation_alias=AliasChoices("OPENAI_API_KEY"))
    openai_base_url: Url | None = Field(default=None, validation_alias=AliasChoices("OPENAI_BASE_URL"))
    openai_model: str = Field(default="gpt-6-sol", description="which model OPENAI_API_KEY or OPENAI_BASE_URL opens")

    @field_validator("models")
    @classmethod
    def _distinct(cls, models: tuple[ModelSetting, ...]) -> tuple[ModelSetting, ...]:
        names = [model.name for model in models]
        if len(set(names)) != len(names) or "builtin" in names:
            raise ValueError("model names must differ from each other and from 'builtin'")
        return models

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Return the sources, the strongest first: the command line, the environment, the file."""
        del dotenv_settings, file_secret_settings
        file = Path(os.environ.get(CONFIG, "ilson.toml"))
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls, toml_file=file)


def load(**given: object) -> Settings:
    """Return the settings; `given` are those of the command line.

    Raises:
        SettingInvalid: names each wrong setting, never its value.
    """
    config = os.environ.get(CONFIG)
    if config and not Path(config).is_file():
        raise SettingInvalid("the settings file named by --config or ILSON_CONFIG does not exist")
    try:
        return Settings(**{name: value for name, value in given.items() if value is not None})  # type: ignore[arg-type]
    except ValidationError as error:
        wrong = [f"{'.'.join(map(str, item['loc']))}: {item['msg']}" for item in error.errors(include_input=False)]
        raise SettingInvalid("; ".join(wrong)) from None
    except ValueError as error:
        message = f"ilson.toml cannot be read: {type(error).__name__}"
        raise SettingInvalid(message) from None


def pin_for_workers(config: Path | None, **given: object) -> None:
    """Hand the command line's settings to the server processes that are started from this one."""
    if config is not None:
        os.environ[CONFIG] = str(config.resolve())
    for name, value in given.items():
        if value is not None:
            os.environ[f"ILSON_{name.upper()}"] = str(value)


def rule_folders(settings: Settings) -> list[Path]:
    """Return the folders of rules, the agency's own last."""
    return [DEFAULT_RULES] if settings.rules is None else [DEFAULT_RULES, settings.rules]


def grade_of(setting: ModelSetting) -> Grade:
    """Return the highest grade that the model may see."""
    return Grade[setting.grade]
