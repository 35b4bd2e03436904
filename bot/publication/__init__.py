"""Behind statistics: figures that leave the house, with small counts hidden so that nobody is found in them."""
