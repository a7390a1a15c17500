"""Accounts of the desk: who there is, by which password, and who may do what.

They are kept in `.meja/pengguna.json`, passwords as scrypt hashes.
"""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Literal, get_args

from werkzeug.security import check_password_hash, generate_password_hash

from notakesepakatan.errors import CannotRead, NotaError
from notakesepakatan.words.names import fold
from notakesepakatan.workspace import COMMAND_LINE, Act, Workspace

Role = Literal["pembaca", "penyusun", "pengesah"]
ROLE: tuple[Role, ...] = get_args(Role)
"""From the least to the most; each may do what those before it may."""
ACCOUNTS_FILE = "pengguna.json"
SHORTEST_PASSWORD = 10
LONGEST_PASSWORD = 200
_LONGEST_NAME = 40
_NAME = re.compile(r"[a-z0-9]+(?:[.-][a-z0-9]+)*")
_BAIT = generate_password_hash("umpan")
"""What a password is held against where there is no such account.

So both answers take as long.
"""


class AccountRefused(NotaError):
    """An account that cannot be made, changed or found."""

    def __init__(self, nama: str, sebab: str) -> None:
        super().__init__(f'pengguna "{nama}": {sebab}')


@dataclass(frozen=True)
class Account:
    """One account; `password` is the hash of its password."""

    nama: str
    role: Role
    password: str = ""

    def may(self, role: Role) -> bool:
        """Whether it may do what that role may."""
        return ROLE.index(self.role) >= ROLE.index(role)


LOCAL = Account("lokal", "pengesah")
"""Whoever sits at the machine itself, where there are no accounts."""


def load_accounts(workspace: Workspace) -> dict[str, Account]:
    """Accounts by name, sorted; none where none was made.

    Raises:
        CannotRead, AccountRefused: the file cannot be read or is broken.
    """
    file = workspace.desk_file(ACCOUNTS_FILE)
    try:
        if not file.is_file():
            return {}
        data = json.loads(file.read_text(encoding="utf-8"))
        return {
            name: Account(name, content["peran"], content["sandi"])
            for name, content in sorted(data.items())
        }
    except OSError as cause:
        raise CannotRead(file, cause) from None
    except (ValueError, KeyError, TypeError, AttributeError):
        raise AccountRefused("", f"{file} rusak; pulihkan dari cadangan") from None


def add_account(
    workspace: Workspace,
    name: str,
    role: Role,
    password: str,
    who: str = COMMAND_LINE,
) -> None:
    """Make an account.

    Raises:
        AccountRefused: the name is malformed or taken, or the password too short.
    """
    if not _NAME.fullmatch(name) or len(name) > _LONGEST_NAME:
        raise AccountRefused(
            name, "pakai huruf kecil, angka, titik, dan tanda hubung, paling panjang 40"
        )
    if name == LOCAL.nama:
        raise AccountRefused(
            name, "nama ini dipakai untuk meja tanpa akun; pilih nama lain"
        )
    hashed = _hash(name, password)
    with workspace.act(f"menambah pengguna {name} ({role})", who=who) as act:
        accounts = load_accounts(workspace)
        if name in accounts:
            raise AccountRefused(
                name, f'sudah ada; ganti sandinya dengan "nota pengguna sandi {name}"'
            )
        _put(act, workspace, accounts, Account(name, role, hashed))


def set_password(
    workspace: Workspace, name: str, password: str, who: str = COMMAND_LINE
) -> None:
    """Another password; sessions begun with the old one end.

    Raises:
        AccountRefused: no such account, or too short.
    """
    hashed = _hash(name, password)
    with workspace.act(f"mengganti sandi {name}", who=who) as act:
        accounts = load_accounts(workspace)
        role = _known(accounts, name).role
        _put(act, workspace, accounts, Account(name, role, hashed))


def change_password(workspace: Workspace, account: Account, password: str) -> Account:
    """Another password for an account whose old one was just given; the account as it is now.

    Raises:
        AccountRefused: it has another password or is gone by now, or the new one will not do.
    """
    hashed = _hash(account.nama, password)
    with workspace.act("mengganti sandi sendiri", who=account.nama) as act:
        accounts = load_accounts(workspace)
        present = _known(accounts, account.nama)
        if present.password != account.password:
            raise AccountRefused(
                account.nama,
                "sandinya baru saja diganti orang lain; masuk lagi dengan sandi itu",
            )
        renewed = replace(present, password=hashed)
        _put(act, workspace, accounts, renewed)
    return renewed


def remove_account(workspace: Workspace, name: str, who: str = COMMAND_LINE) -> None:
    """Remove an account; its sessions end. What it did stays in the trail.

    Raises:
        AccountRefused: no such account.
    """
    with workspace.act(f"menghapus pengguna {name}", who=who) as act:
        accounts = load_accounts(workspace)
        removed = _known(accounts, name)
        _save(act, workspace, [each for each in accounts.values() if each != removed])


def account_name(typed: str) -> str:
    """The name of the account that is meant by what was typed for one."""
    return fold(typed)


def verify(workspace: Workspace, name: str, password: str) -> Account | None:
    """The account of this name and password.

    None where one of the two is wrong, after the same time.
    """
    account = load_accounts(workspace).get(account_name(name))
    expected = account.password if account else _BAIT
    is_right = check_password_hash(expected, password[:LONGEST_PASSWORD])
    return account if is_right else None


def password_problem(password: str) -> str:
    """Why a password will not do, in Indonesian; empty where it will."""
    if len(password) < SHORTEST_PASSWORD:
        return (
            f"sandi paling pendek {SHORTEST_PASSWORD} karakter; "
            f"rangkaian beberapa kata mudah diingat"
        )
    if len(password) > LONGEST_PASSWORD:
        return f"sandi paling panjang {LONGEST_PASSWORD} karakter"
    return ""


def _known(accounts: Mapping[str, Account], name: str) -> Account:
    if name not in accounts:
        known = ", ".join(accounts) or "belum ada satu pun"
        raise AccountRefused(name, f"tidak ada; yang ada: {known}")
    return accounts[name]


def _hash(name: str, password: str) -> str:
    problem = password_problem(password)
    if problem:
        raise AccountRefused(name, problem)
    return generate_password_hash(password)


def _put(
    act: Act, workspace: Workspace, accounts: Mapping[str, Account], account: Account
) -> None:
    """Save the accounts with this one, in place of the one of its name."""
    _save(act, workspace, {**accounts, account.nama: account}.values())


def _save(act: Act, workspace: Workspace, accounts: Iterable[Account]) -> None:
    data = {
        account.nama: {"peran": account.role, "sandi": account.password}
        for account in sorted(accounts, key=lambda account: account.nama)
    }
    content = json.dumps(data, indent=2).encode()
    act.write(workspace.private(ACCOUNTS_FILE), content, private=True)
