"""The guests' pages, one file for each subject."""
