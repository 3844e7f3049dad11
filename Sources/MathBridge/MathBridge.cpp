#include "MathBridge.h"
