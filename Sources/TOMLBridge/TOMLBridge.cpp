#include "TOMLBridge.h"
