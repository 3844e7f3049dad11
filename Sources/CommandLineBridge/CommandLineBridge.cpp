#include "CommandLineBridge.h"

#include <CLI/CLI.hpp>

#include <deque>
#include <memory>
#include <string>
#include <vector>

struct AcuityCommandLine {
    CLI::App app;
    std::vector<CLI::App *> commands;
    // CLI11 writes results through references; a deque keeps them in place.
    std::deque<std::vector<std::string>> values;
    std::string message;

    AcuityCommandLine(std::string description, std::string name) : app(std::move(description), std::move(name)) {}
};

extern "C" {

AcuityCommandLine *acuity_command_line_create(const char *name, const char *description, const char *footer,
                                              const char *version) {
    auto *line = new AcuityCommandLine(description, name);
    line->app.require_subcommand(1);
    line->app.footer(footer);
    line->app.set_version_flag("--version", std::string(version));
    line->app.add_flag("--verbose", "tell each step; with --version: what the program is linked to");
    line->app.get_formatter()->column_width(28);
    return line;
}

void acuity_command_line_destroy(AcuityCommandLine *line) { delete line; }

int acuity_command_line_add_command(AcuityCommandLine *line, const char *name, const char *summary) {
    auto *command = line->app.add_subcommand(name, summary);
    command->get_formatter()->column_width(28);
    line->commands.push_back(command);
    return static_cast<int>(line->commands.size()) - 1;
}

void acuity_command_line_add_flag(AcuityCommandLine *line, int command, const char *names, const char *description) {
    const std::string text = description;
    line->commands.at(command)->add_flag(names, text);
}

void acuity_command_line_add_option(AcuityCommandLine *line, int command, const char *names, const char *value_name,
                                    const char *description) {
    line->values.emplace_back();
    line->commands.at(command)
        ->add_option(names, line->values.back(), description)
        ->type_name(value_name)
        ->expected(1)
        ->allow_extra_args(false)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
}

void acuity_command_line_add_arguments(AcuityCommandLine *line, int command, const char *name,
                                       const char *description, int minimum, int maximum) {
    line->values.emplace_back();
    line->commands.at(command)
        ->add_option(name, line->values.back(), description)
        ->type_name("")
        ->expected(minimum, maximum < 0 ? CLI::detail::expected_max_vector_size : maximum)
        ->required(minimum > 0);
}

int acuity_command_line_parse(AcuityCommandLine *line, int argument_count, const char *const *arguments, int *command,
                              const char **message) {
    *command = -1;
    *message = "";
    try {
        // CLI11 takes a vector in reverse.
        std::vector<std::string> reversed;
        for (int index = argument_count - 1; index >= 0; index -= 1) reversed.emplace_back(arguments[index]);
        line->app.parse(reversed);
    } catch (const CLI::CallForHelp &) {
        auto chosen = line->app.get_subcommands();
        for (size_t index = 0; index < line->commands.size(); index += 1) {
            if (!chosen.empty() && line->commands[index] == chosen.front()) *command = static_cast<int>(index);
        }
        return 4;
    } catch (const CLI::CallForVersion &) {
        line->message = line->app.version() + "\n";
        *message = line->message.c_str();
        return line->app.get_option("--verbose")->count() > 0 ? 3 : 1;
    } catch (const CLI::ParseError &error) {
        line->message = error.what();
        *message = line->message.c_str();
        return 2;
    }
    auto chosen = line->app.get_subcommands().front();
    for (size_t index = 0; index < line->commands.size(); index += 1) {
        if (line->commands[index] == chosen) *command = static_cast<int>(index);
    }
    return 0;
}

const char *acuity_command_line_help(AcuityCommandLine *line, int command, const char *description,
                                     const char *footer) {
    if (command < 0) {
        line->message = line->app.help();
    } else {
        auto *chosen = line->commands.at(command);
        chosen->description(description);
        chosen->footer(footer);
        line->message = chosen->help("acuity");
    }
    return line->message.c_str();
}

size_t acuity_command_line_count(const AcuityCommandLine *line, int command, const char *name) {
    const CLI::App *app = command < 0 ? &line->app : line->commands.at(command);
    auto *option = app->get_option_no_throw(name);
    return option == nullptr ? 0 : option->count();
}

const char *acuity_command_line_value(const AcuityCommandLine *line, int command, const char *name, size_t index) {
    auto *option = line->commands.at(command)->get_option_no_throw(name);
    if (option == nullptr || index >= option->results().size()) return nullptr;
    return option->results()[index].c_str();
}
}
