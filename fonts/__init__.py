"""Makes the fonts that travel inside the PDF files, from the Noto fonts of the machine."""
