"""Step 2 of the flow: danger first. Rules before and independent of any model, and the card with 112, 101 and 1813."""
