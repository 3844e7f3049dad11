#define _GNU_SOURCE
#include "FaultShim.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

// Calls go straight to the kernel: the C library's own functions of the same names are hidden by those below.

enum calls { NO_CALLS, WRITE_CALLS, READ_CALLS };
enum kind { COUNT, KILL, TORN, ONCE, ON, FULL, SHORT, ALTER };
// What a call does to the disk.
enum effect { READS, TAKES_ROOM, CHANGES };

static enum calls calls;
static enum kind kind;
static long at;
static int fault_error = EIO;
static const char *alteration = "", *other = "";
static char below[4096];
static size_t below_length;
static int report = -1;
static atomic_long count, clock_count;
static long clock_offset, clock_at;

static long number(const char *name, long otherwise) {
    const char *text = getenv(name);
    return text ? strtol(text, NULL, 10) : otherwise;
}

__attribute__((constructor)) static void begin(void) {
    static const char *const kinds[] = {"count", "kill", "torn", "once", "on", "full", "short", "alter"};
    const char *text = getenv("FAULT_KIND");
    for (int i = 0; text && i < 8; i++)
        if (!strcmp(text, kinds[i])) kind = (enum kind)i;
    text = getenv("FAULT_CALLS");
    if (text) calls = !strcmp(text, "read") ? READ_CALLS : WRITE_CALLS;
    at = number("FAULT_AT", 0);
    fault_error = (int)number("FAULT_ERROR", EIO);
    if ((text = getenv("FAULT_ALTER"))) alteration = text;
    if ((text = getenv("FAULT_OTHER"))) other = text;
    if ((text = getenv("FAULT_BELOW")) && (below_length = strlen(text)) < sizeof below) strcpy(below, text);
    if ((text = getenv("FAULT_REPORT")))
        report = (int)syscall(SYS_openat, AT_FDCWD, text, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
    clock_offset = number("FAULT_CLOCK", 0);
    clock_at = number("FAULT_CLOCK_AT", 0);
}

static int is_below(const char *path) {
    return !strncmp(path, below, below_length) && (path[below_length] == '/' || path[below_length] == 0);
}

// The path that a descriptor or a path below a folder names, without links in its parents being followed.
static const char *full_path(int folder, const char *path, char *buffer, size_t size) {
    if (path && path[0] == '/') return path;
    char link[64];
    if (folder == AT_FDCWD) strcpy(link, "/proc/self/cwd");
    else snprintf(link, sizeof link, "/proc/self/fd/%d", folder);
    long length = syscall(SYS_readlinkat, AT_FDCWD, link, buffer, size - 1);
    if (length < 0) return "";
    buffer[length] = 0;
    if (path) snprintf(buffer + length, size - (size_t)length, "/%s", path);
    return buffer;
}

static void end_here(void) {
    syscall(SYS_kill, syscall(SYS_getpid), SIGKILL);
    for (;;) syscall(SYS_sched_yield);
}

static void alter(const char *path) {
    struct stat status;
    if (syscall(SYS_newfstatat, AT_FDCWD, path, &status, 0) != 0 || !S_ISREG(status.st_mode)) return;
    if (!strcmp(alteration, "delete")) syscall(SYS_unlinkat, AT_FDCWD, path, 0);
    else if (!strcmp(alteration, "truncate")) syscall(SYS_truncate, path, status.st_size / 2);
    else if (!strcmp(alteration, "replace")) syscall(SYS_renameat2, AT_FDCWD, other, AT_FDCWD, path, 0);
    else {
        int file = (int)syscall(SYS_openat, AT_FDCWD, path, O_RDWR | O_CLOEXEC, 0);
        if (file < 0) return;
        char bytes[512];
        if (!strcmp(alteration, "append")) {
            syscall(SYS_pwrite64, file, "\n{\"item\":1}\n", 12, status.st_size);
        } else {
            long found = syscall(SYS_pread64, file, bytes, sizeof bytes, status.st_size / 3);
            for (long i = 0; i < found; i++) bytes[i] ^= 1;
            syscall(SYS_pwrite64, file, bytes, found, status.st_size / 3);
        }
        syscall(SYS_close, file);
    }
}

// What is to become of a call.
enum outcome { PROCEED, FAIL, HALVE, HALVE_AND_END };

static enum outcome judge(const char *name, enum effect effect, int folder, const char *path) {
    if (calls != (effect == READS ? READ_CALLS : WRITE_CALLS)) return PROCEED;
    int error = errno;
    char buffer[8192];
    const char *full = full_path(folder, path, buffer, sizeof buffer);
    errno = error;
    if (!is_below(full)) return PROCEED;
    long place = atomic_fetch_add(&count, 1) + 1;
    if (report >= 0) {
        char line[8400];
        int length = snprintf(line, sizeof line, "%ld %s %s\n", place, name, full);
        syscall(SYS_write, report, line, length < (int)sizeof line ? length : (int)sizeof line);
    }
    errno = error;
    switch (kind) {
    case COUNT: return PROCEED;
    case KILL: if (place == at) end_here(); return PROCEED;
    case TORN: return place == at ? HALVE_AND_END : PROCEED;
    case ONCE: if (place != at) return PROCEED; errno = fault_error; return FAIL;
    case ON: if (place < at) return PROCEED; errno = fault_error; return FAIL;
    case FULL: if (place < at || effect != TAKES_ROOM) return PROCEED; errno = ENOSPC; return FAIL;
    case SHORT: return place < at ? PROCEED : HALVE;
    case ALTER: if (place == at) alter(full); errno = error; return PROCEED;
    }
    return PROCEED;
}

static size_t half(size_t size) { return size > 1 ? size / 2 : size; }

#define JUDGED(result_type, name, effect, folder, path, call)                       \
    do {                                                                             \
        enum outcome outcome = judge(name, effect, folder, path);                    \
        if (outcome == FAIL) return -1;                                              \
        result_type result = (result_type)(call);                                    \
        if (outcome == HALVE_AND_END) end_here();                                    \
        return result;                                                               \
    } while (0)

#define TRANSFERRED(name, effect, descriptor, size, call)                            \
    do {                                                                             \
        enum outcome outcome = judge(name, effect, descriptor, NULL);                \
        if (outcome == FAIL) return -1;                                              \
        if (outcome != PROCEED) size = half(size);                                   \
        ssize_t result = (ssize_t)(call);                                            \
        if (outcome == HALVE_AND_END) end_here();                                    \
        return result;                                                               \
    } while (0)

static enum effect effect_of(int flags) {
    if (flags & (O_CREAT | O_TRUNC)) return TAKES_ROOM;
    return (flags & O_ACCMODE) == O_RDONLY ? READS : CHANGES;
}

static int open_at(int folder, const char *path, int flags, mode_t mode) {
    JUDGED(int, "open", effect_of(flags), folder, path, syscall(SYS_openat, folder, path, flags, mode));
}

#define MODE_ARGUMENT                                                                \
    mode_t mode = 0;                                                                 \
    if (flags & (O_CREAT | O_TMPFILE)) {                                             \
        va_list list;                                                                \
        va_start(list, flags);                                                       \
        mode = va_arg(list, mode_t);                                                 \
        va_end(list);                                                                \
    }

int open(const char *path, int flags, ...) { MODE_ARGUMENT return open_at(AT_FDCWD, path, flags, mode); }
int open64(const char *path, int flags, ...) { MODE_ARGUMENT return open_at(AT_FDCWD, path, flags, mode); }
int openat(int folder, const char *path, int flags, ...) { MODE_ARGUMENT return open_at(folder, path, flags, mode); }
int openat64(int folder, const char *path, int flags, ...) { MODE_ARGUMENT return open_at(folder, path, flags, mode); }
int __open_2(const char *path, int flags) { return open_at(AT_FDCWD, path, flags, 0); }
int __open64_2(const char *path, int flags) { return open_at(AT_FDCWD, path, flags, 0); }
int __openat_2(int folder, const char *path, int flags) { return open_at(folder, path, flags, 0); }
int __openat64_2(int folder, const char *path, int flags) { return open_at(folder, path, flags, 0); }
int creat(const char *path, mode_t mode) { return open_at(AT_FDCWD, path, O_CREAT | O_WRONLY | O_TRUNC, mode); }

int mkostemps(char *template, int suffix, int flags) {
    static const char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789";
    size_t length = strlen(template);
    if (suffix < 0 || length < 6 + (size_t)suffix) { errno = EINVAL; return -1; }
    for (;;) {
        unsigned char random[6];
        syscall(SYS_getrandom, random, sizeof random, 0);
        for (int i = 0; i < 6; i++) template[length - (size_t)suffix - 6 + (size_t)i] = letters[random[i] % 36];
        int file = open_at(AT_FDCWD, template, O_RDWR | O_CREAT | O_EXCL | flags, 0600);
        if (file >= 0 || errno != EEXIST) return file;
    }
}
int mkstemp(char *template) { return mkostemps(template, 0, 0); }
int mkstemp64(char *template) { return mkostemps(template, 0, 0); }
int mkostemp(char *template, int flags) { return mkostemps(template, 0, flags); }
int mkostemp64(char *template, int flags) { return mkostemps(template, 0, flags); }
int mkstemps(char *template, int suffix) { return mkostemps(template, suffix, 0); }

ssize_t write(int file, const void *bytes, size_t size) {
    TRANSFERRED("write", TAKES_ROOM, file, size, syscall(SYS_write, file, bytes, size));
}
ssize_t pwrite(int file, const void *bytes, size_t size, off_t offset) {
    TRANSFERRED("pwrite", TAKES_ROOM, file, size, syscall(SYS_pwrite64, file, bytes, size, offset));
}
ssize_t pwrite64(int file, const void *bytes, size_t size, off64_t offset) { return pwrite(file, bytes, size, offset); }
ssize_t writev(int file, const struct iovec *parts, int number) {
    JUDGED(ssize_t, "writev", TAKES_ROOM, file, NULL, syscall(SYS_writev, file, parts, number));
}
ssize_t read(int file, void *bytes, size_t size) {
    TRANSFERRED("read", READS, file, size, syscall(SYS_read, file, bytes, size));
}
ssize_t __read_chk(int file, void *bytes, size_t size, size_t room) { (void)room; return read(file, bytes, size); }
ssize_t pread(int file, void *bytes, size_t size, off_t offset) {
    TRANSFERRED("pread", READS, file, size, syscall(SYS_pread64, file, bytes, size, offset));
}
ssize_t pread64(int file, void *bytes, size_t size, off64_t offset) { return pread(file, bytes, size, offset); }

int ftruncate(int file, off_t size) {
    JUDGED(int, "ftruncate", CHANGES, file, NULL, syscall(SYS_ftruncate, file, size));
}
int ftruncate64(int file, off64_t size) { return ftruncate(file, size); }
int truncate(const char *path, off_t size) {
    JUDGED(int, "truncate", CHANGES, AT_FDCWD, path, syscall(SYS_truncate, path, size));
}
int renameat2(int from, const char *old, int to, const char *new, unsigned flags) {
    JUDGED(int, "rename", CHANGES, to, new, syscall(SYS_renameat2, from, old, to, new, flags));
}
int rename(const char *old, const char *new) { return renameat2(AT_FDCWD, old, AT_FDCWD, new, 0); }
int renameat(int from, const char *old, int to, const char *new) { return renameat2(from, old, to, new, 0); }
int unlinkat(int folder, const char *path, int flags) {
    JUDGED(int, "unlink", CHANGES, folder, path, syscall(SYS_unlinkat, folder, path, flags));
}
int unlink(const char *path) { return unlinkat(AT_FDCWD, path, 0); }
int rmdir(const char *path) { return unlinkat(AT_FDCWD, path, AT_REMOVEDIR); }
int remove(const char *path) {
    return unlinkat(AT_FDCWD, path, 0) == 0 || errno != EISDIR ? 0 : unlinkat(AT_FDCWD, path, AT_REMOVEDIR);
}
int mkdirat(int folder, const char *path, mode_t mode) {
    JUDGED(int, "mkdir", TAKES_ROOM, folder, path, syscall(SYS_mkdirat, folder, path, mode));
}
int mkdir(const char *path, mode_t mode) { return mkdirat(AT_FDCWD, path, mode); }
int linkat(int from, const char *old, int to, const char *new, int flags) {
    JUDGED(int, "link", TAKES_ROOM, to, new, syscall(SYS_linkat, from, old, to, new, flags));
}
int link(const char *old, const char *new) { return linkat(AT_FDCWD, old, AT_FDCWD, new, 0); }
int symlink(const char *target, const char *path) {
    JUDGED(int, "symlink", TAKES_ROOM, AT_FDCWD, path, syscall(SYS_symlinkat, target, AT_FDCWD, path));
}
int chmod(const char *path, mode_t mode) {
    JUDGED(int, "chmod", CHANGES, AT_FDCWD, path, syscall(SYS_fchmodat, AT_FDCWD, path, mode));
}
int fchmod(int file, mode_t mode) { JUDGED(int, "fchmod", CHANGES, file, NULL, syscall(SYS_fchmod, file, mode)); }
int fsync(int file) { JUDGED(int, "fsync", CHANGES, file, NULL, syscall(SYS_fsync, file)); }
int fdatasync(int file) { JUDGED(int, "fdatasync", CHANGES, file, NULL, syscall(SYS_fdatasync, file)); }
int syncfs(int file) { JUDGED(int, "syncfs", CHANGES, file, NULL, syscall(SYS_syncfs, file)); }
int fallocate(int file, int mode, off_t offset, off_t size) {
    JUDGED(int, "fallocate", TAKES_ROOM, file, NULL, syscall(SYS_fallocate, file, mode, offset, size));
}
int fallocate64(int file, int mode, off64_t offset, off64_t size) { return fallocate(file, mode, offset, size); }
int posix_fallocate(int file, off_t offset, off_t size) { return fallocate(file, 0, offset, size) == 0 ? 0 : errno; }
int posix_fallocate64(int file, off64_t offset, off64_t size) { return posix_fallocate(file, offset, size); }

static long clock_shift(void) {
    if (clock_offset == 0) return 0;
    return atomic_fetch_add(&clock_count, 1) + 1 >= clock_at ? clock_offset : 0;
}
int clock_gettime(clockid_t clock, struct timespec *time) {
    int result = (int)syscall(SYS_clock_gettime, clock, time);
    if (result == 0 && clock == CLOCK_REALTIME) time->tv_sec += clock_shift();
    return result;
}
int gettimeofday(struct timeval *restrict time, void *restrict zone) {
    int result = (int)syscall(SYS_gettimeofday, time, zone);
    if (result == 0) time->tv_sec += clock_shift();
    return result;
}
time_t time(time_t *result) {
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    if (result) *result = now.tv_sec;
    return now.tv_sec;
}
