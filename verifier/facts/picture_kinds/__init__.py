"""What a picture is: a screenshot, a photo, a collage of them, a scan or drawn; told by all that it shows."""
