#define _DEFAULT_SOURCE
#include "PageChecksums.h"

#include <endian.h>
#include <pthread.h>
#include <sqlite3.h>
#include <stdint.h>
#include <string.h>

static const char layer_name[] = "acuity-page-checksums";

enum { checksum_size = 8, smallest_page = 512, largest_page = 65536, header_size = 100, reserved_place = 20 };

static sqlite3_vfs layer;

static sqlite3_vfs *system_vfs(void) { return (sqlite3_vfs *)layer.pAppData; }

// A database's file; the system's own file structure follows it.
typedef struct {
    sqlite3_file base;
    // Whether its pages have checksums, as its header tells.
    int is_checked;
} checked_file;

static sqlite3_file *inner(sqlite3_file *file) { return (sqlite3_file *)((checked_file *)file + 1); }

// Each step is a bijection of the lane for a given word and of the word for a given lane, so that a change of one word
// always changes the sum; a page in another's place has another sum, and one of zeros has not zero.
static uint64_t checksum(const unsigned char *page, int size, sqlite3_int64 offset) {
    uint64_t lanes[4] = {0x9E3779B97F4A7C15u, 0xC2B2AE3D27D4EB4Fu, 0x165667B19E3779F9u, 0x27D4EB2F165667C5u};
    const int words = size / 8 - 1;
    for (int index = 0; index < words; index++) {
        uint64_t word;
        memcpy(&word, page + 8 * index, 8);
        uint64_t lane = (lanes[index & 3] ^ le64toh(word)) * 0x9FB21C651E98DF25u;
        lanes[index & 3] = lane ^ (lane >> 29);
    }
    uint64_t sum = (uint64_t)offset;
    for (int index = 0; index < 4; index++) {
        sum = (sum ^ lanes[index]) * 0xC2B2AE3D27D4EB4Fu;
        sum ^= sum >> 32;
    }
    return htole64(sum);
}

static int is_page(int size, sqlite3_int64 offset) {
    return size >= smallest_page && size <= largest_page && (size & (size - 1)) == 0 && offset % size == 0;
}

static void look_at_header(checked_file *file, const unsigned char *bytes, int size, sqlite3_int64 offset) {
    if (offset != 0 || size < header_size || memcmp(bytes, "SQLite format 3", 16) != 0) return;
    file->is_checked = bytes[reserved_place] == checksum_size;
}

static int checked_read(sqlite3_file *base, void *bytes, int size, sqlite3_int64 offset) {
    checked_file *file = (checked_file *)base;
    int code = inner(base)->pMethods->xRead(inner(base), bytes, size, offset);
    if (code != SQLITE_OK) return code;
    look_at_header(file, bytes, size, offset);
    if (!file->is_checked || !is_page(size, offset)) return SQLITE_OK;
    uint64_t expected = checksum(bytes, size, offset);
    return memcmp(&expected, (unsigned char *)bytes + size - checksum_size, checksum_size) == 0 ? SQLITE_OK : SQLITE_IOERR_DATA;
}

static int checked_write(sqlite3_file *base, const void *bytes, int size, sqlite3_int64 offset) {
    checked_file *file = (checked_file *)base;
    look_at_header(file, bytes, size, offset);
    if (!file->is_checked || !is_page(size, offset))
        return inner(base)->pMethods->xWrite(inner(base), bytes, size, offset);
    unsigned char page[largest_page];
    memcpy(page, bytes, (size_t)size);
    uint64_t sum = checksum(page, size, offset);
    memcpy(page + size - checksum_size, &sum, checksum_size);
    return inner(base)->pMethods->xWrite(inner(base), page, size, offset);
}

static int checked_close(sqlite3_file *file) { return inner(file)->pMethods->xClose(inner(file)); }
static int checked_truncate(sqlite3_file *file, sqlite3_int64 size) {
    return inner(file)->pMethods->xTruncate(inner(file), size);
}
static int checked_sync(sqlite3_file *file, int flags) { return inner(file)->pMethods->xSync(inner(file), flags); }
static int checked_size(sqlite3_file *file, sqlite3_int64 *size) {
    return inner(file)->pMethods->xFileSize(inner(file), size);
}
static int checked_lock(sqlite3_file *file, int lock) { return inner(file)->pMethods->xLock(inner(file), lock); }
static int checked_unlock(sqlite3_file *file, int lock) { return inner(file)->pMethods->xUnlock(inner(file), lock); }
static int checked_reserved_lock(sqlite3_file *file, int *result) {
    return inner(file)->pMethods->xCheckReservedLock(inner(file), result);
}
static int checked_control(sqlite3_file *file, int operation, void *argument) {
    return inner(file)->pMethods->xFileControl(inner(file), operation, argument);
}
static int checked_sector(sqlite3_file *file) { return inner(file)->pMethods->xSectorSize(inner(file)); }
static int checked_device(sqlite3_file *file) { return inner(file)->pMethods->xDeviceCharacteristics(inner(file)); }
static int checked_map(sqlite3_file *file, int region, int size, int extend, void volatile **memory) {
    return inner(file)->pMethods->xShmMap(inner(file), region, size, extend, memory);
}
static int checked_shared_lock(sqlite3_file *file, int offset, int count, int flags) {
    return inner(file)->pMethods->xShmLock(inner(file), offset, count, flags);
}
static void checked_barrier(sqlite3_file *file) { inner(file)->pMethods->xShmBarrier(inner(file)); }
static int checked_unmap(sqlite3_file *file, int remove) {
    return inner(file)->pMethods->xShmUnmap(inner(file), remove);
}

// Of the second version, which has no mapped pages: those would be read past the check.
static const sqlite3_io_methods methods = {
    .iVersion = 2,
    .xClose = checked_close,
    .xRead = checked_read,
    .xWrite = checked_write,
    .xTruncate = checked_truncate,
    .xSync = checked_sync,
    .xFileSize = checked_size,
    .xLock = checked_lock,
    .xUnlock = checked_unlock,
    .xCheckReservedLock = checked_reserved_lock,
    .xFileControl = checked_control,
    .xSectorSize = checked_sector,
    .xDeviceCharacteristics = checked_device,
    .xShmMap = checked_map,
    .xShmLock = checked_shared_lock,
    .xShmBarrier = checked_barrier,
    .xShmUnmap = checked_unmap,
};

static int layer_open(sqlite3_vfs *vfs, sqlite3_filename name, sqlite3_file *file, int flags, int *given) {
    (void)vfs;
    // Journals, the write-ahead log and temporary files are none of its business.
    if (!(flags & SQLITE_OPEN_MAIN_DB)) return system_vfs()->xOpen(system_vfs(), name, file, flags, given);
    memset(file, 0, sizeof(checked_file));
    int code = system_vfs()->xOpen(system_vfs(), name, inner(file), flags, given);
    if (code == SQLITE_OK || inner(file)->pMethods) file->pMethods = &methods;
    return code;
}

static pthread_once_t once = PTHREAD_ONCE_INIT;
static int registration = SQLITE_ERROR;

static void register_layer(void) {
    sqlite3_vfs *system = sqlite3_vfs_find(NULL);
    if (!system) return;
    // All that is not about files goes to the system's functions, which look at nothing but their arguments.
    layer = *system;
    layer.pNext = NULL;
    layer.zName = layer_name;
    layer.pAppData = system;
    layer.szOsFile = (int)sizeof(checked_file) + system->szOsFile;
    layer.xOpen = layer_open;
    registration = sqlite3_vfs_register(&layer, 0);
}

int acuity_open_with_page_checksums(const char *path, sqlite3 **connection, int flags) {
    pthread_once(&once, register_layer);
    if (registration != SQLITE_OK) return registration;
    int code = sqlite3_open_v2(path, connection, flags, layer_name);
    int reserved = checksum_size;
    if (code == SQLITE_OK) code = sqlite3_file_control(*connection, "main", SQLITE_FCNTL_RESERVE_BYTES, &reserved);
    return code;
}

int acuity_pages_have_checksums(sqlite3 *connection) {
    sqlite3_file *file = NULL;
    if (sqlite3_file_control(connection, "main", SQLITE_FCNTL_FILE_POINTER, &file) != SQLITE_OK || !file) return 0;
    return file->pMethods == &methods && ((checked_file *)file)->is_checked;
}
