"""The socket for a model."""

from collections.abc import AsyncGenerator
from typing import Protocol

from ilson.domain.model import ModelCard
from ilson.domain.piece import Said
from ilson.domain.question import Prompt


class Model(Protocol):
    """Something that answers."""

    @property
    def card(self) -> ModelCard:
        """What is known of it before it is asked."""
        ...

    def answer(self, prompt: Prompt) -> AsyncGenerator[Said, None]:
        """Yield the answer piece by piece.

        Raises:
            ModelDown, ModelBusy, ModelKeyRefused, ModelRequestRefused, ModelBrokeOff, ModelSilent: as their names say.
        """
        ...
