#ifndef variants_h
#define variants_h

// ThreadSanitizer watches the function by which the loader picks a variant, too, before it is there to watch.
#if defined(__has_feature)
#if __has_feature(thread_sanitizer)
#define ACUITY_IS_WATCHED 1
#endif
#endif

// One source, several instruction sets: the loader picks the widest that the machine has. No variant may change a
// result, so contraction to fused multiply-add is off in every file that adds real numbers.
#if defined(__x86_64__) && defined(__linux__) && !defined(ACUITY_IS_WATCHED)
#define ACUITY_VARIANTS __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define ACUITY_VARIANTS
#endif

#endif
