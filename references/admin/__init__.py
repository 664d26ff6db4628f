"""Pages of the library in the admin, beside the listing and the forms."""
