#!/usr/bin/env bash
# packaging/install.sh install FOLDER: copies bin/ and share/ of FOLDER to $DESTDIR$PREFIX and lists there what it made.
# packaging/install.sh uninstall:      removes what such a list names, and nothing else.
# PREFIX is /usr/local unless given; DESTDIR, for who makes packages, stands before it.
set -euo pipefail
shopt -s inherit_errexit
PREFIX=${PREFIX:-/usr/local}
DESTDIR=${DESTDIR:-}
[[ $PREFIX == /* ]] || { echo "PREFIX: expected an absolute path; found $PREFIX." >&2; exit 2; }
list=$DESTDIR$PREFIX/share/acuity/installed-files

# The folders that an earlier installation made, so that a later one may still remove them.
known_folders() { [ ! -f "$list" ] || sed -n 's/^folder //p' "$list"; }
known_files() { [ ! -f "$list" ] || sed -n 's/^file //p' "$list"; }

# Makes a folder with those above it, and prints each one that was not there or that an earlier installation made.
make_folder() {
    [ "$1" = / ] || [ -z "$1" ] && return
    make_folder "$(dirname "$1")"
    if [ ! -d "$DESTDIR$1" ]; then
        mkdir -m 755 "$DESTDIR$1"
        echo "folder $1"
    elif known_folders | grep -qxF -- "$1"; then
        echo "folder $1"
    fi
}

case ${1:-} in
install)
    from=$2
    [ -x "$from/bin/acuity" ] || { echo "$from: expected bin/acuity; found none. Run make release." >&2; exit 3; }
    [ -z "$DESTDIR" ] || mkdir -p "$DESTDIR"
    made=$(
        find "$from/bin" "$from/share" -type d -printf '%P\0%H\0' | while IFS= read -rd '' path && IFS= read -rd '' top; do
            make_folder "$PREFIX/$(basename "$top")${path:+/$path}"
        done | awk '!seen[$0]++'
    )
    files=$(cd "$from" && find bin share -type f | LC_ALL=C sort)
    while IFS= read -r file; do
        mode=644
        [[ $file == bin/* ]] && mode=755
        # First beside it, then in its place: a program that runs is not written to.
        install -m "$mode" "$from/$file" "$DESTDIR$PREFIX/$file.new"
        mv -f "$DESTDIR$PREFIX/$file.new" "$DESTDIR$PREFIX/$file"
    done <<<"$files"
    known_files | grep -vxFf <(sed "s|^|$PREFIX/|" <<<"$files") | while IFS= read -r old; do rm -f "$DESTDIR$old"; done || true
    { echo "# What packaging/install.sh made; make uninstall removes it."; [ -z "$made" ] || echo "$made"; sed "s|^|file $PREFIX/|" <<<"$files"; } >"$list.new"
    mv "$list.new" "$list"
    echo "Installed $(wc -l <<<"$files") files in $DESTDIR$PREFIX. Try: $PREFIX/bin/acuity doctor"
    ;;
uninstall)
    [ -f "$list" ] || { echo "$list: expected the list of what was installed; found none. Is PREFIX what it was?" >&2; exit 3; }
    files=$(known_files) folders=$(known_folders)
    while IFS= read -r file; do rm -f "$DESTDIR$file"; done <<<"$files"
    rm -f "$list"
    # Those within others first; what holds another's file stays.
    LC_ALL=C sort -r <<<"$folders" | while IFS= read -r folder; do
        [ -z "$folder" ] || rmdir "$DESTDIR$folder" 2>/dev/null || echo "$DESTDIR$folder: left, as it is not empty"
    done
    echo "Removed $(wc -l <<<"$files") files from $DESTDIR$PREFIX."
    ;;
*)
    sed -n '2,4s/^# //p' "$0" >&2
    exit 2
    ;;
esac
