"""The pages of readers who write: one file for each thing that they do."""
