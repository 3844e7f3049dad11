#include <cstring>
#include <initializer_list>

#include "JSONBridge.h"

namespace {

// A plain descent over the grammar, only to say where a text that simdjson refused stops being JSON; iterative, so
// that foreign nesting cannot exhaust the stack.
class FaultFinder {
public:
    FaultFinder(const char *bytes, size_t count) : bytes(bytes), count(count) {}

    size_t find() {
        enum Expectation { value, value_or_end, key, key_or_end, colon, comma_or_end, nothing };
        Expectation expected = value;
        constexpr size_t limit = 4096;
        char stack[limit];
        size_t depth = 0;
        auto after_value = [&] { return depth == 0 ? nothing : comma_or_end; };
        while (true) {
            while (at < count && std::strchr(" \t\r\n", bytes[at]) && bytes[at] != 0) at++;
            if (at >= count) return count;
            const char byte = bytes[at];
            const bool may_be_value = expected == value || expected == value_or_end;
            const bool may_be_key = expected == key || expected == key_or_end;
            if (byte == '"' && (may_be_value || may_be_key)) {
                if (!string()) return at;
                expected = may_be_key ? colon : after_value();
            } else if ((byte == '{' || byte == '[') && may_be_value) {
                if (depth == limit) return at;
                stack[depth++] = byte;
                expected = byte == '{' ? key_or_end : value_or_end;
                at++;
            } else if ((byte == '}' && (expected == key_or_end || expected == comma_or_end))
                       || (byte == ']' && (expected == value_or_end || expected == comma_or_end))) {
                if (depth == 0 || stack[depth - 1] != (byte == '}' ? '{' : '[')) return at;
                depth--;
                expected = after_value();
                at++;
            } else if (byte == ',' && expected == comma_or_end) {
                expected = stack[depth - 1] == '{' ? key : value;
                at++;
            } else if (byte == ':' && expected == colon) {
                expected = value;
                at++;
            } else if (may_be_value && word()) {
                expected = after_value();
            } else {
                return at;
            }
        }
    }

private:
    const char *bytes;
    size_t count;
    size_t at = 0;

    bool string() {
        size_t position = at + 1;
        while (position < count && bytes[position] != '"') position += bytes[position] == '\\' ? 2 : 1;
        if (position >= count) {
            at = count;
            return false;
        }
        at = position + 1;
        return true;
    }

    bool word() {
        size_t position = at;
        while (position < count) {
            const char byte = bytes[position];
            const bool belongs = (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z')
                || (byte >= 'A' && byte <= 'Z') || byte == '-' || byte == '+' || byte == '.';
            if (!belongs) break;
            position++;
        }
        const size_t length = position - at;
        if (length == 0) return false;
        const char lead = bytes[at] == '-' && length > 1 ? bytes[at + 1] : bytes[at];
        bool is_word = lead >= '0' && lead <= '9';
        for (const char *name : {"true", "false", "null", "NaN", "Infinity", "-Infinity"}) {
            // The last word of a text that was cut may be cut too.
            const bool is_cut = position == count && length <= std::strlen(name);
            if ((length == std::strlen(name) || is_cut) && std::strncmp(bytes + at, name, length) == 0) is_word = true;
        }
        if (is_word) at = position;
        return is_word;
    }
};

}  // namespace

extern "C" size_t acuity_json_first_fault(const char *bytes, size_t count) { return FaultFinder(bytes, count).find(); }
