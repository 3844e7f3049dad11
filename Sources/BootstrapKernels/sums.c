#include <string.h>

#include "BootstrapKernels.h"
#include "planes.h"
#include "variants.h"

#pragma STDC FP_CONTRACT OFF

// Real numbers are added into this many running sums, element i into sum i % REAL_LANES, so that vector registers of
// any width give the same result.
enum { REAL_LANES = 8 };

static double fold(const double partial[REAL_LANES]) {
    return ((partial[0] + partial[4]) + (partial[2] + partial[6])) + ((partial[1] + partial[5]) + (partial[3] + partial[7]));
}

// A tile of replicates against one vector: each value is loaded once for all replicates. Padding holds zeros, and
// adding 0 · 0 changes no sum.
ACUITY_VARIANTS
static void sum_reals(const double *restrict weights, size_t stride, const double *restrict values, double *sums) {
    double partial[ACUITY_TILE][REAL_LANES] = {{0}};
    for (size_t i = 0; i < stride; i += REAL_LANES) {
        for (int t = 0; t < ACUITY_TILE; t++) {
            for (int lane = 0; lane < REAL_LANES; lane++) {
                partial[t][lane] += weights[t * stride + i + lane] * values[i + lane];
            }
        }
    }
    for (int t = 0; t < ACUITY_TILE; t++) sums[t] = fold(partial[t]);
}

double acuity_weighted_sum_reference(const uint8_t *weights, const double *values, uint32_t units) {
    double partial[REAL_LANES] = {0};
    for (uint32_t i = 0; i < units; i++) partial[i % REAL_LANES] += weights[i] * values[i];
    return fold(partial);
}

static uint32_t clusters_of(const AcuityDesign *design) {
    uint32_t clusters = 0;
    for (size_t h = 0; h < design->strataCount; h++) clusters += design->strata[h].clusters;
    return clusters;
}

static size_t round_up(size_t bytes) { return (bytes + 63) / 64 * 64; }

// The room for one replicate's weights: a multiple of 512, so that both words and lanes are whole.
static size_t padded(uint32_t units) { return acuity_words(units) * 64; }

size_t acuity_scratch_size(const AcuityDesign *design, bool hasReals) {
    uint32_t units = acuity_design_units(design);
    size_t planes = ACUITY_TILE * ACUITY_WEIGHT_PLANES * acuity_words(units) * sizeof(uint64_t);
    return round_up(clusters_of(design)) + padded(units) + planes
        + (hasReals ? ACUITY_TILE * padded(units) * sizeof(double) : 0);
}

void acuity_replicate_sums(
    AcuityVariant variant, const AcuityDesign *design, uint64_t firstReplicate, const AcuityVector *vectors,
    size_t vectorCount, void *scratch, double *sums) {
    uint32_t units = acuity_design_units(design);
    size_t words = acuity_words(units), stride = padded(units);
    uint8_t *clusterWeights = scratch;
    uint8_t *weights = clusterWeights + round_up(clusters_of(design));
    uint64_t *planes = (uint64_t *)(weights + stride);
    double *realWeights = (double *)(planes + ACUITY_TILE * ACUITY_WEIGHT_PLANES * words);
    bool hasReals = false;
    for (size_t v = 0; v < vectorCount; v++) hasReals |= vectors[v].reals != NULL;

    AcuityPlaneTile tile;
    memset(weights + units, 0, stride - units);
    for (uint32_t t = 0; t < ACUITY_TILE; t++) {
        acuity_design_weights(design, firstReplicate + t, clusterWeights, weights);
        tile.planes[t] = planes + t * ACUITY_WEIGHT_PLANES * words;
        tile.planeCounts[t] = acuity_split_into_planes(weights, words, tile.planes[t]);
        if (hasReals) {
            for (size_t i = 0; i < stride; i++) realWeights[t * stride + i] = weights[i];
        }
    }
    for (size_t v = 0; v < vectorCount; v++) {
        if (vectors[v].reals) {
            sum_reals(realWeights, stride, vectors[v].reals, sums + v * ACUITY_TILE);
        } else {
            acuity_plane_sums(variant, &vectors[v], &tile, words, sums + v * ACUITY_TILE);
        }
    }
}
