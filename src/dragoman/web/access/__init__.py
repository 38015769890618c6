"""Who may sign in, and who has: users, passwords, sessions, attempts."""
