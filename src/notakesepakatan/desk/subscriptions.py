"""Who may fetch the calendar without logging in.

A random word a person, of which only the hash is kept.
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
    """A new word for an account, in place of the one it had; it is given away once and never kept.

    Raises:
        CannotWrite, CannotRead.
    """
    key = secrets.token_urlsafe(32)
    with workspace.lock():
        _save(
            workspace,
            {
                **_load(workspace),
                account.nama: {"kunci": _hash(key), "akun": _hash(account.password)},
            },
        )
    return key


def unsubscribe(workspace: Workspace, name: str) -> None:
    """The word of an account no longer opens anything.

    Raises:
        CannotWrite, CannotRead.
    """
    with workspace.lock():
        _save(
            workspace,
            {lain: one for lain, one in _load(workspace).items() if lain != name},
        )


def is_subscribed(workspace: Workspace, account: Account) -> bool:
    """Whether an account has a word that still opens."""
    return _load(workspace).get(account.nama, {}).get("akun") == _hash(account.password)


def subscriber(workspace: Workspace, key: str) -> str | None:
    """The account that this word was given to.

    None where there is none, or it is gone, or has another password.
    """
    key_hash, accounts = _hash(key), load_accounts(workspace)
    for name, subscription in _load(workspace).items():
        given = hmac.compare_digest(subscription.get("kunci", ""), key_hash)
        if given and name in accounts and is_subscribed(workspace, accounts[name]):
            return name
    return None


def _hash(key: str) -> str:
    return sha256(key.encode(errors="replace")).hexdigest()


def _load(workspace: Workspace) -> dict[str, dict[str, str]]:
    file = workspace.desk_file(SUBSCRIPTIONS_FILE)
    try:
        data = json.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}
        return _SUBSCRIPTION.validate_python(data, strict=True)
    except OSError as cause:
        raise CannotRead(file, cause) from None
    except ValueError:
        return {}  # a broken file opens nothing; the next word writes it anew


def _save(workspace: Workspace, every: dict[str, dict[str, str]]) -> None:
    workspace.write_private(json.dumps(every, indent=2).encode(), SUBSCRIPTIONS_FILE)
