"""The wordings that need a source; each module gives them as `STATED`."""
