"""Questions with a life: what a check or a reviewer asks, what the school answers, and what became of it."""
