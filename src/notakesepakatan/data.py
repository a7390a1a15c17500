"""What all data read from YAML share, whatever they describe: strict keys, frozen values, yes and no."""

from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field


class Bagian(BaseModel):
    """A mapping of a YAML file: no key beyond the known, never changed after loading."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def _yes_no(nilai: Any) -> Any:
    return {"ya": True, "tidak": False}.get(nilai, nilai) if isinstance(nilai, str) else nilai


YaTidak = Annotated[bool, BeforeValidator(_yes_no), Field(json_schema_extra={"enum": ["ya", "tidak"]})]
"""`ya` or `tidak`."""
