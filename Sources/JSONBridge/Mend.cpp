#include "Mend.h"

#include <cmath>
#include <cstdlib>
#include <cstring>

#include "JSONBridge.h"

namespace acuity {
namespace {

class Mender {
public:
    Mender(const char *bytes, size_t count, std::string &out) : at(bytes), end(bytes + count), out(out) {}

    uint32_t run() {
        while (at < end) {
            if (*at == '"') {
                string();
            } else if (is_word_start(*at)) {
                word();
            } else {
                out.push_back(*at++);
            }
        }
        return repairs;
    }

private:
    const char *at;
    const char *end;
    std::string &out;
    uint32_t repairs = 0;

    static constexpr const char *replacement = "\xEF\xBF\xBD";

    static bool is_word_start(char byte) {
        return (byte >= '0' && byte <= '9') || byte == '-' || byte == '+' || byte == 'N' || byte == 'I' || byte == 'n'
            || byte == 'i';
    }

    static bool is_word_byte(char byte) {
        return (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z')
            || byte == '-' || byte == '+' || byte == '.';
    }

    void mark(const std::string &text, uint32_t repair) {
        repairs |= repair;
        out += "\"" ACUITY_JSON_NUMBER_MARK;
        out += text;
        out.push_back('"');
    }

    void word() {
        const char *start = at;
        while (at < end && is_word_byte(*at)) at++;
        std::string text(start, at);
        if (text == "NaN" || text == "nan" || text == "-NaN") return mark("NaN", ACUITY_JSON_REPAIRED_NOT_FINITE);
        if (text == "Infinity" || text == "inf" || text == "+Infinity") {
            return mark("Infinity", ACUITY_JSON_REPAIRED_NOT_FINITE);
        }
        if (text == "-Infinity" || text == "-inf") return mark("-Infinity", ACUITY_JSON_REPAIRED_NOT_FINITE);
        if (is_out_of_range(text)) return mark(text, ACUITY_JSON_REPAIRED_BIG_NUMBER);
        out += text;
    }

    // Integers beyond 64 bits and floating-point numbers beyond the range of a double.
    static bool is_out_of_range(const std::string &text) {
        if (text.empty() || !(text[0] == '-' || (text[0] >= '0' && text[0] <= '9'))) return false;
        size_t digits = text[0] == '-' ? 1 : 0;
        if (digits == text.size()) return false;
        bool is_integer = true;
        for (size_t i = digits; i < text.size(); i++) {
            const char byte = text[i];
            if (byte >= '0' && byte <= '9') continue;
            if (byte == '.' || byte == 'e' || byte == 'E' || byte == '+' || byte == '-') {
                is_integer = false;
            } else {
                return false;
            }
        }
        if (!is_integer) return std::isinf(std::strtod(text.c_str(), nullptr));
        const std::string magnitude = text.substr(digits);
        const std::string limit = digits == 1 ? "9223372036854775808" : "18446744073709551615";
        return magnitude.size() > limit.size() || (magnitude.size() == limit.size() && magnitude > limit);
    }

    void string() {
        out.push_back(*at++);
        while (at < end) {
            const unsigned char byte = static_cast<unsigned char>(*at);
            if (byte == '"') {
                out.push_back(*at++);
                return;
            }
            if (byte == '\\') {
                escape();
            } else if (byte < 0x20) {
                control(byte);
            } else if (byte < 0x80) {
                out.push_back(*at++);
            } else {
                character();
            }
        }
    }

    void control(unsigned char byte) {
        static const char digits[] = "0123456789abcdef";
        out += "\\u00";
        out.push_back(digits[byte >> 4]);
        out.push_back(digits[byte & 15]);
        repairs |= ACUITY_JSON_REPAIRED_CONTROL;
        at++;
    }

    // The value of a \uXXXX escape at a position, or -1.
    int unit(const char *position) const {
        if (end - position < 6 || position[0] != '\\' || position[1] != 'u') return -1;
        int value = 0;
        for (int i = 2; i < 6; i++) {
            const char byte = position[i];
            int digit = byte >= '0' && byte <= '9' ? byte - '0'
                : byte >= 'a' && byte <= 'f'       ? byte - 'a' + 10
                : byte >= 'A' && byte <= 'F'       ? byte - 'A' + 10
                                                   : -1;
            if (digit < 0) return -1;
            value = value * 16 + digit;
        }
        return value;
    }

    void escape() {
        const int first = unit(at);
        if (first >= 0xD800 && first <= 0xDBFF) {
            const int second = unit(at + 6);
            if (second >= 0xDC00 && second <= 0xDFFF) {
                out.append(at, 12);
                at += 12;
                return;
            }
        }
        if (first >= 0xD800 && first <= 0xDFFF) {
            out += replacement;
            repairs |= ACUITY_JSON_REPAIRED_SURROGATE;
            at += 6;
            return;
        }
        const size_t length = first >= 0 ? 6 : static_cast<size_t>(end - at < 2 ? end - at : 2);
        out.append(at, length);
        at += length;
    }

    void character() {
        const size_t length = well_formed();
        if (length > 0) {
            out.append(at, length);
            at += length;
        } else {
            out += replacement;
            repairs |= ACUITY_JSON_REPAIRED_UTF8;
            at++;
        }
    }

    // The length of the well-formed UTF-8 sequence at the position (Unicode 15, table 3-7), or 0.
    size_t well_formed() const {
        auto byte = [this](size_t i) { return static_cast<unsigned char>(at[i]); };
        auto is_tail = [&](size_t i, unsigned low = 0x80, unsigned high = 0xBF) {
            return at + i < end && byte(i) >= low && byte(i) <= high;
        };
        const unsigned lead = byte(0);
        if (lead >= 0xC2 && lead <= 0xDF) return is_tail(1) ? 2 : 0;
        if (lead >= 0xE0 && lead <= 0xEF) {
            const unsigned low = lead == 0xE0 ? 0xA0 : 0x80;
            const unsigned high = lead == 0xED ? 0x9F : 0xBF;
            return is_tail(1, low, high) && is_tail(2) ? 3 : 0;
        }
        if (lead >= 0xF0 && lead <= 0xF4) {
            const unsigned low = lead == 0xF0 ? 0x90 : 0x80;
            const unsigned high = lead == 0xF4 ? 0x8F : 0xBF;
            return is_tail(1, low, high) && is_tail(2) && is_tail(3) ? 4 : 0;
        }
        return 0;
    }
};

}  // namespace

uint32_t mend(const char *bytes, size_t count, std::string &out) {
    out.clear();
    out.reserve(count + count / 16 + 64);
    return Mender(bytes, count, out).run();
}

}  // namespace acuity
