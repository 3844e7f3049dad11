#ifndef FaultShim_h
#define FaultShim_h

// A library to be loaded before the C library (`LD_PRELOAD`): it lets chosen calls to the system fail, or ends the
// program at them. What it does is told by environment variables:
//
//   FAULT_BELOW    the folder: calls on files at or below it count, others are left alone
//   FAULT_CALLS    `write`: calls that change something; `read`: calls that open or read
//   FAULT_AT       the number of the call, from 1
//   FAULT_KIND     count  nothing happens
//                  kill   SIGKILL before the call
//                  torn   SIGKILL in the middle of a write: half of its bytes are there
//                  once   the call fails with FAULT_ERROR
//                  on     the call and all after it fail with FAULT_ERROR
//                  full   from the call on, all that takes room fails with ENOSPC
//                  short  from the call on, reads and writes do half of what was asked for
//                  alter  before the call, FAULT_ALTER is done to the file that is read
//   FAULT_ERROR    a number of `errno.h`
//   FAULT_ALTER    truncate, append, rewrite (same size, other bytes), delete, replace (by the file FAULT_OTHER)
//   FAULT_OTHER    the file that replaces
//   FAULT_REPORT   a file that gets a line for each call that counted, if it is set
//   FAULT_CLOCK    seconds to add to the clock, from the call of the clock with the number FAULT_CLOCK_AT on
//
// Nothing here is for linking.

#endif
