#ifndef PageChecksums_h
#define PageChecksums_h

// A checksum in each page of an SQLite database: SQLite itself does not notice a page whose bytes have changed, as long as
// they could be a page.
//
// A layer between SQLite and the files (a VFS) that writes a checksum into the last eight bytes of each page, which SQLite
// reserves for it, and verifies it whenever the page is read from the database's file. The database stays one that every
// SQLite can read. What another program writes to it fails the check. Pages in the write-ahead log have SQLite's own
// checksums.

struct sqlite3;

/// Opens a database through the layer, as `sqlite3_open_v2` does. A database that is made has checksums; one that was made
/// without goes without, until it is vacuumed. Returns SQLite's code.
int acuity_open_with_page_checksums(const char *path, struct sqlite3 **connection, int flags);

/// Whether the pages of the main database of a connection have checksums: known once its first page was read or written.
int acuity_pages_have_checksums(struct sqlite3 *connection);

#endif
