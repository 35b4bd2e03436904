"""Names of persons: what a word can be (lists), what its neighbours say (a small model), and rules over both."""
