"""The measurements themselves measure right."""
