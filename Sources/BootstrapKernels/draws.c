#include <stdbool.h>
#include <string.h>

#include "BootstrapKernels.h"
#include "philox.h"
#include "variants.h"

// Blocks computed side by side, one a 64-bit vector lane: the widening products of Philox are then one instruction, and
// GROUPS of them keep the multipliers busy while the state stays in registers.
enum { LANES = 8, GROUPS = 4, BLOCKS = LANES * GROUPS, DRAWS = 4 * BLOCKS };

typedef uint64_t Lanes __attribute__((vector_size(LANES * sizeof(uint64_t))));

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

// Indices of the draws of BLOCKS consecutive blocks, word by word; returns whether any word must be rejected. Only the
// lower half of a lane means something until the last step.
ACUITY_VARIANTS
static bool draw_blocks(
    uint64_t key, uint64_t replicate, uint32_t firstBlock, uint32_t clusters, uint32_t limit, uint64_t *indices) {
    const uint64_t low = 0xFFFFFFFFu;
    Lanes c0[GROUPS], c1[GROUPS], c2[GROUPS], c3[GROUPS];
    for (int group = 0; group < GROUPS; group++) {
        c0[group] = firstBlock + (uint64_t)(group * LANES) + (Lanes){0, 1, 2, 3, 4, 5, 6, 7};
        c1[group] = (Lanes){0};
        c2[group] = (replicate & low) + (Lanes){0};
        c3[group] = (replicate >> 32) + (Lanes){0};
    }
    uint32_t k0 = (uint32_t)key, k1 = (uint32_t)(key >> 32);
#pragma clang loop unroll(full)
    for (int round = 0; round < ACUITY_PHILOX_ROUNDS; round++) {
#pragma clang loop unroll(full)
        for (int group = 0; group < GROUPS; group++) {
            Lanes product0 = (c0[group] & low) * (uint64_t)ACUITY_PHILOX_MULTIPLIER_0;
            Lanes product1 = (c2[group] & low) * (uint64_t)ACUITY_PHILOX_MULTIPLIER_1;
            c0[group] = (product1 >> 32) ^ c1[group] ^ (uint64_t)k0;
            c2[group] = (product0 >> 32) ^ c3[group] ^ (uint64_t)k1;
            c1[group] = product1;
            c3[group] = product0;
        }
        k0 += ACUITY_PHILOX_WEYL_0;
        k1 += ACUITY_PHILOX_WEYL_1;
    }
    // The largest of the borrows of "lower half of the product − limit" tells whether one is below the limit.
    Lanes borrows = {0};
#pragma clang loop unroll(full)
    for (int group = 0; group < GROUPS; group++) {
        const Lanes words[4] = {c0[group], c1[group], c2[group], c3[group]};
#pragma clang loop unroll(full)
        for (int word = 0; word < 4; word++) {
            Lanes product = (words[word] & low) * (uint64_t)clusters;
            Lanes index = product >> 32;
            memcpy(indices + (word * GROUPS + group) * LANES, &index, sizeof index);
            borrows |= (product & low) - (uint64_t)limit;
        }
    }
    uint64_t borrow = 0;
    for (int lane = 0; lane < LANES; lane++) borrow |= borrows[lane];
    return borrow >> 63;
}

void acuity_draw_weights(uint64_t key, uint64_t replicate, uint32_t clusters, uint8_t *weights) {
    memset(weights, 0, clusters);
    uint32_t limit = rejection_limit(clusters);
    uint64_t indices[DRAWS];
    for (uint32_t draw = 0; draw < clusters; draw += DRAWS) {
        uint32_t count = clusters - draw < DRAWS ? clusters - draw : DRAWS;
        if (draw_blocks(key, replicate, draw / 4, clusters, limit, indices)) {
            // Rare: below one word in 2^32 / clusters.
            for (uint32_t i = 0; i < count; i++) {
                weights[draw_index(key, replicate, draw + i, clusters, limit)]++;
            }
        } else if (count == DRAWS) {
            for (uint32_t i = 0; i < DRAWS; i++) weights[indices[i]]++;
        } else {
            // Draw i of the batch is word i % 4 of block i / 4.
            for (uint32_t i = 0; i < count; i++) weights[indices[i % 4 * BLOCKS + i / 4]]++;
        }
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
