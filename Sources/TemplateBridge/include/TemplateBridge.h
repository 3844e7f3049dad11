#ifndef TemplateBridge_h
#define TemplateBridge_h

#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

// Mustache templates (kainjow-mustache) behind plain C.
//
// Texts are UTF-8 with a length and may hold any byte. Texts that a function returns are owned by the caller and are
// given back to acuity_template_text_free. No exception leaves this file.

/// A parsed template.
typedef struct AcuityTemplate AcuityTemplate;
/// A tree of objects, lists, texts and flags under construction, with a cursor at the container opened last.
typedef struct AcuityTemplateData AcuityTemplateData;

/// Parses a template. Returns NULL and sets *message if it is malformed; the message ends in the byte offset.
AcuityTemplate *acuity_template_parse(const char *source, size_t length, char **message);
void acuity_template_free(AcuityTemplate *parsed);

/// Renders with the tree. Returns NULL and sets *message on failure. {{name}} escapes for HTML, {{{name}}} does not.
char *acuity_template_render(
    AcuityTemplate *parsed, const AcuityTemplateData *data, size_t *length, char **message);
void acuity_template_text_free(char *text);

/// A tree whose root is an object, which is open.
AcuityTemplateData *acuity_template_data_create(void);
void acuity_template_data_free(AcuityTemplateData *data);

/// Each of these adds to the open container: under `key` in an object, at the end of a list, where `key` is ignored.
void acuity_template_data_open_object(AcuityTemplateData *data, const char *key);
/// A list of `count` elements, for which room is made.
void acuity_template_data_open_list(AcuityTemplateData *data, const char *key, size_t count);
void acuity_template_data_add_text(AcuityTemplateData *data, const char *key, const char *text, size_t length);
void acuity_template_data_add_flag(AcuityTemplateData *data, const char *key, bool flag);
/// Closes the container opened last; the root is never closed.
void acuity_template_data_close(AcuityTemplateData *data);

#ifdef __cplusplus
}
#endif

#endif
