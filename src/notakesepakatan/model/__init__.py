"""The agreement as data: frozen, validated, one attribute a YAML key, named as on paper."""

from notakesepakatan.model.kesepakatan import Kesepakatan

__all__ = ["Kesepakatan"]
