#include <string.h>

#include "BootstrapKernels.h"
#include "philox.h"
#include "variants.h"

// Blocks computed side by side, one a vector lane.
enum { LANES = 64 };

static uint32_t rejection_limit(uint32_t clusters) { return clusters ? (uint32_t)(-clusters) % clusters : 0; }

// The index of one draw, attempt after attempt.
static uint32_t draw_index(uint64_t key, uint64_t replicate, uint32_t draw, uint32_t clusters, uint32_t limit) {
    const uint32_t keys[2] = {(uint32_t)key, (uint32_t)(key >> 32)};
    for (uint32_t attempt = 0;; attempt++) {
        const uint32_t counter[4] = {draw / 4, attempt, (uint32_t)replicate, (uint32_t)(replicate >> 32)};
        uint32_t block[4];
        acuity_philox(counter, keys, block);
        uint64_t product = (uint64_t)block[draw % 4] * clusters;
        if ((uint32_t)product >= limit) return (uint32_t)(product >> 32);
    }
}

void acuity_draw_weights_reference(uint64_t key, uint64_t replicate, uint32_t clusters, uint8_t *weights) {
    memset(weights, 0, clusters);
    uint32_t limit = rejection_limit(clusters);
    for (uint32_t draw = 0; draw < clusters; draw++) {
        weights[draw_index(key, replicate, draw, clusters, limit)]++;
    }
}

// Indices of the 4 * LANES draws of LANES consecutive blocks, word by word; returns whether any word must be rejected.
ACUITY_VARIANTS
static uint32_t draw_blocks(
    uint64_t key, uint64_t replicate, uint32_t firstBlock, uint32_t clusters, uint32_t limit, uint32_t *indices) {
    uint32_t c0[LANES], c1[LANES], c2[LANES], c3[LANES];
    for (int lane = 0; lane < LANES; lane++) {
        c0[lane] = firstBlock + (uint32_t)lane;
        c1[lane] = 0;
        c2[lane] = (uint32_t)replicate;
        c3[lane] = (uint32_t)(replicate >> 32);
    }
    uint32_t k0 = (uint32_t)key, k1 = (uint32_t)(key >> 32);
    for (int round = 0; round < ACUITY_PHILOX_ROUNDS; round++) {
        for (int lane = 0; lane < LANES; lane++) {
            uint64_t product0 = (uint64_t)ACUITY_PHILOX_MULTIPLIER_0 * c0[lane];
            uint64_t product1 = (uint64_t)ACUITY_PHILOX_MULTIPLIER_1 * c2[lane];
            c0[lane] = (uint32_t)(product1 >> 32) ^ c1[lane] ^ k0;
            c2[lane] = (uint32_t)(product0 >> 32) ^ c3[lane] ^ k1;
            c1[lane] = (uint32_t)product1;
            c3[lane] = (uint32_t)product0;
        }
        k0 += ACUITY_PHILOX_WEYL_0;
        k1 += ACUITY_PHILOX_WEYL_1;
    }
    uint32_t rejected = 0;
    for (int lane = 0; lane < LANES; lane++) {
        uint64_t p0 = (uint64_t)c0[lane] * clusters, p1 = (uint64_t)c1[lane] * clusters;
        uint64_t p2 = (uint64_t)c2[lane] * clusters, p3 = (uint64_t)c3[lane] * clusters;
        indices[lane] = (uint32_t)(p0 >> 32);
        indices[LANES + lane] = (uint32_t)(p1 >> 32);
        indices[2 * LANES + lane] = (uint32_t)(p2 >> 32);
        indices[3 * LANES + lane] = (uint32_t)(p3 >> 32);
        rejected |= ((uint32_t)p0 < limit) | ((uint32_t)p1 < limit) | ((uint32_t)p2 < limit) | ((uint32_t)p3 < limit);
    }
    return rejected;
}

void acuity_draw_weights(uint64_t key, uint64_t replicate, uint32_t clusters, uint8_t *weights) {
    memset(weights, 0, clusters);
    uint32_t limit = rejection_limit(clusters);
    uint32_t wholeDraws = clusters / (4 * LANES) * (4 * LANES);
    uint32_t indices[4 * LANES];
    for (uint32_t draw = 0; draw < wholeDraws; draw += 4 * LANES) {
        if (draw_blocks(key, replicate, draw / 4, clusters, limit, indices)) {
            // Rare: below one word in 2^32 / clusters.
            for (uint32_t i = 0; i < 4 * LANES; i++) {
                weights[draw_index(key, replicate, draw + i, clusters, limit)]++;
            }
        } else {
            for (uint32_t i = 0; i < 4 * LANES; i++) weights[indices[i]]++;
        }
    }
    for (uint32_t draw = wholeDraws; draw < clusters; draw++) {
        weights[draw_index(key, replicate, draw, clusters, limit)]++;
    }
}

uint32_t acuity_design_units(const AcuityDesign *design) {
    uint32_t clusters = 0;
    for (size_t h = 0; h < design->strataCount; h++) clusters += design->strata[h].clusters;
    return design->firstItems ? design->firstItems[clusters] : clusters;
}

static void draw_items(const AcuityDesign *design, uint64_t replicate, const uint8_t *drawn, uint8_t *weights) {
    uint32_t clusters = 0, draw = 0;
    for (size_t h = 0; h < design->strataCount; h++) clusters += design->strata[h].clusters;
    memset(weights, 0, design->firstItems[clusters]);
    for (uint32_t g = 0; g < clusters; g++) {
        uint32_t first = design->firstItems[g], items = design->firstItems[g + 1] - first;
        if (items == 0) continue;
        uint32_t limit = rejection_limit(items);
        for (uint32_t i = 0; i < items * drawn[g]; i++) {
            weights[first + draw_index(design->itemKey, replicate, draw++, items, limit)]++;
        }
    }
}

void acuity_design_weights(const AcuityDesign *design, uint64_t replicate, uint8_t *scratch, uint8_t *weights) {
    uint8_t *clusterWeights = design->firstItems ? scratch : weights;
    uint32_t first = 0;
    for (size_t h = 0; h < design->strataCount; h++) {
        acuity_draw_weights(design->strata[h].key, replicate, design->strata[h].clusters, clusterWeights + first);
        first += design->strata[h].clusters;
    }
    if (design->firstItems) draw_items(design, replicate, clusterWeights, weights);
}
