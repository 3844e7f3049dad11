#ifndef variants_h
#define variants_h

// One source, several instruction sets: the loader picks the widest that the machine has. No variant may change a
// result, so contraction to fused multiply-add is off in every file that adds real numbers.
#if defined(__x86_64__) && defined(__linux__)
#define ACUITY_VARIANTS __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define ACUITY_VARIANTS
#endif

#endif
