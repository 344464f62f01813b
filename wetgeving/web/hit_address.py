"""The whole address of something found, for a file that leaves the site."""

from flask import url_for

from indexer.changes import ChangeHit
from indexer.document import SearchHit
from wetgeving.web.addresses import VersionAddress


def hit_address(hit: SearchHit) -> str:
    """The provision, the point of an opinion in its ledger, or the comparison at a change."""
    if isinstance(hit, ChangeHit):
        return url_for(
            "comparing.comparison", old=hit.old, new=hit.version, _anchor=hit.change, _external=True
        )
    if hit.point:
        return url_for("opinions.opinion", version=hit.version, punt=hit.point, _external=True)
    at = VersionAddress.of(hit.version)
    return url_for("versions.provision", work=at.work, moment=at.moment, eid=hit.eid, _external=True)
