#ifndef VersionBridge_h
#define VersionBridge_h

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

// What this build was made with, and what is loaded now.

/// A library's versions. Texts live as long as the program.
typedef struct {
    /// As `Dependency.id` has it; NULL behind the last library.
    const char *id;
    /// The version of the headers that were compiled.
    const char *compiled;
    /// The version that the loaded library gives; NULL where it gives none or there is nothing to load.
    const char *loaded;
} acuity_library_version;

/// The library at a place, from 0.
acuity_library_version acuity_library_version_at(size_t index);

/// What the compiler of the C and C++ parts calls itself.
const char *acuity_compiler(void);

/// The commit that a release was built from; NULL where none was named.
const char *acuity_commit(void);

/// Hands each loaded object to `body`: once with its path (empty for the program) and NULL, and then once with each name
/// that it asks the loader for.
void acuity_each_loaded_object(void *context, void (*body)(void *context, const char *path, const char *needed));

#ifdef __cplusplus
}
#endif

#endif
