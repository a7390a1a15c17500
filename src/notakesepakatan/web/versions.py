"""The pages of older versions: all of an agreement's, one with what it changed, brought back."""

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from notakesepakatan.bureau.versions import (
    NotBroughtBack,
    NotKept,
    Version,
    beside_present,
    bring_back,
    changed_in,
    check_bring_back,
    find_version,
    has_words,
    versions,
)
from notakesepakatan.web.context import board, office, short_paths, workspace
from notakesepakatan.web.guard.requests import needed

blueprint = Blueprint("versi", __name__, url_prefix="/kesepakatan/<slug>/versi")


@blueprint.get("")
def items(slug: str) -> ResponseReturnValue:
    """Every version, the latest first."""
    found = versions(workspace(), slug)
    return render_template(
        "versi.html",
        slug=slug,
        versions=list(reversed(found)),
        kept={each.number: has_words(workspace(), slug, each) for each in found},
    )


@blueprint.get("/sidik/<fingerprint>")
def of_hash(slug: str, fingerprint: str) -> ResponseReturnValue:
    """The page of the first version with these bytes, which a line of the trail names."""
    found = versions(workspace(), slug)
    same = (each for each in found if each.fingerprint == fingerprint)
    version = next(same, None) or abort(404)
    return redirect(url_for(".page", slug=slug, number=version.number))


@blueprint.get("/<int:number>")
def page(slug: str, number: int) -> ResponseReturnValue:
    """What one version changed, and what bringing it back would change."""
    version = find_version(workspace(), slug, number)
    try:
        changes = changed_in(office(), slug, version)
        beside = [] if version.is_present else beside_present(office(), slug, version)
        is_kept = True
    except NotKept:
        changes, beside, is_kept = None, [], False
    return render_template(
        "versi_satu.html",
        slug=slug,
        version=version,
        changes=changes,
        beside=beside,
        is_kept=is_kept,
        refused=_why_not(slug, version),
        base=workspace().hash(slug),
    )


@blueprint.post("/<int:number>")
@needed("penyusun")
def restore(slug: str, number: int) -> ResponseReturnValue:
    """Bring one back."""
    bring_back(office(), slug, number, request.form.get("jejak", ""))
    board().touch(slug)
    flash(f"Versi {number} dikembalikan; yang digantikannya tetap tersimpan.")
    return redirect(url_for("kesepakatan.page", slug=slug), 303)


def _why_not(slug: str, version: Version) -> str:
    """Why a version may not be brought back; empty where it may."""
    try:
        check_bring_back(workspace(), slug, version)
    except (NotBroughtBack, NotKept) as cause:
        return short_paths(str(cause)).removeprefix(f"{slug}: ")
    return ""
