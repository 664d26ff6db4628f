"""Pictures with credit, licence and patient consent."""
