"""Home page, standard pages, site settings, search and health."""
