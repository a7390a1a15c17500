"""Plain data as YAML that a person can go on editing: one datum a line, long texts folded, keys in the given order."""

from typing import Any

import yaml

_LEBAR = 110


def dump(data: Any) -> str:
    """UTF-8 text of mappings, lists, texts and whole numbers; read back it gives the same."""
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=_LEBAR, default_flow_style=False)
