"""The reference library: records, identifiers and printed forms."""
