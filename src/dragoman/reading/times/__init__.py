"""Words that tell when, and the days that they mean."""
