#include "BootstrapKernels.h"
#include "variants.h"

// Items counted at once: as many as the bytes that count them can hold.
enum { BLOCK = 255 };

ACUITY_VARIANTS
void acuity_pair_counts(const uint8_t *first, const uint8_t *second, size_t count, AcuityPairCounts *counts) {
    size_t shared = 0, onlyFirst = 0, onlySecond = 0, unpaired = 0;
    for (size_t start = 0; start < count; start += BLOCK) {
        size_t end = count - start < BLOCK ? count : start + BLOCK;
        uint8_t s = 0, f = 0, g = 0, u = 0;
        for (size_t i = start; i < end; i++) {
            uint8_t a = first[i], b = second[i];
            s += (a < 2) & (b < 2);
            f += (a == 1) & (b == 0);
            g += (a == 0) & (b == 1);
            u += (a < 2) ^ (b < 2);
        }
        shared += s;
        onlyFirst += f;
        onlySecond += g;
        unpaired += u;
    }
    *counts = (AcuityPairCounts){shared, onlyFirst, onlySecond, unpaired};
}

void acuity_pair_moments(
    const uint8_t *first, const uint8_t *second, size_t count, double mean, double *squares, double *fourths) {
    // By outcome of the first and of the second. Items that are not shared add 0, which changes no sum of squares.
    double square[16] = {0}, fourth[16] = {0};
    for (int a = 0; a < 2; a++) {
        for (int b = 0; b < 2; b++) {
            double residual = (double)(a - b) - mean;
            square[a << 2 | b] = residual * residual;
            fourth[a << 2 | b] = square[a << 2 | b] * square[a << 2 | b];
        }
    }
    double sum = 0, sumOfFourths = 0;
    for (size_t i = 0; i < count; i++) {
        int outcome = first[i] << 2 | second[i];
        sum += square[outcome];
        sumOfFourths += fourth[outcome];
    }
    *squares = sum;
    *fourths = sumOfFourths;
}

void acuity_pair_clusters(
    const uint8_t *first, const uint8_t *second, const int32_t *clusters, size_t count, int32_t *sums, int32_t *sizes) {
    for (size_t i = 0; i < count; i++) {
        int32_t isShared = (first[i] < 2) & (second[i] < 2);
        sums[clusters[i]] += isShared * ((int32_t)first[i] - (int32_t)second[i]);
        sizes[clusters[i]] += isShared;
    }
}
