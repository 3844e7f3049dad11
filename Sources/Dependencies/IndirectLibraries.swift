/// Libraries that Acuity does not name itself: those that its own dependencies load on Debian 12.
enum IndirectLibraries {
    /// Licences as SPDX expressions, by the name of the object up to `.so`. Others stay without one.
    static let licences: [String: String] = [
        "libpixman-1": "MIT", "libpng16": "libpng-2.0", "libxcb": "MIT", "libxcb-shm": "MIT", "libxcb-render": "MIT",
        "libX11": "MIT", "libXext": "MIT", "libXrender": "MIT", "libXau": "MIT-open-group",
        "libXdmcp": "MIT-open-group", "libfribidi": "LGPL-2.1-or-later", "libthai": "LGPL-2.1-or-later",
        "libdatrie": "LGPL-2.1-or-later", "libffi": "MIT", "libpcre2-8": "BSD-3-Clause",
        "libgraphite2": "LGPL-2.1-or-later OR MPL-1.1 OR GPL-2.0-or-later", "libexpat": "MIT",
        "libbrotlidec": "MIT", "libbrotlicommon": "MIT", "libmount": "LGPL-2.1-or-later",
        "libblkid": "LGPL-2.1-or-later", "libselinux": "libselinux-1.0",
        "libnettle": "LGPL-3.0-or-later OR GPL-2.0-or-later", "libacl": "LGPL-2.1-or-later",
        "liblz4": "BSD-2-Clause", "libbz2": "bzip2-1.0.6", "libicuuc": "ICU", "libicudata": "ICU",
        "libbsd": "BSD-3-Clause", "libmd": "BSD-3-Clause",
    ]
}
