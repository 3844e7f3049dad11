#include "VersionBridge.h"

#include <CLI/Version.hpp>
#include <archive.h>
#include <boost/version.hpp>
#include <cairo.h>
#include <dlfcn.h>
#include <fontconfig/fontconfig.h>
#include <ft2build.h>
#include FT_FREETYPE_H
#include <gnu/libc-version.h>
#include <hb.h>
#include <link.h>
#include <openssl/crypto.h>
#include <openssl/opensslv.h>
#include <pango/pango.h>
#include <simdjson.h>
#include <sqlite3.h>
#include <toml++/impl/version.h>
#include <zlib.h>
#include <zstd.h>

#include <string>
#include <vector>

#define TEXT_OF(value) #value
#define TEXT(value) TEXT_OF(value)

namespace {

std::string joined(int major, int minor, int patch) {
    return std::to_string(major) + "." + std::to_string(minor) + "." + std::to_string(patch);
}

// Pango brings these two along. Asking the loader for their functions needs no link of our own to them.
std::string loadedFontconfig() {
    auto version = reinterpret_cast<int (*)()>(dlsym(RTLD_DEFAULT, "FcGetVersion"));
    if (version == nullptr) return "";
    const int number = version();
    return joined(number / 10000, number / 100 % 100, number % 100);
}

std::string loadedFreeType() {
    auto begin = reinterpret_cast<FT_Error (*)(FT_Library *)>(dlsym(RTLD_DEFAULT, "FT_Init_FreeType"));
    auto version = reinterpret_cast<void (*)(FT_Library, FT_Int *, FT_Int *, FT_Int *)>(
        dlsym(RTLD_DEFAULT, "FT_Library_Version"));
    auto end = reinterpret_cast<FT_Error (*)(FT_Library)>(dlsym(RTLD_DEFAULT, "FT_Done_FreeType"));
    FT_Library library = nullptr;
    if (begin == nullptr || version == nullptr || end == nullptr || begin(&library) != 0) return "";
    FT_Int major = 0, minor = 0, patch = 0;
    version(library, &major, &minor, &patch);
    end(library);
    return joined(major, minor, patch);
}

struct Library {
    const char *id;
    std::string compiled, loaded;
};

// An empty text says that the library cannot tell.
std::vector<Library> libraries() {
    return {
        {"cairo", CAIRO_VERSION_STRING, cairo_version_string()},
        {"pango", PANGO_VERSION_STRING, pango_version_string()},
        {"harfbuzz", HB_VERSION_STRING, hb_version_string()},
        {"fontconfig", joined(FC_MAJOR, FC_MINOR, FC_REVISION), loadedFontconfig()},
        {"freetype", joined(FREETYPE_MAJOR, FREETYPE_MINOR, FREETYPE_PATCH), loadedFreeType()},
        {"glib", joined(GLIB_MAJOR_VERSION, GLIB_MINOR_VERSION, GLIB_MICRO_VERSION),
         joined(glib_major_version, glib_minor_version, glib_micro_version)},
        {"sqlite", SQLITE_VERSION, sqlite3_libversion()},
        {"libarchive", ARCHIVE_VERSION_ONLY_STRING, std::string(archive_version_string()).substr(11)},
        {"zstd", ZSTD_VERSION_STRING, ZSTD_versionString()},
        {"zlib", ZLIB_VERSION, zlibVersion()},
        {"openssl", OPENSSL_VERSION_STR, OpenSSL_version(OPENSSL_VERSION_STRING)},
        {"simdjson", TEXT(SIMDJSON_VERSION), ""},
        {"tomlplusplus", joined(TOML_LIB_MAJOR, TOML_LIB_MINOR, TOML_LIB_PATCH), ""},
        {"boost-math",
         joined(BOOST_VERSION / 100000, BOOST_VERSION / 100 % 1000, BOOST_VERSION % 100), ""},
        {"cli11", CLI11_VERSION, ""},
        {"glibc", TEXT(__GLIBC__) "." TEXT(__GLIBC_MINOR__), gnu_get_libc_version()},
    };
}

struct Walk {
    void *context;
    void (*body)(void *, const char *, const char *);
};

int visit(struct dl_phdr_info *object, size_t, void *pointer) {
    const auto &walk = *static_cast<Walk *>(pointer);
    walk.body(walk.context, object->dlpi_name, nullptr);
    const ElfW(Dyn) *dynamic = nullptr;
    for (int index = 0; index < object->dlpi_phnum; index += 1) {
        const auto &header = object->dlpi_phdr[index];
        if (header.p_type == PT_DYNAMIC) {
            dynamic = reinterpret_cast<const ElfW(Dyn) *>(object->dlpi_addr + header.p_vaddr);
        }
    }
    if (dynamic == nullptr) return 0;
    const char *texts = nullptr;
    for (auto entry = dynamic; entry->d_tag != DT_NULL; entry += 1) {
        if (entry->d_tag == DT_STRTAB) texts = reinterpret_cast<const char *>(entry->d_un.d_ptr);
    }
    // The loader turns the address of the texts into one of this process, but not in the kernel's own object.
    if (texts == nullptr || reinterpret_cast<ElfW(Addr)>(texts) < object->dlpi_addr) return 0;
    for (auto entry = dynamic; entry->d_tag != DT_NULL; entry += 1) {
        if (entry->d_tag == DT_NEEDED) walk.body(walk.context, object->dlpi_name, texts + entry->d_un.d_val);
    }
    return 0;
}

} // namespace

extern "C" {

acuity_library_version acuity_library_version_at(size_t index) {
    static const auto known = libraries();
    if (index >= known.size()) return {nullptr, nullptr, nullptr};
    const auto &library = known[index];
    return {library.id, library.compiled.c_str(), library.loaded.empty() ? nullptr : library.loaded.c_str()};
}

const char *acuity_compiler(void) { return __VERSION__; }

const char *acuity_commit(void) {
#ifdef ACUITY_COMMIT
    return TEXT(ACUITY_COMMIT);
#else
    return nullptr;
#endif
}

void acuity_each_loaded_object(void *context, void (*body)(void *, const char *, const char *)) {
    Walk walk{context, body};
    dl_iterate_phdr(visit, &walk);
}
}
