"""Citation styles: pure functions from CSL-JSON items to text and safe HTML."""
