"""Author profiles: who writes, with what training, for whom they work."""
