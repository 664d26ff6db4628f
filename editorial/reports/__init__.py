"""What editors look through: one report a file, all at addresses of their own."""
