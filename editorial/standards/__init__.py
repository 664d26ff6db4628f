"""What health publishers are asked to meet, and what the records here tell of it.

The sheet claims nothing that a program cannot know: a line is met with a link to what
shows it, or not met, or left to a person.
"""
