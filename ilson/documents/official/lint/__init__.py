"""What is wrong in an official document, why, and how it is mended."""
