"""Numbers on the command line, as people write them: 1.000.000, Rp1.000.000,00."""

import click


class WholeNumber(click.ParamType[int]):
    """A whole number between two bounds."""

    name = "bilangan"

    def __init__(self, lowest: int, highest: int) -> None:
        self._lowest = lowest
        self._highest = highest

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> int:
        """The number of a text.

        Raises:
            click.BadParameter: it is none, or outside the bounds.
        """
        from notakesepakatan.words.numbers import thousands
        from notakesepakatan.words.typed import whole_number

        number = value if isinstance(value, int) else whole_number(str(value))
        if number is None:
            self.fail(
                f'"{value}" bukan bilangan bulat; tulis misalnya 1000000 atau 1.000.000',
                param,
                ctx,
            )
        if not self._lowest <= number <= self._highest:
            bounds = (
                f"{thousands(self._lowest)} sampai dengan {thousands(self._highest)}"
            )
            self.fail(f"{thousands(number)} di luar batas: {bounds}", param, ctx)
        return number
