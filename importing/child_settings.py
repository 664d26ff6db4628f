"""Django's settings in the child: no database, no secrets, no translation."""

USE_I18N = False
