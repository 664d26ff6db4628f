"""Reference formats: readers give records, writers and citation styles give text."""
