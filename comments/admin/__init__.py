"""What moderators see: the queue, a comment's own page, words kept ready."""
