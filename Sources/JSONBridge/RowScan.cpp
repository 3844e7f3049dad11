#include "RowScan.h"

#include "JSONBridge.h"

#include <simdjson.h>

#include <array>
#include <charconv>
#include <cstring>
#include <new>
#include <string>
#include <string_view>
#include <vector>

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::element_type;
using simdjson::dom::object;

namespace {

struct field {
    std::string name;
    bool is_about;
};

/// A scalar as the bytes of its text; false for a double, whose text is not made here, for lists and objects, and for a
/// text that looks like the mark of a mended number.
bool scalar(element value, char (&digits)[24], std::string_view &text) {
    switch (value.type()) {
    case element_type::STRING:
        return value.get(text) == simdjson::SUCCESS && text.substr(0, 3) != ACUITY_JSON_NUMBER_MARK;
    case element_type::BOOL: text = bool(value) ? "true" : "false"; return true;
    case element_type::INT64: {
        auto end = std::to_chars(digits, digits + sizeof digits, int64_t(value)).ptr;
        text = {digits, size_t(end - digits)};
        return true;
    }
    case element_type::UINT64: {
        auto end = std::to_chars(digits, digits + sizeof digits, uint64_t(value)).ptr;
        text = {digits, size_t(end - digits)};
        return true;
    }
    default: return false;
    }
}

}  // namespace

struct acuity_row_scan {
    std::vector<field> fields;
    std::vector<acuity_row_value> values;
    std::vector<element> elements;
    std::vector<uint8_t> depths;
    /// The text of whole numbers, by field.
    std::vector<std::array<char, 24>> digits;
    std::string about;
    simdjson::dom::parser parser;
    /// By place in the row: the field that the last row had there, or -1.
    std::vector<int> order;

    bool collect(object row, const std::string &prefix, unsigned depth);
    bool write_about(element value);
    int find(std::string_view key, size_t place);
};

int acuity_row_scan::find(std::string_view key, size_t place) {
    if (place < order.size()) {
        int known = order[place];
        if (known >= 0 && fields[known].name == key) return known;
    } else {
        order.resize(place + 1, -1);
    }
    for (size_t index = 0; index < fields.size(); index++) {
        if (fields[index].name == key) return order[place] = int(index);
    }
    return -1;
}

bool acuity_row_scan::collect(object row, const std::string &prefix, unsigned depth) {
    size_t place = 0;
    for (auto member : row) {
        int found;
        std::string path;
        if (depth == 0) {
            found = find(member.key, place++);
        } else {
            path = prefix + std::string(member.key);
            found = -1;
            for (size_t index = 0; index < fields.size(); index++) {
                if (fields[index].name == path) found = int(index);
            }
        }
        if (found >= 0) {
            // A key that is there twice counts at its last place; a dotted key beside a path is for the slow way.
            if (values[found].kind != ACUITY_ROW_MISSING && depths[found] != depth) return false;
            depths[found] = uint8_t(depth);
            elements[found] = member.value;
            values[found].kind = ACUITY_ROW_OTHER;
            continue;
        }
        if (member.value.is_array()) {
            // A list of objects may hold several answers.
            for (element first : array(member.value)) {
                if (first.is_object()) return false;
                break;
            }
        } else if (member.value.is_object()) {
            if (depth == 0) path = std::string(member.key);
            path += '.';
            bool is_wanted = false;
            for (const auto &one : fields) is_wanted |= one.name.compare(0, path.size(), path) == 0;
            if (is_wanted && depth < 4 && !collect(object(member.value), path, depth + 1)) return false;
        }
    }
    return true;
}

bool acuity_row_scan::write_about(element value) {
    char digits[24];
    std::string_view text;
    auto append = [this](char kind, std::string_view bytes) {
        auto count = uint32_t(bytes.size());
        about += kind;
        about.append(reinterpret_cast<const char *>(&count), sizeof count);
        about.append(bytes);
    };
    if (value.is_null()) {
        about += 'n';
    } else if (value.is_array()) {
        about += '[';
        for (element one : array(value)) {
            if (one.is_array() || one.is_object() || !write_about(one)) return false;
        }
        about += ']';
    } else if (value.is_double()) {
        double number = value;
        append('d', {reinterpret_cast<const char *>(&number), sizeof number});
    } else if (scalar(value, digits, text)) {
        append(value.is_string() ? 's' : 'i', text);
    } else {
        return false;
    }
    return true;
}

extern "C" {

acuity_row_scan *acuity_row_scan_new(void) { return new (std::nothrow) acuity_row_scan; }

void acuity_row_scan_free(acuity_row_scan *scan) { delete scan; }

void acuity_row_scan_field(acuity_row_scan *scan, const char *name, size_t count, bool is_about) {
    scan->fields.push_back({std::string(name, count), is_about});
    scan->values.push_back({});
    scan->elements.push_back({});
    scan->depths.push_back(0);
    scan->digits.push_back({});
}

bool acuity_row_scan_read(acuity_row_scan *scan, const char *bytes, size_t count) {
    for (auto &value : scan->values) value.kind = ACUITY_ROW_MISSING;
    scan->about.clear();
    object row;
    if (scan->parser.parse(bytes, count, true).get(row) != simdjson::SUCCESS) return false;
    if (!scan->collect(row, "", 0)) return false;
    for (size_t index = 0; index < scan->fields.size(); index++) {
        auto &value = scan->values[index];
        auto element = scan->elements[index];
        if (scan->fields[index].is_about) {
            // Each field leaves a mark, so that what one lacks cannot be another's.
            if (value.kind == ACUITY_ROW_MISSING) {
                scan->about += '-';
            } else if (!scan->write_about(element)) {
                return false;
            }
        }
        if (value.kind == ACUITY_ROW_MISSING || element.is_null()) {
            value.kind = ACUITY_ROW_MISSING;
            continue;
        }
        std::string_view text;
        char digits[24];
        value.kind = ACUITY_ROW_OTHER;
        if (scalar(element, digits, text)) {
            value.kind = element.is_string() ? ACUITY_ROW_TEXT : element.is_bool() ? ACUITY_ROW_BOOL : ACUITY_ROW_NUMBER;
            if (value.kind == ACUITY_ROW_NUMBER) {
                std::memcpy(scan->digits[index].data(), text.data(), text.size());
                text = {scan->digits[index].data(), text.size()};
                value.number = element.is_int64() ? double(int64_t(element)) : double(uint64_t(element));
            }
            if (text.empty()) value.kind = ACUITY_ROW_EMPTY;
            value.bytes = text.data();
            value.count = text.size();
        } else if (element.is_double()) {
            value.kind = ACUITY_ROW_DOUBLE;
            value.number = double(element);
        }
    }
    return true;
}

const acuity_row_value *acuity_row_scan_values(const acuity_row_scan *scan) { return scan->values.data(); }

const char *acuity_row_scan_about(const acuity_row_scan *scan, size_t *count) {
    *count = scan->about.size();
    return scan->about.data();
}

}  // extern "C"
