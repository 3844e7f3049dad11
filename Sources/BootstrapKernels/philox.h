#ifndef philox_h
#define philox_h

#include <stdint.h>

// Constants of Philox4x32 (Salmon and others 2011): the multipliers, and the Weyl increments of the key.
#define ACUITY_PHILOX_MULTIPLIER_0 0xD2511F53u
#define ACUITY_PHILOX_MULTIPLIER_1 0xCD9E8D57u
#define ACUITY_PHILOX_WEYL_0 0x9E3779B9u
#define ACUITY_PHILOX_WEYL_1 0xBB67AE85u
#define ACUITY_PHILOX_ROUNDS 10

#endif
