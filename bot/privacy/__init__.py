"""Step 3 of the flow: personal data, also of third persons, becomes placeholders before anything is stored."""
