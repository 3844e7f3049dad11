#define _GNU_SOURCE
#include "FileBridge.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/vfs.h>
#include <unistd.h>

int acuity_exchange_paths(const char *first, const char *second) {
    return renameat2(AT_FDCWD, first, AT_FDCWD, second, RENAME_EXCHANGE) == 0 ? 0 : errno;
}

int acuity_sync_file_system(int descriptor) { return syncfs(descriptor) == 0 ? 0 : errno; }

unsigned acuity_file_system_kind(const char *path) {
    struct statfs system;
    return statfs(path, &system) == 0 ? (unsigned)system.f_type : 0;
}
