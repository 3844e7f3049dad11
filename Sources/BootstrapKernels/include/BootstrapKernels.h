#ifndef BootstrapKernels_h
#define BootstrapKernels_h

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// Philox4x32-10, the counter-based generator of Salmon and others 2011: ten rounds of one 128-bit block.
void acuity_philox(const uint32_t counter[4], const uint32_t key[2], uint32_t output[4]);

/// How often each of `clusters` clusters is drawn in one replicate of `clusters` draws with replacement.
///
/// Draw d uses word d % 4 of the block with counter (d / 4, attempt, replicate low, replicate high); the index is the
/// high half of word times `clusters` (Lemire 2019). A word in the biased zone is replaced by the same word of the
/// block with the next attempt. A weight above 255 has a probability below 1e-500 and would wrap.
void acuity_draw_weights(uint64_t key, uint64_t replicate, uint32_t clusters, uint8_t *weights);

/// The same weights, one draw after the other; the plain version that the fast one is tested against.
void acuity_draw_weights_reference(uint64_t key, uint64_t replicate, uint32_t clusters, uint8_t *weights);

/// Clusters that are drawn among themselves, with a stream of their own.
typedef struct {
    uint64_t key;
    uint32_t clusters;
} AcuityStratum;

/// How a replicate is drawn.
typedef struct {
    /// Strata whose clusters stand one after the other; one stratum for the plain cluster bootstrap.
    const AcuityStratum *strata;
    size_t strataCount;
    /// NULL, or for two stages the first item of each cluster and, last, the number of items: each drawn cluster of m
    /// items then draws m of its items with replacement.
    const uint32_t *firstItems;
    /// The stream of the second stage. Its draws are numbered in the order of clusters, of a cluster's copies and of items.
    uint64_t itemKey;
} AcuityDesign;

/// The number of weights of a design: clusters, or items with two stages.
uint32_t acuity_design_units(const AcuityDesign *design);

/// The weights of one replicate of a design.
///
/// @param scratch room for as many weights as there are clusters; used with two stages only.
void acuity_design_weights(const AcuityDesign *design, uint64_t replicate, uint8_t *scratch, uint8_t *weights);

/// The values of all units: whole numbers as bit planes, others as real numbers.
typedef struct {
    /// Plane p holds bit p of every value, 64 values a word, the first in the lowest bit; `acuity_words` words a plane.
    const uint64_t *planes;
    uint32_t planeCount;
    /// The values themselves where they are not whole; NULL otherwise. Room for a multiple of eight, filled up with 0.
    const double *reals;
} AcuityVector;

/// The words of one plane: a multiple of eight, so that a register of 512 bits fits.
size_t acuity_words(uint32_t units);

/// The instruction sets that sums are written for. All give the same result, bit for bit.
typedef enum {
    ACUITY_PLAIN = 0,
    ACUITY_POPCNT = 1,
    ACUITY_AVX512 = 2,
} AcuityVariant;

/// Whether this machine runs a variant.
bool acuity_variant_is_available(AcuityVariant variant);

/// The fastest variant that this machine runs.
AcuityVariant acuity_best_variant(void);

/// How many replicates `acuity_replicate_sums` computes at once, so that a value that was loaded serves all of them.
enum { ACUITY_TILE = 4 };

/// The bytes of scratch memory that `acuity_replicate_sums` needs, to be aligned to 64 bytes.
size_t acuity_scratch_size(const AcuityDesign *design, bool hasReals);

/// Weighted sums of each vector in `ACUITY_TILE` replicates from `firstReplicate` on.
///
/// @param sums receives ACUITY_TILE sums for each vector. Whole numbers are exact; real numbers are added in an order
///   that depends on the number of units only.
void acuity_replicate_sums(
    AcuityVariant variant, const AcuityDesign *design, uint64_t firstReplicate, const AcuityVector *vectors,
    size_t vectorCount, void *scratch, double *sums);

/// The weighted sum of values under given weights in the plainest loop, real numbers in the same order as above; what the
/// fast version is tested against.
double acuity_weighted_sum_reference(const uint8_t *weights, const double *values, uint32_t units);

/// The convolution of two sequences by direct summation; `result` holds countA + countB - 1 numbers.
void acuity_convolve(const double *a, size_t countA, const double *b, size_t countB, double *result);

/// Discrete Fourier transforms (forward, unscaled) of `batch` interleaved sequences of `count` complex numbers.
///
/// Element k of sequence b lies at k * batch + b. The inverse is the same call with real and imaginary parts swapped.
///
/// @param count a power of two.
/// @param cosines,sines cos and sin of -2 pi k / count for k below 3 * count / 4 (at least one number each).
/// @param workReal,workImaginary room for count * batch numbers each.
void acuity_fourier(
    size_t count, size_t batch, const double *cosines, const double *sines, double *real, double *imaginary,
    double *workReal, double *workImaginary);

/// How the outcomes of two models fall together.
typedef struct {
    /// Items that both have.
    size_t shared;
    size_t onlyFirst;
    size_t onlySecond;
    /// Items that one of the two has.
    size_t unpaired;
} AcuityPairCounts;

/// Counts pairs of outcomes: 0 for wrong, 1 for right, 2 for none.
void acuity_pair_counts(const uint8_t *first, const uint8_t *second, size_t count, AcuityPairCounts *counts);

/// The sums of the second and fourth powers of the differences' distances from their mean, item by item in order, so that
/// they round as a plain loop over the differences does.
void acuity_pair_moments(
    const uint8_t *first, const uint8_t *second, size_t count, double mean, double *squares, double *fourths);

/// Adds up the differences of the items that both have, and counts those items, by cluster.
///
/// @param clusters the cluster of each item, a place in `sums` and `sizes`, which hold zeros at first.
void acuity_pair_clusters(
    const uint8_t *first, const uint8_t *second, const int32_t *clusters, size_t count, int32_t *sums, int32_t *sizes);

/// |first - second - centre| / error of each replicate, kept for either member where it is larger than what is there.
///
/// Distances that are not finite are passed over.
void acuity_largest_distances(
    const double *first, const double *second, size_t count, double centre, double error, double *largestOfFirst,
    double *largestOfSecond);

#endif
