#ifndef FileBridge_h
#define FileBridge_h

// Steps on folders that Swift's view of the C library leaves out.

/// Exchanges what two paths name in one step: at no moment is either of them missing. Both must exist, on one file
/// system. Returns 0 or the error's number; EINVAL or ENOSYS where the file system or the kernel cannot do it.
int acuity_exchange_paths(const char *first, const char *second);

/// Waits until everything written to the file system of an open file has reached its medium. Returns 0 or the error's
/// number.
int acuity_sync_file_system(int descriptor);

/// The number by which Linux knows the kind of file system that a path lies on (`man 2 statfs`); 0 if it cannot tell.
unsigned acuity_file_system_kind(const char *path);

#endif
