#include "TOMLBridge.h"

#include <toml++/toml.h>

#include <iterator>
#include <list>
#include <sstream>
#include <string>

struct acuity_toml {
    toml::table root;
    std::string error;
    uint32_t line = 0;
    uint32_t column = 0;
    std::list<std::string> texts;
};

namespace {
const toml::node *node_of(const acuity_toml_node *node) { return reinterpret_cast<const toml::node *>(node); }
const acuity_toml_node *handle_of(const toml::node *node) { return reinterpret_cast<const acuity_toml_node *>(node); }
}  // namespace

extern "C" {

acuity_toml *acuity_toml_parse(const char *text, size_t count) {
    auto *document = new acuity_toml;
    try {
        document->root = toml::parse(std::string_view(text, count));
    } catch (const toml::parse_error &error) {
        document->error = std::string(error.description());
        document->line = error.source().begin.line;
        document->column = error.source().begin.column;
    } catch (const std::exception &error) {
        document->error = error.what();
    }
    return document;
}

void acuity_toml_destroy(acuity_toml *document) { delete document; }

const char *acuity_toml_error(const acuity_toml *document, uint32_t *line, uint32_t *column) {
    *line = document->line;
    *column = document->column;
    return document->error.empty() ? nullptr : document->error.c_str();
}

const acuity_toml_node *acuity_toml_root(const acuity_toml *document) { return handle_of(&document->root); }

int acuity_toml_kind(const acuity_toml_node *node) {
    switch (node_of(node)->type()) {
    case toml::node_type::table: return ACUITY_TOML_TABLE;
    case toml::node_type::array: return ACUITY_TOML_ARRAY;
    case toml::node_type::string: return ACUITY_TOML_STRING;
    case toml::node_type::integer: return ACUITY_TOML_INTEGER;
    case toml::node_type::floating_point: return ACUITY_TOML_FLOAT;
    case toml::node_type::boolean: return ACUITY_TOML_BOOL;
    default: return ACUITY_TOML_DATE;
    }
}

void acuity_toml_place(const acuity_toml_node *node, uint32_t *line, uint32_t *column) {
    *line = node_of(node)->source().begin.line;
    *column = node_of(node)->source().begin.column;
}

size_t acuity_toml_count(const acuity_toml_node *node) {
    if (auto *table = node_of(node)->as_table()) return table->size();
    if (auto *array = node_of(node)->as_array()) return array->size();
    return 0;
}

const acuity_toml_node *acuity_toml_child(const acuity_toml_node *node, size_t index, const char **key, uint32_t *line,
                                          uint32_t *column) {
    *key = nullptr;
    *line = *column = 0;
    if (auto *table = node_of(node)->as_table()) {
        auto member = std::next(table->begin(), static_cast<std::ptrdiff_t>(index));
        *key = member->first.data();
        *line = member->first.source().begin.line;
        *column = member->first.source().begin.column;
        return handle_of(&member->second);
    }
    if (auto *array = node_of(node)->as_array()) return handle_of(array->get(index));
    return nullptr;
}

const char *acuity_toml_text(acuity_toml *document, const acuity_toml_node *node) {
    if (auto *text = node_of(node)->as_string()) return text->get().c_str();
    std::ostringstream stream;
    if (auto *date = node_of(node)->as_date()) stream << date->get();
    else if (auto *time = node_of(node)->as_time()) stream << time->get();
    else if (auto *both = node_of(node)->as_date_time()) stream << both->get();
    document->texts.push_back(stream.str());
    return document->texts.back().c_str();
}

int64_t acuity_toml_integer(const acuity_toml_node *node) {
    auto *value = node_of(node)->as_integer();
    return value == nullptr ? 0 : value->get();
}

double acuity_toml_number(const acuity_toml_node *node) {
    if (auto *value = node_of(node)->as_integer()) return static_cast<double>(value->get());
    auto *value = node_of(node)->as_floating_point();
    return value == nullptr ? 0 : value->get();
}

bool acuity_toml_bool(const acuity_toml_node *node) {
    auto *value = node_of(node)->as_boolean();
    return value != nullptr && value->get();
}
}
