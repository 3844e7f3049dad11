#include "BootstrapKernels.h"
#include "variants.h"

#pragma STDC FP_CONTRACT OFF

// Real numbers are added into this many running sums, element i into sum i % REAL_LANES, so that vector registers of
// any width give the same result.
enum { REAL_LANES = 8 };

// The largest number of products of two bytes whose sum fits 32 bits is 66,051; a block also stays in the nearest cache.
enum { BYTE_BLOCK = 16384 };

ACUITY_VARIANTS
static void sum_bytes(
    const uint8_t *w0, const uint8_t *w1, const uint8_t *w2, const uint8_t *w3, const uint8_t *values, uint32_t count,
    uint32_t result[ACUITY_TILE]) {
    uint32_t s0 = 0, s1 = 0, s2 = 0, s3 = 0;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t value = values[i];
        s0 += w0[i] * value;
        s1 += w1[i] * value;
        s2 += w2[i] * value;
        s3 += w3[i] * value;
    }
    result[0] = s0;
    result[1] = s1;
    result[2] = s2;
    result[3] = s3;
}

ACUITY_VARIANTS
static uint64_t sum_words(const uint8_t *weights, const uint16_t *values, uint32_t count) {
    uint64_t sum = 0;
    for (uint32_t i = 0; i < count; i++) sum += (uint32_t)weights[i] * values[i];
    return sum;
}

static double fold(const double partial[REAL_LANES]) {
    return ((partial[0] + partial[4]) + (partial[2] + partial[6])) + ((partial[1] + partial[5]) + (partial[3] + partial[7]));
}

ACUITY_VARIANTS
static double sum_reals(const uint8_t *weights, const double *values, uint32_t count) {
    double partial[REAL_LANES] = {0};
    uint32_t whole = count / REAL_LANES * REAL_LANES;
    for (uint32_t i = 0; i < whole; i += REAL_LANES) {
        for (uint32_t lane = 0; lane < REAL_LANES; lane++) partial[lane] += weights[i + lane] * values[i + lane];
    }
    for (uint32_t i = whole; i < count; i++) partial[i - whole] += weights[i] * values[i];
    return fold(partial);
}

double acuity_weighted_sum_reference(const uint8_t *weights, AcuityVector vector, uint32_t clusters) {
    if (vector.reals) {
        double partial[REAL_LANES] = {0};
        for (uint32_t i = 0; i < clusters; i++) partial[i % REAL_LANES] += weights[i] * vector.reals[i];
        return fold(partial);
    }
    uint64_t sum = 0;
    for (uint32_t i = 0; i < clusters; i++) {
        sum += (uint64_t)weights[i] * (vector.bytes ? vector.bytes[i] : vector.words[i]);
    }
    return (double)sum;
}

void acuity_replicate_sums(
    uint64_t key, uint64_t firstReplicate, uint32_t clusters, const AcuityVector *vectors, size_t vectorCount,
    uint8_t *scratch, double *sums) {
    for (uint32_t t = 0; t < ACUITY_TILE; t++) {
        acuity_draw_weights(key, firstReplicate + t, clusters, scratch + (size_t)t * clusters);
    }
    for (size_t v = 0; v < vectorCount * ACUITY_TILE; v++) sums[v] = 0;
    for (uint32_t start = 0; start < clusters; start += BYTE_BLOCK) {
        uint32_t count = clusters - start < BYTE_BLOCK ? clusters - start : BYTE_BLOCK;
        const uint8_t *w = scratch + start;
        size_t stride = clusters;
        for (size_t v = 0; v < vectorCount; v++) {
            if (!vectors[v].bytes) continue;
            uint32_t part[ACUITY_TILE];
            sum_bytes(w, w + stride, w + 2 * stride, w + 3 * stride, vectors[v].bytes + start, count, part);
            for (uint32_t t = 0; t < ACUITY_TILE; t++) sums[v * ACUITY_TILE + t] += part[t];
        }
    }
    for (size_t v = 0; v < vectorCount; v++) {
        if (vectors[v].bytes) continue;
        for (uint32_t t = 0; t < ACUITY_TILE; t++) {
            const uint8_t *weights = scratch + (size_t)t * clusters;
            sums[v * ACUITY_TILE + t] = vectors[v].words ? (double)sum_words(weights, vectors[v].words, clusters)
                                                        : sum_reals(weights, vectors[v].reals, clusters);
        }
    }
}
