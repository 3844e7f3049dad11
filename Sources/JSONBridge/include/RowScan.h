#ifndef RowScan_h
#define RowScan_h

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// Finds a few fields in rows of one form, without a value for each of them.
typedef struct acuity_row_scan acuity_row_scan;

enum {
    /// The row lacks the field, or it is null.
    ACUITY_ROW_MISSING = 0,
    /// An empty text, which is none but where a model was asked for one.
    ACUITY_ROW_EMPTY,
    ACUITY_ROW_TEXT,
    /// A whole number, with its text.
    ACUITY_ROW_NUMBER,
    /// A number with a fraction or an exponent, without a text.
    ACUITY_ROW_DOUBLE,
    ACUITY_ROW_BOOL,
    /// A list or an object.
    ACUITY_ROW_OTHER
};

/// A field of the last row; the bytes live until the next row is read.
typedef struct {
    int32_t kind;
    const char *bytes;
    size_t count;
    double number;
} acuity_row_value;

acuity_row_scan *acuity_row_scan_new(void);
void acuity_row_scan_free(acuity_row_scan *scan);
/// Adds a field by its key or its dotted path. All fields that are about the item are written out together for each row.
void acuity_row_scan_field(acuity_row_scan *scan, const char *name, size_t count, bool is_about);
/// Reads one row, which is copied. False for what is no strict JSON object or needs another look: a list of objects, a
/// field about the item that holds nested lists or objects.
bool acuity_row_scan_read(acuity_row_scan *scan, const char *bytes, size_t count);
/// The fields in the order in which they were added.
const acuity_row_value *acuity_row_scan_values(const acuity_row_scan *scan);
/// All that the row says of the item: the same bytes for the same sayings.
const char *acuity_row_scan_about(const acuity_row_scan *scan, size_t *count);

#ifdef __cplusplus
}
#endif

#endif
