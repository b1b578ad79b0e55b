"""What an official can ask for: each builds a prompt and reads the answer."""
