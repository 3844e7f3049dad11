#ifndef JSONBridge_h
#define JSONBridge_h

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "RowScan.h"

#ifdef __cplusplus
extern "C" {
#endif

/// A parser with its buffers, reused from text to text.
typedef struct acuity_json_parser acuity_json_parser;

/// A value inside the last text that a parser read; invalid as soon as the parser reads again.
typedef struct {
    const void *document;
    size_t index;
} acuity_json_value;

/// A walk over the members of an object or the elements of an array.
typedef struct {
    acuity_json_value next;
    acuity_json_value end;
    bool is_object;
} acuity_json_cursor;

/// A stretch of UTF-8 text inside the parser's buffers.
typedef struct {
    const char *bytes;
    size_t count;
} acuity_json_text;

enum {
    ACUITY_JSON_NULL = 0,
    ACUITY_JSON_BOOL,
    ACUITY_JSON_INTEGER,
    ACUITY_JSON_UNSIGNED,
    ACUITY_JSON_DOUBLE,
    ACUITY_JSON_STRING,
    ACUITY_JSON_ARRAY,
    ACUITY_JSON_OBJECT
};

/// What had to be mended before a text could be read; bits of acuity_json_repairs.
enum {
    ACUITY_JSON_REPAIRED_NOT_FINITE = 1,
    ACUITY_JSON_REPAIRED_BIG_NUMBER = 2,
    ACUITY_JSON_REPAIRED_SURROGATE = 4,
    ACUITY_JSON_REPAIRED_UTF8 = 8,
    ACUITY_JSON_REPAIRED_CONTROL = 16
};

/// The first bytes (U+FDD0, a noncharacter) of a string that stands for a number that strict JSON cannot hold.
#define ACUITY_JSON_NUMBER_MARK "\xEF\xB7\x90"

acuity_json_parser *acuity_json_parser_new(void);
void acuity_json_parser_free(acuity_json_parser *parser);

/// Reads one text; copies it first. Returns 0, or an error code of simdjson.
int acuity_json_parse(acuity_json_parser *parser, const char *bytes, size_t count, acuity_json_value *root);
/// Reads one text after mending what is not strict JSON.
int acuity_json_parse_mended(acuity_json_parser *parser, const char *bytes, size_t count, acuity_json_value *root);
/// What the last reading mended.
uint32_t acuity_json_repairs(const acuity_json_parser *parser);
/// The words for an error code.
const char *acuity_json_error_text(int code);
/// The offset of the first byte at which a text stops being JSON, or count if it only ends too early or seems well.
size_t acuity_json_first_fault(const char *bytes, size_t count);

int acuity_json_kind(acuity_json_value value);
bool acuity_json_bool(acuity_json_value value);
int64_t acuity_json_integer(acuity_json_value value);
uint64_t acuity_json_unsigned(acuity_json_value value);
double acuity_json_double(acuity_json_value value);
acuity_json_text acuity_json_string(acuity_json_value value);
/// The number of elements or members (at most 0xFFFFFF: larger ones are counted by walking).
size_t acuity_json_count(acuity_json_value value);
/// The value of the last member with this key.
bool acuity_json_member(acuity_json_value object, const char *key, size_t count, acuity_json_value *member);
acuity_json_cursor acuity_json_walk(acuity_json_value container);
/// Steps to the next element; for objects key is set too. False at the end.
bool acuity_json_step(acuity_json_cursor *cursor, acuity_json_text *key, acuity_json_value *value);

/// The state of a scan for the end of one value that may be spread over several chunks.
typedef struct {
    uint32_t depth;
    bool in_string;
    bool escaped;
    bool in_scalar;
    bool is_finished;
    uint64_t line_feeds;
} acuity_json_scan;

/// Goes on with a scan. Returns how many bytes belong to the value; all of them unless is_finished was set.
size_t acuity_json_scan_value(acuity_json_scan *scan, const char *bytes, size_t count);

#ifdef __cplusplus
}
#endif

#endif
