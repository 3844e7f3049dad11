#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace acuity {

/// Writes a strict JSON text that means the same as a text that Python's json, pandas or JavaScript wrote: NaN,
/// Infinity and numbers out of range become marked strings, lone surrogates and bad UTF-8 become U+FFFD, raw control
/// characters in strings are escaped. What is not JSON otherwise stays as it is. Returns the repairs as bits.
uint32_t mend(const char *bytes, size_t count, std::string &out);

}  // namespace acuity
