"""What services answer, mapped to items of `references.records`: pure functions."""
