#ifndef BootstrapKernels_h
#define BootstrapKernels_h

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

/// Values of all clusters in the narrowest type that holds them; exactly one pointer is set.
typedef struct {
    const uint8_t *bytes;
    const uint16_t *words;
    const double *reals;
} AcuityVector;

/// How many replicates `acuity_replicate_sums` computes at once, so that a value that was loaded serves all of them.
enum { ACUITY_TILE = 4 };

/// Weighted sums of each vector in `ACUITY_TILE` replicates from `firstReplicate` on.
///
/// @param scratch room for ACUITY_TILE * clusters weights.
/// @param sums receives ACUITY_TILE sums for each vector. Whole numbers are exact; real numbers are added in an order
///   that depends on the number of clusters only.
void acuity_replicate_sums(
    uint64_t key, uint64_t firstReplicate, uint32_t clusters, const AcuityVector *vectors, size_t vectorCount,
    uint8_t *scratch, double *sums);

/// Weighted sums of one vector under given weights, in the plainest loops; what the fast version is tested against.
double acuity_weighted_sum_reference(const uint8_t *weights, AcuityVector vector, uint32_t clusters);

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

#endif
