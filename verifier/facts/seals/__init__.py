"""Red seals in page pictures, and the writing round them."""
