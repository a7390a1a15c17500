"""JSON Schema of `kesepakatan.yaml`, generated from the model."""

import json

from notakesepakatan.model.kesepakatan import Kesepakatan


def schema_text() -> str:
    """The schema as JSON text, ended by a newline; the same model gives the same bytes."""
    skema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **Kesepakatan.model_json_schema(),
        "title": "kesepakatan.yaml",
    }
    return json.dumps(_quiet(skema), ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def _quiet(skema: object) -> object:
    """Without the titles pydantic derives from attribute names; they would only repeat the keys."""
    if isinstance(skema, dict):
        return {
            kunci: _quiet(isi)
            for kunci, isi in skema.items()
            if not (kunci == "title" and isinstance(isi, str) and not isi.endswith(".yaml"))
        }
    return [_quiet(isi) for isi in skema] if isinstance(skema, list) else skema
