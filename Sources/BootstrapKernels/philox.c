#include "BootstrapKernels.h"
#include "philox.h"

void acuity_philox(const uint32_t counter[4], const uint32_t key[2], uint32_t output[4]) {
    uint32_t c0 = counter[0], c1 = counter[1], c2 = counter[2], c3 = counter[3];
    uint32_t k0 = key[0], k1 = key[1];
    for (int round = 0; round < ACUITY_PHILOX_ROUNDS; round++) {
        uint64_t product0 = (uint64_t)ACUITY_PHILOX_MULTIPLIER_0 * c0;
        uint64_t product1 = (uint64_t)ACUITY_PHILOX_MULTIPLIER_1 * c2;
        c0 = (uint32_t)(product1 >> 32) ^ c1 ^ k0;
        c2 = (uint32_t)(product0 >> 32) ^ c3 ^ k1;
        c1 = (uint32_t)product1;
        c3 = (uint32_t)product0;
        k0 += ACUITY_PHILOX_WEYL_0;
        k1 += ACUITY_PHILOX_WEYL_1;
    }
    output[0] = c0;
    output[1] = c1;
    output[2] = c2;
    output[3] = c3;
}
