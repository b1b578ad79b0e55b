"""Describes the API; the answering route is plain ASGI, so its description is written here."""

from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from ilson.web.asked import Asked


def description(app: FastAPI, version: str) -> dict[str, Any]:
    """Return the OpenAPI description of all routes, the answering route too."""
    described = get_openapi(title="Ilson", version=version, routes=app.routes)
    reference = "#/components/schemas/{model}"
    schema = Asked.model_json_schema(ref_template=reference)
    parts = {**schema.pop("$defs", {}), "Asked": schema}
    described.setdefault("components", {}).setdefault("schemas", {}).update(parts)
    described["paths"]["/api/answer"] = {
        "post": {
            "summary": "Answer one question as a stream",
            "requestBody": {
                "required": True,
                "content": {"application/json": {"schema": {"$ref": reference.format(model="Asked")}}},
            },
            "responses": {
                "200": {
                    "description": "The Vercel AI SDK's UI message stream, version 1",
                    "content": {"text/event-stream": {"schema": {"type": "string"}}},
                },
                "4XX": {"description": "Refused, with a code and a Korean sentence"},
                "5XX": {"description": "Broken, with a code and a Korean sentence"},
            },
        }
    }
    return described
