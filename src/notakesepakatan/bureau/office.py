"""A workspace in, all that an act of the bureau needs of it out, each thing made once."""

from functools import cached_property

from notakesepakatan.compose.composer import Composer
from notakesepakatan.load.opened import Opened


class Office(Opened):
    """A workspace opened for one act, with what composes its papers."""

    @cached_property
    def composer(self) -> Composer:
        """Templates, styles and settings.

        Raises:
            FaultyNaskah: the settings are wrong.
        """
        return Composer.of(self.workspace.root, self.pengaturan)
