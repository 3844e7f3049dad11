#ifndef CrashBridge_h
#define CrashBridge_h

// What is said when the program is ended by a signal that tells of a defect.

/// From now on, SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE and SIGABRT write a text to standard error before they do what
/// they did before: the exit status, the core and Swift's backtrace stay what they are.
///
/// The text is `before`, the signal's name, and `after`; UTF-8, copied. Call once, before threads are started.
void acuity_report_crashes(const char *before, const char *after);

/// Where a line of JSON about the signal goes, too: an open file, or -1 for none.
void acuity_log_crashes(int descriptor);

#endif
