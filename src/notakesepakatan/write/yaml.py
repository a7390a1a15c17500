"""Plain data as YAML that a person can go on editing: one datum a line, long texts
folded, keys in the given order.
"""

from typing import Any

import yaml

_WIDTH = 110


class _Writer(yaml.SafeDumper):
    """PyYAML's writer without anchors and aliases, which the reader refuses."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def dump(data: Any) -> str:
    """UTF-8 text of mappings, lists, texts and whole numbers; read back it gives the same."""
    result: str = yaml.dump(
        data,
        Dumper=_Writer,
        allow_unicode=True,
        sort_keys=False,
        width=_WIDTH,
        default_flow_style=False,
    )
    return result
