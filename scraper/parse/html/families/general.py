"""Any other site: nothing is odd that is known beforehand. Everything general lives in the modules around."""

from scraper.parse.html.families.family import Family, leave

FAMILY = Family("general", lambda url, root: True, leave)
