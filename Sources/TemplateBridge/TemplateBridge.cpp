#include "TemplateBridge.h"

#include <cstdlib>
#include <cstring>
#include <exception>
#include <kainjow/mustache.hpp>
#include <string>
#include <utility>
#include <vector>

namespace mustache = kainjow::mustache;

struct AcuityTemplate {
    mustache::mustache parsed;
};

namespace {

struct Container {
    std::string key;
    mustache::data value;
};

// The elements of a list that is being built. The engine's own push_back copies a row with all that it holds, and its
// vector copies all rows whenever it grows, as they may throw when moved; so rows are moved into room made in advance.
mustache::list &elements(mustache::data &list) { return const_cast<mustache::list &>(list.list_value()); }

char *copy(const std::string &text, size_t *length) {
    auto *bytes = static_cast<char *>(std::malloc(text.size() + 1));
    if (bytes == nullptr) { return nullptr; }
    std::memcpy(bytes, text.data(), text.size());
    bytes[text.size()] = '\0';
    if (length != nullptr) { *length = text.size(); }
    return bytes;
}

}  // namespace

struct AcuityTemplateData {
    std::vector<Container> open;

    void add(const char *key, mustache::data value) {
        auto &container = open.back().value;
        if (container.is_list()) {
            elements(container).push_back(std::move(value));
        } else {
            container[key] = std::move(value);
        }
    }
};

extern "C" {

AcuityTemplate *acuity_template_parse(const char *source, size_t length, char **message) {
    try {
        auto *result = new AcuityTemplate{mustache::mustache{std::string(source, length)}};
        if (result->parsed.is_valid()) { return result; }
        *message = copy(result->parsed.error_message(), nullptr);
        delete result;
    } catch (const std::exception &failure) {
        *message = copy(failure.what(), nullptr);
    }
    return nullptr;
}

void acuity_template_free(AcuityTemplate *parsed) { delete parsed; }

char *acuity_template_render(
    AcuityTemplate *parsed, const AcuityTemplateData *data, size_t *length, char **message) {
    try {
        std::string text;
        parsed->parsed.render(data->open.front().value, [&text](const std::string &part) { text += part; });
        if (parsed->parsed.is_valid()) { return copy(text, length); }
        *message = copy(parsed->parsed.error_message(), nullptr);
    } catch (const std::exception &failure) {
        *message = copy(failure.what(), nullptr);
    }
    return nullptr;
}

void acuity_template_text_free(char *text) { std::free(text); }

AcuityTemplateData *acuity_template_data_create(void) {
    auto *data = new AcuityTemplateData;
    data->open.push_back({"", mustache::data{mustache::data::type::object}});
    return data;
}

void acuity_template_data_free(AcuityTemplateData *data) { delete data; }

void acuity_template_data_open_object(AcuityTemplateData *data, const char *key) {
    data->open.push_back({key, mustache::data{mustache::data::type::object}});
}

void acuity_template_data_open_list(AcuityTemplateData *data, const char *key, size_t count) {
    data->open.push_back({key, mustache::data{mustache::data::type::list}});
    elements(data->open.back().value).reserve(count);
}

void acuity_template_data_add_text(AcuityTemplateData *data, const char *key, const char *text, size_t length) {
    data->add(key, mustache::data{std::string(text, length)});
}

void acuity_template_data_add_flag(AcuityTemplateData *data, const char *key, bool flag) {
    data->add(key, mustache::data{flag});
}

void acuity_template_data_close(AcuityTemplateData *data) {
    if (data->open.size() < 2) { return; }
    auto closed = std::move(data->open.back());
    data->open.pop_back();
    data->add(closed.key.c_str(), std::move(closed.value));
}

}
