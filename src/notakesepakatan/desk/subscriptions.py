"""Who may fetch the calendar without logging in.

A person has one random word for it, of which only the hash is kept, in
`.meja/langganan.json`: with the hash of the password it was given under.
"""

import hmac
import json
import secrets
from hashlib import sha256

from pydantic import TypeAdapter

from notakesepakatan.desk.accounts import Account, load_accounts
from notakesepakatan.errors import CannotRead
from notakesepakatan.workspace import Workspace

SUBSCRIPTIONS_FILE = "langganan.json"
_SUBSCRIPTION = TypeAdapter(dict[str, dict[str, str]])


def subscribe(workspace: Workspace, account: Account) -> str:
    """A new word for an account, in place of the one it had.

    It is given away once and never kept.

    Raises:
        CannotWrite, CannotRead.
    """
    word = secrets.token_urlsafe(32)
    subscription = {"kunci": _hash(word), "akun": _hash(account.password)}
    with workspace.lock():
        _save(workspace, {**_load(workspace), account.nama: subscription})
    return word


def unsubscribe(workspace: Workspace, name: str) -> None:
    """The word of an account no longer opens anything.

    Raises:
        CannotWrite, CannotRead.
    """
    with workspace.lock():
        subscriptions = _load(workspace)
        subscriptions.pop(name, None)
        _save(workspace, subscriptions)


def is_subscribed(workspace: Workspace, account: Account) -> bool:
    """Whether an account has a word that still opens."""
    subscription = _load(workspace).get(account.nama, {})
    return subscription.get("akun") == _hash(account.password)


def subscriber(workspace: Workspace, word: str) -> str | None:
    """The account that this word was given to.

    None where there is none, or it is gone, or has another password.
    """
    hashed = _hash(word)
    accounts = load_accounts(workspace)
    owners = [
        name
        for name, subscription in _load(workspace).items()
        if hmac.compare_digest(subscription.get("kunci", ""), hashed)
    ]
    for name in owners:
        if name in accounts and is_subscribed(workspace, accounts[name]):
            return name
    return None


def _hash(text: str) -> str:
    return sha256(text.encode(errors="replace")).hexdigest()


def _load(workspace: Workspace) -> dict[str, dict[str, str]]:
    file = workspace.desk_file(SUBSCRIPTIONS_FILE)
    try:
        data = json.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}
        return _SUBSCRIPTION.validate_python(data, strict=True)
    except OSError as cause:
        raise CannotRead(file, cause) from None
    except ValueError:
        return {}  # a broken file opens nothing; the next word writes it anew


def _save(workspace: Workspace, subscriptions: dict[str, dict[str, str]]) -> None:
    content = json.dumps(subscriptions, indent=2).encode()
    workspace.write_private(content, SUBSCRIPTIONS_FILE)
