"""What is known of addresses on the web from one check to the next, in `docs/link-health.json`.

Of each address: when it was last `alive`, the days on which it has `failed` since, `why`, and where
it has `moved`. It is *dead* only when it has failed on three different days: servers have bad days.
"""

DAYS = 3


def remember(health, verdicts, today):
    """Health with this day's verdicts, see web_links.Verdict, by address."""
    health = {url: dict(known) for url, known in health.items()}
    for url, verdict in verdicts.items():
        known = health.setdefault(url, {"alive": None, "failed": []})
        known.pop("moved", None)
        known.pop("why", None)
        if verdict.state == "failing":
            known["failed"] = sorted({*known["failed"], today})
            known["why"] = verdict.reason
            continue
        known.update(alive=today, failed=[])
        if verdict.state == "moved":
            known["moved"] = verdict.target
        if verdict.state == "guarded":
            known["why"] = verdict.reason
    return health


def is_dead(known):
    return len(known["failed"]) >= DAYS
