#include "TOMLBridge.h"

#include <stdexcept>

namespace {
// What the parser takes for granted and a text does not keep, such as a key that begins with a letter that is none. Without a
// handler of ours it would end the program, or go on in an undefined way.
struct broken_assumption : std::logic_error {
    using std::logic_error::logic_error;
};
}  // namespace

#undef NDEBUG
#define TOML_ASSERT(claim) \
    do { \
        if (!(claim)) throw broken_assumption("a key or value in letters that it may not have"); \
    } while (false)
// Values nested deeper are an error of the parser, which calls itself for each level.
#define TOML_MAX_NESTED_VALUES 32
#include <toml++/toml.h>

#include <list>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

struct acuity_toml {
    toml::table root;
    std::string error;
    uint32_t line = 0;
    uint32_t column = 0;
    std::list<std::string> texts;
};

namespace {
bool breaks_assumption(std::string_view text) {
    try {
        (void)toml::parse(text);
    } catch (const broken_assumption &) {
        return true;
    } catch (const std::exception &) {
    }
    return false;
}

// The line, from 1, at which a text breaks an assumption: the parser stops there, so that all that follows changes nothing.
uint32_t broken_line(std::string_view text) {
    std::vector<size_t> ends;
    for (size_t at = 0; at < text.size(); at++) {
        if (text[at] == '\n') ends.push_back(at + 1);
    }
    size_t low = 0, high = ends.size();
    while (low < high) {
        const size_t middle = (low + high) / 2;
        if (breaks_assumption(text.substr(0, ends[middle]))) high = middle;
        else low = middle + 1;
    }
    return static_cast<uint32_t>(low + 1);
}

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
    } catch (const broken_assumption &error) {
        document->error = error.what();
        document->line = broken_line(std::string_view(text, count));
        document->column = 1;
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

void acuity_toml_walk(const acuity_toml_node *node, void *context, acuity_toml_visitor *visit) {
    if (auto *table = node_of(node)->as_table()) {
        for (auto &&[key, value] : *table) {
            const auto place = key.source().begin;
            visit(context, handle_of(&value), key.data(), place.line, place.column);
        }
    } else if (auto *array = node_of(node)->as_array()) {
        for (const auto &value : *array) visit(context, handle_of(&value), nullptr, 0, 0);
    }
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
