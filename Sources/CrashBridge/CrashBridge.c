#define _GNU_SOURCE
#include "CrashBridge.h"

#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

// A handler may only call what is async-signal-safe and only read what was laid out before: everything it writes is
// made when it is installed.

static const struct {
    int number;
    const char *name;
} fatal[] = {{SIGSEGV, "SIGSEGV"}, {SIGBUS, "SIGBUS"}, {SIGILL, "SIGILL"},
             {SIGTRAP, "SIGTRAP"}, {SIGFPE, "SIGFPE"}, {SIGABRT, "SIGABRT"}};
enum { fatal_count = sizeof fatal / sizeof fatal[0] };

// What the signals did before: Swift's runtime has handlers of its own where backtraces are asked for.
static struct sigaction previous[fatal_count];
static char *text_before, *text_after;
static atomic_int log_descriptor = -1;
static atomic_flag is_told = ATOMIC_FLAG_INIT;

static void put(int descriptor, const char *text) {
    size_t count = strlen(text);
    while (count > 0) {
        const ssize_t written = write(descriptor, text, count);
        if (written <= 0) return;
        text += written;
        count -= (size_t)written;
    }
}

static void tell(int number, siginfo_t *info, void *context) {
    int index = 0;
    while (index < fatal_count - 1 && fatal[index].number != number) index += 1;
    if (!atomic_flag_test_and_set(&is_told)) {
        put(STDERR_FILENO, text_before);
        put(STDERR_FILENO, fatal[index].name);
        put(STDERR_FILENO, text_after);
        const int log = atomic_load(&log_descriptor);
        if (log >= 0) {
            put(log, "{\"kind\":\"crash\",\"text\":\"");
            put(log, fatal[index].name);
            put(log, "\"}\n");
        }
    }
    // Swift's handler prints its backtrace and comes back.
    if ((previous[index].sa_flags & SA_SIGINFO) != 0) {
        previous[index].sa_sigaction(number, info, context);
    }
    struct sigaction end = {.sa_handler = SIG_DFL};
    sigaction(number, &end, NULL);
    // A fault comes again when its instruction is run again, with its address for the core. What was sent, and a trap,
    // behind which the program would go on, is sent again; it waits for the end of this.
    const int comes_again = info->si_code > 0 && number != SIGTRAP && number != SIGABRT;
    if (!comes_again) raise(number);
}

void acuity_report_crashes(const char *before, const char *after) {
    text_before = strdup(before);
    text_after = strdup(after);
    if (text_before == NULL || text_after == NULL) return;
    // A thread whose stack is full has no room for a handler. Swift's runtime may have made room for it.
    stack_t stack;
    if (sigaltstack(NULL, &stack) == 0 && (stack.ss_flags & SS_DISABLE) != 0) {
        enum { size = 1 << 16 };
        stack = (stack_t){.ss_sp = malloc(size), .ss_size = size, .ss_flags = 0};
        if (stack.ss_sp != NULL) sigaltstack(&stack, NULL);
    }
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_sigaction = tell;
    action.sa_flags = SA_SIGINFO | SA_ONSTACK;
    sigemptyset(&action.sa_mask);
    // Who started the program may have kept signals from it, which a program that is started inherits.
    sigset_t open;
    sigemptyset(&open);
    for (int index = 0; index < fatal_count; index += 1) {
        sigaction(fatal[index].number, &action, &previous[index]);
        sigaddset(&open, fatal[index].number);
    }
    sigprocmask(SIG_UNBLOCK, &open, NULL);
}

void acuity_log_crashes(int descriptor) { atomic_store(&log_descriptor, descriptor); }
