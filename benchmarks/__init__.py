"""How well and how fast the program does its work, measured from outside."""
