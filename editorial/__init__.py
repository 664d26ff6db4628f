"""Review and sign-off, review dates, change notices, reports."""
