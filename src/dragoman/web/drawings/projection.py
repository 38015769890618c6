"""The globe on a plane: the Equal Earth projection of Šavrič, Patterson and Jenny (2018).

"The Equal Earth map projection", International Journal of Geographical Information Science 33 (3), 454–465:
with sin θ = √3/2 · sin φ, a polynomial of θ gives y, and its derivative x. Areas keep their size beside each other.
"""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt

_A1, _A2, _A3, _A4 = 1.340264, -0.081106, 0.000893, 0.003796
#: The meridian in the middle: the edge then lies in the Bering Strait, where it cuts no land but Antarctica.
MIDDLE = 11.0
#: How far the map reaches from its middle: to the east on the equator, and to the north at the pole.
EAST, NORTH = 2.7066300, 1.3173628


def equal_earth(latitude: float, longitude: float) -> tuple[float, float]:
    """Where a point of the globe, in degrees, lies: how far east and north of the middle, in radii of the globe."""
    # What lies a hair beyond the edge on either side is not to fall on the other.
    turned = (longitude - MIDDLE + 180.0) % 360.0 - 180.0 if abs(longitude - MIDDLE) > 180.0 else longitude - MIDDLE
    theta = asin(sqrt(3) / 2 * sin(radians(latitude)))
    square = theta * theta
    sixth = square**3
    x = radians(turned) * cos(theta) * 2 * sqrt(3) / 3
    slope = _A1 + 3 * _A2 * square + sixth * (7 * _A3 + 9 * _A4 * square)
    return x / slope, theta * (_A1 + _A2 * square + sixth * (_A3 + _A4 * square))
