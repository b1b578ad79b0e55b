"""The separate process that opens office files, so that a hostile file cannot harm the server."""
