"""Characters that hide or turn text, or steer a terminal."""

import re

_TURNING = "\u061c\u200f\u202a-\u202e\u2066-\u2069"
_INVISIBLE = (
    "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b\u2060-\u2065\u206a-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb"
    "\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
    "\ue000-\uf8ff\ufdd0-\ufdef\ufffe\uffff\U000f0000-\U0010ffff"
)
_CONTROL = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"

#: What must not come out of Acuity into anything that a person looks at.
HIDDEN = re.compile(f"[{_TURNING}\u200e{_INVISIBLE}{_CONTROL}\u2028\u2029\r]")
#: The same for text that is a document's data, where line ends may stand.
CONTROL = re.compile(f"[{_CONTROL}]")
#: The same for terminals, which Acuity's own marks (U+200E after text from right to left) may reach.
STEERING = re.compile(f"[{_TURNING}{_INVISIBLE}{_CONTROL}\u2028\u2029\r]")


def shown(match):
    return f"U+{ord(match.group()):04X}"
