"""What moderators see: the queue, a comment's own page, canned replies."""
