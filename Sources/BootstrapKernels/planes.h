#ifndef planes_h
#define planes_h

#include "BootstrapKernels.h"

/// A weight is a byte, so that it has at most this many planes.
enum { ACUITY_WEIGHT_PLANES = 8 };

/// The weights of one tile of replicates as bit planes: [replicate][plane][word].
typedef struct {
    uint64_t *planes[ACUITY_TILE];
    uint32_t planeCounts[ACUITY_TILE];
} AcuityPlaneTile;

/// Turns weights into bit planes; returns how many planes the largest weight needs, at least one.
///
/// @param weights bytes, filled up with 0 to 64 times the number of words.
uint32_t acuity_split_into_planes(const uint8_t *weights, size_t words, uint64_t *planes);

/// Sums of one vector in a tile: sum over planes i of the values and j of the weights of 2^(i + j) times the number of
/// bits that both have.
void acuity_plane_sums(
    AcuityVariant variant, const AcuityVector *vector, const AcuityPlaneTile *tile, size_t words,
    double sums[ACUITY_TILE]);

#endif
