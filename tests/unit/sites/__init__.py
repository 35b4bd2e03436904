"""What a site may choose."""
