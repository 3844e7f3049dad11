#include "JSONBridge.h"

#include <simdjson.h>

#include <cstring>
#include <new>
#include <string>

#include "Mend.h"

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

// A DOM element and both iterators are one tape reference: a document and a position. The C struct is the same two
// words, so that Swift can hold values without allocating.
static_assert(sizeof(element) == sizeof(acuity_json_value));
static_assert(sizeof(array::iterator) == sizeof(acuity_json_value));
static_assert(sizeof(object::iterator) == sizeof(acuity_json_value));

struct acuity_json_parser {
    simdjson::dom::parser parser;
    std::string mended;
    uint32_t repairs = 0;
};

namespace {

template <typename Target> Target as(acuity_json_value value) {
    alignas(Target) unsigned char storage[sizeof(Target)];
    std::memcpy(storage, &value, sizeof(Target));
    return *std::launder(reinterpret_cast<Target *>(storage));
}

template <typename Source> acuity_json_value flat(const Source &source) {
    acuity_json_value value;
    std::memcpy(&value, &source, sizeof value);
    return value;
}

}  // namespace

extern "C" {

acuity_json_parser *acuity_json_parser_new(void) { return new (std::nothrow) acuity_json_parser; }

void acuity_json_parser_free(acuity_json_parser *parser) { delete parser; }

int acuity_json_parse(acuity_json_parser *parser, const char *bytes, size_t count, acuity_json_value *root) {
    parser->repairs = 0;
    element result;
    auto error = parser->parser.parse(bytes, count, true).get(result);
    if (error == simdjson::SUCCESS) *root = flat(result);
    return error;
}

int acuity_json_parse_mended(acuity_json_parser *parser, const char *bytes, size_t count, acuity_json_value *root) {
    try {
        parser->repairs = acuity::mend(bytes, count, parser->mended);
        parser->mended.reserve(parser->mended.size() + simdjson::SIMDJSON_PADDING);
    } catch (const std::bad_alloc &) {
        return simdjson::MEMALLOC;
    }
    element result;
    auto error = parser->parser.parse(parser->mended.data(), parser->mended.size(), false).get(result);
    if (error == simdjson::SUCCESS) *root = flat(result);
    return error;
}

uint32_t acuity_json_repairs(const acuity_json_parser *parser) { return parser->repairs; }

const char *acuity_json_error_text(int code) {
    return simdjson::error_message(static_cast<simdjson::error_code>(code));
}

int acuity_json_kind(acuity_json_value value) {
    switch (as<element>(value).type()) {
    case simdjson::dom::element_type::ARRAY: return ACUITY_JSON_ARRAY;
    case simdjson::dom::element_type::OBJECT: return ACUITY_JSON_OBJECT;
    case simdjson::dom::element_type::INT64: return ACUITY_JSON_INTEGER;
    case simdjson::dom::element_type::UINT64: return ACUITY_JSON_UNSIGNED;
    case simdjson::dom::element_type::DOUBLE: return ACUITY_JSON_DOUBLE;
    case simdjson::dom::element_type::STRING: return ACUITY_JSON_STRING;
    case simdjson::dom::element_type::BOOL: return ACUITY_JSON_BOOL;
    default: return ACUITY_JSON_NULL;
    }
}

bool acuity_json_bool(acuity_json_value value) {
    bool result = false;
    (void)as<element>(value).get(result);
    return result;
}

int64_t acuity_json_integer(acuity_json_value value) {
    int64_t result = 0;
    (void)as<element>(value).get(result);
    return result;
}

uint64_t acuity_json_unsigned(acuity_json_value value) {
    uint64_t result = 0;
    (void)as<element>(value).get(result);
    return result;
}

double acuity_json_double(acuity_json_value value) {
    double result = 0;
    (void)as<element>(value).get(result);
    return result;
}

acuity_json_text acuity_json_string(acuity_json_value value) {
    std::string_view result;
    if (as<element>(value).get(result) != simdjson::SUCCESS) return {nullptr, 0};
    return {result.data(), result.size()};
}

size_t acuity_json_count(acuity_json_value value) {
    auto whole = as<element>(value);
    array elements;
    object members;
    size_t counted = 0;
    if (whole.get(elements) == simdjson::SUCCESS) {
        counted = elements.size();
    } else if (whole.get(members) == simdjson::SUCCESS) {
        counted = members.size();
    } else {
        return 0;
    }
    if (counted < 0xFFFFFF) return counted;
    auto cursor = acuity_json_walk(value);
    acuity_json_text key;
    acuity_json_value item;
    counted = 0;
    while (acuity_json_step(&cursor, &key, &item)) counted++;
    return counted;
}

bool acuity_json_member(acuity_json_value value, const char *key, size_t count, acuity_json_value *member) {
    object members;
    if (as<element>(value).get(members) != simdjson::SUCCESS) return false;
    // Python's json keeps the last of several members with the same key, and runners are written in Python.
    bool is_found = false;
    std::string_view wanted(key, count);
    for (auto iterator = members.begin(); iterator != members.end(); ++iterator) {
        if (iterator.key_equals(wanted)) {
            *member = flat(iterator.value());
            is_found = true;
        }
    }
    return is_found;
}

acuity_json_cursor acuity_json_walk(acuity_json_value value) {
    acuity_json_cursor cursor{};
    array elements;
    object members;
    auto whole = as<element>(value);
    if (whole.get(elements) == simdjson::SUCCESS) {
        cursor.next = flat(elements.begin());
        cursor.end = flat(elements.end());
    } else if (whole.get(members) == simdjson::SUCCESS) {
        cursor.next = flat(members.begin());
        cursor.end = flat(members.end());
        cursor.is_object = true;
    }
    return cursor;
}

bool acuity_json_step(acuity_json_cursor *cursor, acuity_json_text *key, acuity_json_value *value) {
    if (cursor->next.index == cursor->end.index) return false;
    if (cursor->is_object) {
        auto iterator = as<object::iterator>(cursor->next);
        auto name = iterator.key();
        *key = {name.data(), name.size()};
        *value = flat(iterator.value());
        ++iterator;
        cursor->next = flat(iterator);
    } else {
        auto iterator = as<array::iterator>(cursor->next);
        *value = flat(*iterator);
        ++iterator;
        cursor->next = flat(iterator);
    }
    return true;
}

size_t acuity_json_scan_value(acuity_json_scan *scan, const char *bytes, size_t count) {
    for (size_t i = 0; i < count; i++) {
        const char byte = bytes[i];
        if (byte == '\n') scan->line_feeds++;
        if (scan->in_string) {
            if (scan->escaped) {
                scan->escaped = false;
            } else if (byte == '\\') {
                scan->escaped = true;
            } else if (byte == '"') {
                scan->in_string = false;
                if (scan->depth == 0) {
                    scan->is_finished = true;
                    return i + 1;
                }
            }
            continue;
        }
        switch (byte) {
        case '"':
            scan->in_string = true;
            break;
        case '{':
        case '[':
            scan->depth++;
            break;
        case '}':
        case ']':
            if (scan->depth == 0) {
                // The end of the container around a bare number or word.
                scan->is_finished = true;
                return i;
            }
            if (--scan->depth == 0) {
                scan->is_finished = true;
                return i + 1;
            }
            break;
        case ',':
        case ' ':
        case '\t':
        case '\r':
        case '\n':
            if (scan->depth == 0 && scan->in_scalar) {
                if (byte == '\n') scan->line_feeds--;
                scan->is_finished = true;
                return i;
            }
            break;
        default:
            if (scan->depth == 0) scan->in_scalar = true;
        }
    }
    return count;
}

}  // extern "C"
