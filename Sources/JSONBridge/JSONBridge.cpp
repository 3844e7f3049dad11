#include "JSONBridge.h"
