"""What every mapping of an edition folder has in common."""

from pydantic import BaseModel, ConfigDict


class Entry(BaseModel):
    """A mapping whose keys are known; one that is not is an error."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True, hide_input_in_errors=True)
