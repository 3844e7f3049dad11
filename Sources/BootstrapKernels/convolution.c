#include "BootstrapKernels.h"
#include "variants.h"

#pragma STDC FP_CONTRACT OFF

ACUITY_VARIANTS
static void add_scaled(double factor, const double *restrict values, size_t count, double *restrict result) {
    for (size_t i = 0; i < count; i++) result[i] += factor * values[i];
}

void acuity_convolve(const double *a, size_t countA, const double *b, size_t countB, double *result) {
    if (countA == 0 || countB == 0) return;
    if (countA > countB) {
        acuity_convolve(b, countB, a, countA, result);
        return;
    }
    for (size_t i = 0; i < countA + countB - 1; i++) result[i] = 0;
    for (size_t i = 0; i < countA; i++) {
        if (a[i] != 0) add_scaled(a[i], b, countB, result + i);
    }
}
