//! What is missing or contradictory.
