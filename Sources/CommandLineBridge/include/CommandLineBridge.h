#ifndef CommandLineBridge_h
#define CommandLineBridge_h

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/// A command line under construction, over CLI11: commands with options and arguments. Texts are UTF-8 and copied.
typedef struct AcuityCommandLine AcuityCommandLine;

AcuityCommandLine *acuity_command_line_create(const char *name, const char *description, const char *footer,
                                              const char *version);
void acuity_command_line_destroy(AcuityCommandLine *line);

/// Adds a command; further options go to it by its index. Returns the index, from 0.
int acuity_command_line_add_command(AcuityCommandLine *line, const char *name, const char *summary);
/// Adds a flag such as `--json`.
void acuity_command_line_add_flag(AcuityCommandLine *line, int command, const char *names, const char *description);
/// Adds an option with one value; `value_name` stands in the help, such as DIR.
void acuity_command_line_add_option(AcuityCommandLine *line, int command, const char *names, const char *value_name,
                                    const char *description);
/// Adds positional arguments, at least `minimum` and at most `maximum` (negative: any number).
void acuity_command_line_add_arguments(AcuityCommandLine *line, int command, const char *name,
                                       const char *description, int minimum, int maximum);

/// Parses. Returns 0 if a command is to be run, 1 if `message` is the version for standard output, 2 if it is an error for
/// standard error, 3 if `message` is the version and what the program is linked to is asked for, 4 if help is asked for.
/// `*command` gets the index of the command, negative for the program's own help; `*message` belongs to the line.
int acuity_command_line_parse(AcuityCommandLine *line, int argument_count, const char *const *arguments, int *command,
                              const char **message);
/// The help of a command with these paragraphs before and after, or of the program if `command` is negative. Belongs to
/// the line.
const char *acuity_command_line_help(AcuityCommandLine *line, int command, const char *description,
                                     const char *footer);
/// How often a flag, an option or an argument of a command was given; with the index -1, a flag before the command.
size_t acuity_command_line_count(const AcuityCommandLine *line, int command, const char *name);
/// The value at `index` of an option or of the positional arguments; NULL if there is none. Belongs to the line.
const char *acuity_command_line_value(const AcuityCommandLine *line, int command, const char *name, size_t index);

#ifdef __cplusplus
}
#endif

#endif
