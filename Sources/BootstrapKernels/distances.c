#include <math.h>

#include "BootstrapKernels.h"
#include "variants.h"

#pragma STDC FP_CONTRACT OFF

ACUITY_VARIANTS
void acuity_largest_distances(
    const double *restrict first, const double *restrict second, size_t count, double centre, double error,
    double *restrict largestOfFirst, double *restrict largestOfSecond) {
    for (size_t i = 0; i < count; i++) {
        double distance = fabs(first[i] - second[i] - centre) / error;
        // What is no number does not count; no distance is below 0.
        double found = distance < INFINITY ? distance : 0;
        largestOfFirst[i] = found > largestOfFirst[i] ? found : largestOfFirst[i];
        largestOfSecond[i] = found > largestOfSecond[i] ? found : largestOfSecond[i];
    }
}
