#include <stdlib.h>
#include <string.h>

#include "BootstrapKernels.h"
#include "variants.h"

#pragma STDC FP_CONTRACT OFF

// Results that are summed at a time, in registers: a plain loop loads and stores each of them for each product. Products
// are added in the order of `a` either way, so that both round alike.
enum { LANES = 8, GROUPS = 4, BLOCK = LANES * GROUPS };

typedef double Lanes __attribute__((vector_size(LANES * sizeof(double))));

ACUITY_VARIANTS
static void add_scaled(double factor, const double *restrict values, size_t count, double *restrict result) {
    for (size_t i = 0; i < count; i++) result[i] += factor * values[i];
}

// `b` has BLOCK zeros on either side: a product with one of them adds nothing.
ACUITY_VARIANTS
static void convolve_blocks(
    const double *restrict a, size_t countA, const double *restrict b, size_t countB, double *restrict result) {
    size_t count = countA + countB - 1;
    for (size_t start = 0; start < count; start += BLOCK) {
        size_t first = start >= countB ? start - countB + 1 : 0;
        size_t last = start + BLOCK < countA ? start + BLOCK : countA;
        Lanes sums[GROUPS] = {{0}};
        for (size_t i = first; i < last; i++) {
            const double *values = b + start - i;
            for (int group = 0; group < GROUPS; group++) {
                Lanes some;
                memcpy(&some, values + group * LANES, sizeof some);
                sums[group] += a[i] * some;
            }
        }
        memcpy(result + start, sums, (count - start < BLOCK ? count - start : BLOCK) * sizeof(double));
    }
}

static bool is_dense(const double *values, size_t count) {
    size_t zeros = 0;
    for (size_t i = 0; i < count; i++) zeros += values[i] == 0;
    return count >= LANES && zeros < count / 4;
}

void acuity_convolve(const double *a, size_t countA, const double *b, size_t countB, double *result) {
    if (countA == 0 || countB == 0) return;
    if (countA > countB) {
        acuity_convolve(b, countB, a, countA, result);
        return;
    }
    double *padded = is_dense(a, countA) ? calloc(countB + 2 * BLOCK, sizeof(double)) : NULL;
    if (padded) {
        memcpy(padded + BLOCK, b, countB * sizeof(double));
        convolve_blocks(a, countA, padded + BLOCK, countB, result);
        free(padded);
        return;
    }
    for (size_t i = 0; i < countA + countB - 1; i++) result[i] = 0;
    for (size_t i = 0; i < countA; i++) {
        if (a[i] != 0) add_scaled(a[i], b, countB, result + i);
    }
}
