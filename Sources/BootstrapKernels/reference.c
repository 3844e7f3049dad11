#include "BootstrapKernels.h"
