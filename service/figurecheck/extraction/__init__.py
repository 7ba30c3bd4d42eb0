"""Article -> figures: numerals, quantities, subjects, context."""
