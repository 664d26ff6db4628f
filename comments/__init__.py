"""Reader comments and questions, stored by django-comments-xtd."""
