"""Which of the 468 points is what (numbering of MediaPipe Face Mesh). Left and right are the picture's."""

# Inner and outer lip lines, left corner to right corner.
UPPER_INNER = (78, 191, 80, 81, 82, 13, 312, 311, 310, 415, 308)
LOWER_INNER = (78, 95, 88, 178, 87, 14, 317, 402, 318, 324, 308)
UPPER_OUTER = (61, 185, 40, 39, 37, 0, 267, 269, 270, 409, 291)
LOWER_OUTER = (61, 146, 91, 181, 84, 17, 314, 405, 321, 375, 291)
MOUTH_CORNERS = (78, 308)

# Upper and lower lid lines and the brow of each eye.
EYES = (
    ((33, 246, 161, 160, 159, 158, 157, 173, 133), (33, 7, 163, 144, 145, 153, 154, 155, 133), (46, 53, 52, 65, 55)),
    (
        (362, 398, 384, 385, 386, 387, 388, 466, 263),
        (362, 382, 381, 380, 374, 373, 390, 249, 263),
        (285, 295, 282, 283, 276),
    ),
)
BROWS = (70, 63, 105, 66, 107, 300, 293, 334, 296, 336)
EYE_CORNERS = (33, 263)
CHIN = 152
NOSE_WINGS = (129, 358)
FACE_POINTS = 468  # beyond them come the irises
NOSE_TIP = 1
CHEEKS = (50, 280)

OVAL = (
    *(10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377, 152),
    *(148, 176, 149, 150, 136, 172, 58, 132, 93, 234, 127, 162, 21, 54, 103, 67, 109),
)
