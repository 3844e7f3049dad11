#include "TemplateBridge.h"
