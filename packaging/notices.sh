#!/usr/bin/env bash
# packaging/notices.sh: prints the licences of what is compiled into the program, which must go with every copy of it. They are
# those of the packages that the program was built with.
set -euo pipefail
echo "The program acuity has the following within it. Acuity itself is under the Apache License 2.0 (LICENSE)."
for package in libcli11-dev libtomlplusplus-dev libkainjow-mustache-dev libboost-dev libsimdjson-dev; do
    file=/usr/share/doc/$package/copyright
    [ -f "$file" ] || { echo "$file: expected the licence of $package; found none. Install the package." >&2; exit 3; }
    printf '\n==== %s ====\n\n' "$package"
    cat "$file"
done
cat <<'END'

==== Swift runtime and Foundation ====

Copyright Apple Inc. and the Swift project authors. Licensed under the Apache License 2.0 with Runtime Library Exception:

As an exception, if you use this Software to compile your source code and portions of this Software are embedded into the binary
product as a result, you may redistribute such product without providing attribution as would otherwise be required by Sections
4(a), 4(b) and 4(d) of the License.
END
