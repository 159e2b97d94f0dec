"""What the manuals say: chapters, passages, ladders, thresholds, contacts, checklists, and how to find them."""
