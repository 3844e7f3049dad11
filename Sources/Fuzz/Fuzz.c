#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

// libFuzzer has the `main` of this program, and starts the program again with the same arguments for some of its work. So the
// name of the target comes from the environment.

void acuity_fuzz_run(const char *target, const uint8_t *bytes, size_t count);

static const char *target;

int LLVMFuzzerInitialize(int *count, char ***arguments) {
    (void)count;
    (void)arguments;
    target = getenv("ACUITY_FUZZ_TARGET");
    if (target == NULL) {
        fprintf(stderr, "ACUITY_FUZZ_TARGET must name a target\n");
        exit(2);
    }
    return 0;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t count) {
    acuity_fuzz_run(target, bytes, count);
    return 0;
}
