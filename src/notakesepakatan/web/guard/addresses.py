"""Who a request comes from, where a proxy with TLS stands before the desk.

What a header says of it is believed only where a proxy sent it that the operator named.
"""

from collections.abc import Callable, Iterable, Set
from ipaddress import IPv6Address, ip_address, ip_network
from typing import Any

Environ = dict[str, Any]
App = Callable[[Environ, Callable[..., Any]], Iterable[bytes]]
"""A WSGI application."""

_FORWARDED = (
    "HTTP_FORWARDED",
    "HTTP_X_FORWARDED_BY",
    "HTTP_X_FORWARDED_FOR",
    "HTTP_X_FORWARDED_HOST",
    "HTTP_X_FORWARDED_PORT",
    "HTTP_X_FORWARDED_PREFIX",
    "HTTP_X_FORWARDED_PROTO",
)


def behind(proxies: Set[str], app: App) -> App:
    """The application, told the visitor's address and scheme instead of the proxy's.

    Args:
        proxies: addresses of the proxies that are believed.
        app: the application; it never sees a header of a proxy.
    """

    def answer(environ: Environ, start_response: Callable[..., Any]) -> Iterable[bytes]:
        said = {name: environ.pop(name, "") for name in _FORWARDED}
        if environ.get("REMOTE_ADDR") in proxies:
            visitor = _visitor(said["HTTP_X_FORWARDED_FOR"], proxies)
            if visitor:
                environ["REMOTE_ADDR"] = visitor
            scheme = said["HTTP_X_FORWARDED_PROTO"].strip().lower()
            if scheme in ("http", "https"):
                environ["wsgi.url_scheme"] = scheme
        return app(environ, start_response)

    return answer


def plain_address(text: str) -> str | None:
    """An address in the one form in which addresses are compared; None where it is none."""
    try:
        return str(ip_address(text.strip().strip("[]")))
    except ValueError:
        return None


def source(address: str) -> str:
    """Whose an address is: of the sixth version a customer has a whole network."""
    try:
        parsed = ip_address(address)
    except ValueError:
        return address
    if isinstance(parsed, IPv6Address):
        return str(ip_network((parsed.packed, 64), strict=False))
    return str(parsed)


def _visitor(forwarded_for: str, proxies: Set[str]) -> str | None:
    """The last address that is none of the proxies': each adds the one it was asked from.

    What stands before that the visitor may have written himself.
    """
    for hop in reversed(forwarded_for.split(",")):
        address = plain_address(hop)
        if address not in proxies:
            return address
    return None
