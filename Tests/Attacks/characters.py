"""Characters that hide or turn text, or steer a terminal."""

import re

_TURNING = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_INVISIBLE = "\u00ad\u180e\u200b\u2060\ufeff\ufff9-\ufffb\U000e0000-\U000e007f\ue000-\uf8ff"
_CONTROL = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"

#: What must not come out of Acuity into anything that a person looks at.
HIDDEN = re.compile(f"[{_TURNING}{_INVISIBLE}{_CONTROL}\u2028\u2029\r]")
#: The same for text that is a document's data, where line ends may stand.
CONTROL = re.compile(f"[{_CONTROL}]")
#: The same for terminals, which Acuity's own marks (U+200E after text from right to left) may reach.
STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200f\u202a-\u202e\u2066-\u2069]")


def shown(match):
    return f"U+{ord(match.group()):04X}"
