"""What the benches measure, one module for each part."""
