"""Beside the flow: what a municipality chooses for its own site, checked, and the code it pastes there."""
