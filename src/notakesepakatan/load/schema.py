"""JSON Schema of `kesepakatan.yaml`, generated from the model."""

import json

from notakesepakatan.model.kesepakatan import Kesepakatan


def schema_text() -> str:
    """The schema as JSON text, ended by a newline; the same model gives the same bytes."""
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **Kesepakatan.model_json_schema(),
        "title": "kesepakatan.yaml",
    }
    return (
        json.dumps(_quiet(schema), ensure_ascii=False, indent=2, sort_keys=True) + "\n"
    )


def _quiet(schema: object) -> object:
    """Without the titles pydantic derives from attribute names; they would only repeat the keys."""
    if isinstance(schema, dict):
        return {
            key: _quiet(content)
            for key, content in schema.items()
            if not (
                key == "title"
                and isinstance(content, str)
                and not content.endswith(".yaml")
            )
        }
    return (
        [_quiet(content) for content in schema] if isinstance(schema, list) else schema
    )
