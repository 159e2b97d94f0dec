"""What a chapter prints about itself: its dates, whom it addresses, and whose law it is written under."""

from knowledge.printed.audience import read_audience
from knowledge.printed.dates import DatesReading, read_dates, read_dates_with_doubts
from knowledge.printed.jurisdiction import read_jurisdiction

__all__ = ["DatesReading", "read_audience", "read_dates", "read_dates_with_doubts", "read_jurisdiction"]
