"""JSON Schema of `kesepakatan.yaml`, generated from the model."""

import json
import re

from notakesepakatan.model.kesepakatan import FactsOnly, Kesepakatan


def schema_text() -> str:
    """The schema as JSON text, ended by a newline; the same model gives the same bytes."""
    whole, facts = Kesepakatan.model_json_schema(), FactsOnly.model_json_schema()
    definitions = {**facts.pop("$defs"), **whole.pop("$defs")}
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$defs": definitions,
        "title": "kesepakatan.yaml",
        "if": {
            "properties": {"cakupan": {"const": "data_pokok"}},
            "required": ["cakupan"],
        },
        "then": facts,
        "else": whole,
    }
    text = json.dumps(_plain(schema), ensure_ascii=False, indent=2, sort_keys=True)
    return text + "\n"


_WRAPPED = re.compile(r"(?<!\n)\n(?!\n)")
"""The end of a line within a paragraph of a docstring."""


def _plain(schema: object) -> object:
    """Without what pydantic takes over from the code.

    Titles derived from attribute names would only repeat the keys; descriptions end their
    lines where the code does.
    """
    if isinstance(schema, list):
        return [_plain(content) for content in schema]
    if not isinstance(schema, dict):
        return schema
    result = dict[str, object]()
    for key, content in schema.items():
        if key == "description" and isinstance(content, str):
            result[key] = _WRAPPED.sub(" ", content)
        elif not _is_derived_title(key, content):
            result[key] = _plain(content)
    return result


def _is_derived_title(key: str, content: object) -> bool:
    is_title = key == "title" and isinstance(content, str)
    return is_title and not str(content).endswith(".yaml")
