"""What may pass: personal information, prohibited words, data grade – on the way in and out, in a stream."""
