#include "CommandLineBridge.h"
