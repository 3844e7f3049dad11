#!/usr/bin/env bash
# packaging/layout.sh FOLDER: puts beside FOLDER/bin/acuity what belongs to it, in the folders of a prefix such as /usr/local:
# templates, manual pages, completions, documentation, licences. The program itself prints the manual and the completions.
set -euo pipefail
cd "$(dirname "$0")/.."
folder=$1
program=$folder/bin/acuity
documentation=$folder/share/doc/acuity
mkdir -p "$folder"/share/{acuity,man,bash-completion/completions,zsh/site-functions,fish/vendor_completions.d} "$documentation"
cp -R templates "$folder/share/acuity/"
"$program" manual --output "$folder/share/man" --quiet
"$program" completions bash >"$folder/share/bash-completion/completions/acuity"
"$program" completions zsh >"$folder/share/zsh/site-functions/_acuity"
"$program" completions fish >"$folder/share/fish/vendor_completions.d/acuity.fish"
cp -R docs README.md CHANGELOG.md LICENSE "$documentation/"
packaging/notices.sh >"$documentation/NOTICES"
# Whatever the umask was.
chmod -R go=rX,u+rw "$folder"
