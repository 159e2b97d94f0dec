"""The Telegram front: updates are on disk before Telegram forgets them, replies stay there until Telegram has them.

poll      -> inbox (committed) -> the offset moves
inbox     -> one queue for each chat -> counter -> outbox (committed, the update erased)
outbox    -> one queue for each chat -> Telegram, with bounded retries -> erased
"""
