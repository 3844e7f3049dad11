#include "planes.h"

#include <string.h>

#if defined(__x86_64__)
#include <immintrin.h>
#define ACUITY_HAS_X86 1
#endif

bool acuity_variant_is_available(AcuityVariant variant) {
#ifdef ACUITY_HAS_X86
    switch (variant) {
    case ACUITY_PLAIN: return true;
    case ACUITY_POPCNT: return __builtin_cpu_supports("popcnt");
    case ACUITY_AVX512: return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vpopcntdq");
    }
#endif
    return variant == ACUITY_PLAIN;
}

AcuityVariant acuity_best_variant(void) {
    if (acuity_variant_is_available(ACUITY_AVX512)) return ACUITY_AVX512;
    return acuity_variant_is_available(ACUITY_POPCNT) ? ACUITY_POPCNT : ACUITY_PLAIN;
}

size_t acuity_words(uint32_t units) { return ((size_t)units + 511) / 512 * 8; }

// One bit of each of 64 bytes, in order.
static uint64_t bits_of_plane(const uint8_t *bytes, int plane) {
    uint64_t bits = 0;
#ifdef ACUITY_HAS_X86
    for (int part = 0; part < 4; part++) {
        __m128i sixteen = _mm_loadu_si128((const __m128i *)(bytes + 16 * part));
        // The bit becomes the highest of its byte, which the mask is made of; what enters from the next byte stays below.
        uint64_t mask = (uint32_t)_mm_movemask_epi8(_mm_sll_epi64(sixteen, _mm_cvtsi32_si128(7 - plane)));
        bits |= mask << (16 * part);
    }
#else
    for (int part = 0; part < 8; part++) {
        uint64_t eight;
        memcpy(&eight, bytes + 8 * part, 8);
        // The multiplication moves the lowest bit of each byte into the highest byte, in order.
        uint64_t lowest = (eight >> plane) & 0x0101010101010101u;
        bits |= ((lowest * 0x0102040810204080u) >> 56) << (8 * part);
    }
#endif
    return bits;
}

uint32_t acuity_split_into_planes(const uint8_t *weights, size_t words, uint64_t *planes) {
    uint64_t seen = 0;
    for (size_t i = 0; i < words * 8; i++) {
        uint64_t eight;
        memcpy(&eight, weights + 8 * i, 8);
        seen |= eight;
    }
    seen |= seen >> 32;
    seen |= seen >> 16;
    seen |= seen >> 8;
    uint32_t count = 1;
    while (count < ACUITY_WEIGHT_PLANES && (seen & 0xFF) >> count) count++;
    for (uint32_t plane = 0; plane < count; plane++) {
        for (size_t word = 0; word < words; word++) {
            planes[plane * words + word] = bits_of_plane(weights + 64 * word, (int)plane);
        }
    }
    return count;
}

// One loop for all machines: what the compiler makes of the population count decides the speed.
#define SUM_PLANES(COUNT)                                                                              \
    for (int t = 0; t < ACUITY_TILE; t++) {                                                            \
        uint64_t total = 0;                                                                            \
        for (uint32_t i = 0; i < vector->planeCount; i++) {                                            \
            const uint64_t *values = vector->planes + i * words;                                       \
            for (uint32_t j = 0; j < tile->planeCounts[t]; j++) {                                      \
                const uint64_t *weights = tile->planes[t] + j * words;                                 \
                uint64_t count = 0;                                                                    \
                for (size_t w = 0; w < words; w++) count += (uint64_t)COUNT(values[w] & weights[w]);   \
                total += count << (i + j);                                                             \
            }                                                                                          \
        }                                                                                              \
        sums[t] = (double)total;                                                                       \
    }

static void sum_plain(const AcuityVector *vector, const AcuityPlaneTile *tile, size_t words, double *sums) {
    SUM_PLANES(__builtin_popcountll)
}

#ifdef ACUITY_HAS_X86
__attribute__((target("popcnt"))) static void sum_popcnt(
    const AcuityVector *vector, const AcuityPlaneTile *tile, size_t words, double *sums) {
    SUM_PLANES(_mm_popcnt_u64)
}

// Bound by the population count, one a cycle: all else (loads, AND, additions) runs beside it.
__attribute__((target("avx512f,avx512vpopcntdq"))) static void sum_avx512(
    const AcuityVector *vector, const AcuityPlaneTile *tile, size_t words, double *sums) {
    for (int t = 0; t < ACUITY_TILE; t++) {
        uint64_t total = 0;
        for (uint32_t i = 0; i < vector->planeCount; i++) {
            const uint64_t *values = vector->planes + i * words;
            // Two planes of weights at a time share the loads of the values.
            uint32_t j = 0;
            for (; j + 1 < tile->planeCounts[t]; j += 2) {
                const uint64_t *low = tile->planes[t] + j * words, *high = low + words;
                __m512i lowCount = _mm512_setzero_si512(), highCount = _mm512_setzero_si512();
                for (size_t w = 0; w < words; w += 8) {
                    __m512i value = _mm512_load_si512(values + w);
                    lowCount = _mm512_add_epi64(
                        lowCount, _mm512_popcnt_epi64(_mm512_and_si512(value, _mm512_load_si512(low + w))));
                    highCount = _mm512_add_epi64(
                        highCount, _mm512_popcnt_epi64(_mm512_and_si512(value, _mm512_load_si512(high + w))));
                }
                total += (uint64_t)_mm512_reduce_add_epi64(lowCount) << (i + j);
                total += (uint64_t)_mm512_reduce_add_epi64(highCount) << (i + j + 1);
            }
            if (j < tile->planeCounts[t]) {
                const uint64_t *weights = tile->planes[t] + j * words;
                __m512i count = _mm512_setzero_si512();
                for (size_t w = 0; w < words; w += 8) {
                    __m512i both = _mm512_and_si512(_mm512_load_si512(values + w), _mm512_load_si512(weights + w));
                    count = _mm512_add_epi64(count, _mm512_popcnt_epi64(both));
                }
                total += (uint64_t)_mm512_reduce_add_epi64(count) << (i + j);
            }
        }
        sums[t] = (double)total;
    }
}
#endif

void acuity_plane_sums(
    AcuityVariant variant, const AcuityVector *vector, const AcuityPlaneTile *tile, size_t words,
    double sums[ACUITY_TILE]) {
#ifdef ACUITY_HAS_X86
    if (variant == ACUITY_AVX512) {
        sum_avx512(vector, tile, words, sums);
        return;
    }
    if (variant == ACUITY_POPCNT) {
        sum_popcnt(vector, tile, words, sums);
        return;
    }
#endif
    (void)variant;
    sum_plain(vector, tile, words, sums);
}
