#ifndef BootstrapKernels_h
#define BootstrapKernels_h

#endif
