"""Where a page's links lead: absolute addresses, and e-mail addresses that were hidden from robots."""

from urllib.parse import urljoin

from scraper.parse.html.nodes import Node


def address_of(href: str, url: str) -> str:
    """The absolute form of an address; nothing for one that runs a script."""
    href = "".join(href.split()) if href.lower().lstrip().startswith(("tel:", "mailto:")) else href.strip()
    if not href or href.lower().startswith(("javascript:", "data:", "vbscript:", "blob:")):
        return ""
    try:
        return urljoin(url, href)
    except ValueError:  # such as a broken IPv6 address
        return ""


def protected_address(node: Node) -> str:
    """An e-mail address that a content network hid from robots: two hex digits a character, the first pair
    the key.
    """
    coded = node.get("data-cfemail")
    if not coded and "/cdn-cgi/l/email-protection#" in node.get("href"):
        coded = node.get("href").split("#", 1)[1]
    if not coded:
        coded = next((one.get("data-cfemail") for one in node.elements() if one.get("data-cfemail")), "")
    try:
        key, *rest = bytes.fromhex(coded)
    except ValueError:
        return ""
    return bytes(one ^ key for one in rest).decode("utf-8", "ignore")
