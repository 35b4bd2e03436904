"""The papers for data protection."""
