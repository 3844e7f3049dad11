#ifndef TOMLBridge_h
#define TOMLBridge_h

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// A parsed TOML document, over toml++. Nodes and texts belong to it.
typedef struct acuity_toml acuity_toml;
/// A value, table or array of a document.
typedef struct acuity_toml_node acuity_toml_node;

enum {
    ACUITY_TOML_TABLE = 0,
    ACUITY_TOML_ARRAY,
    ACUITY_TOML_STRING,
    ACUITY_TOML_INTEGER,
    ACUITY_TOML_FLOAT,
    ACUITY_TOML_BOOL,
    ACUITY_TOML_DATE
};

/// Parses a text. Never NULL; ask `acuity_toml_error` whether it is whole.
acuity_toml *acuity_toml_parse(const char *text, size_t count);
void acuity_toml_destroy(acuity_toml *document);
/// What is wrong with the text, with line and column from 1; NULL if nothing is.
const char *acuity_toml_error(const acuity_toml *document, uint32_t *line, uint32_t *column);
/// The top table.
const acuity_toml_node *acuity_toml_root(const acuity_toml *document);

int acuity_toml_kind(const acuity_toml_node *node);
/// Where a value stands, from 1.
void acuity_toml_place(const acuity_toml_node *node, uint32_t *line, uint32_t *column);
/// Takes an element of an array, or a member of a table, for which `key` and its place are set.
typedef void acuity_toml_visitor(void *context, const acuity_toml_node *child, const char *key, uint32_t line,
                                 uint32_t column);
/// Hands the elements of an array in order, or the members of a table in the order of keys, to `visit`.
void acuity_toml_walk(const acuity_toml_node *node, void *context, acuity_toml_visitor *visit);
/// The text of a string, or a date in ISO 8601.
const char *acuity_toml_text(acuity_toml *document, const acuity_toml_node *node);
int64_t acuity_toml_integer(const acuity_toml_node *node);
/// The value of an integer or a float.
double acuity_toml_number(const acuity_toml_node *node);
bool acuity_toml_bool(const acuity_toml_node *node);

#ifdef __cplusplus
}
#endif

#endif
