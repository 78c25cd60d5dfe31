"""Finds every page that a person can reach by links, one of each kind."""

import re
from urllib.parse import urlsplit

# What a link leads to that is no page: files, feeds, and the other languages of a list.
NO_PAGE = re.compile(r"\.(xlsx|csv|ics|json|docx|pdf|png)$|^/api/|/tep$|/tep/|/minh-chung/|/tai-ve$|/xuat/|/yaml$|^/assets/")


def kind(address: str) -> str:
    """The page's kind: its path with every number and secret left out, and the name of a register or a figure."""
    path = re.sub(r"^/(so|so-lieu|quan-tri/so)/(?!moi$)[^/]+", r"/\1/…", urlsplit(address).path)
    return re.sub(r"/[0-9a-f]{16,}|/\d+", "/…", path)


def pages(page, most: int = 80):
    """Addresses of one page of each kind, the first page first; each is open in `page` when it is given."""
    # The search has a field instead of a link.
    seen, waiting = set(), ["/"]
    while waiting and len(seen) < most:
        address = waiting.pop(0)
        if kind(address) in seen:
            continue
        answer = page.goto(address)
        seen.add(kind(address))
        if answer is None or "text/html" not in answer.headers.get("content-type", ""):
            continue
        assert answer.status < 400, f"{address}: {answer.status}"
        here = urlsplit(page.url)
        seen.add(kind(here.path))
        if page.locator(".top .search").count():
            waiting.append("/tim-kiem?q=kieu+bao")
        found = page.eval_on_selector_all("a[href]", "links => links.map(link => link.href)")
        for link in found:
            parts = urlsplit(link)
            if parts.netloc == here.netloc and not NO_PAGE.search(parts.path):
                waiting.append(parts.path + (f"?{parts.query}" if parts.query else ""))
        yield here.path + (f"?{here.query}" if here.query else "")
