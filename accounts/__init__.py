"""Who may come in: users, roles and their permissions."""
