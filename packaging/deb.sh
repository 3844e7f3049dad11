#!/usr/bin/env bash
# packaging/deb.sh FOLDER VERSION: makes of a release's FOLDER a package for Debian beside it, acuity_VERSION-1_ARCHITECTURE.deb.
# SOURCE_DATE_EPOCH gives its times; the same FOLDER gives the same bytes. MAINTAINER names who answers for the package.
set -euo pipefail
from=$(cd "$1" && pwd)
version=$2-1
cd "$(dirname "$0")/.."
: "${SOURCE_DATE_EPOCH:?expected the time of the release in seconds since 1970}"
export SOURCE_DATE_EPOCH
maintainer=${MAINTAINER:-Acuity contributors <acuity@packages.example>}
architecture=$(dpkg --print-architecture)
date=$(LC_ALL=C date --utc --rfc-email --date "@$SOURCE_DATE_EPOCH")
scratch=$(mktemp --directory)
trap 'rm -rf "$scratch"' EXIT
root=$scratch/root
documentation=$root/usr/share/doc/acuity
mkdir -p "$root/usr" "$root/DEBIAN"
cp -R "$from/bin" "$from/share" "$root/usr/"

# Where Debian has other places or forms than /usr/local.
mkdir -p "$root/usr/share/zsh/vendor-completions"
mv "$root/usr/share/zsh/site-functions/_acuity" "$root/usr/share/zsh/vendor-completions/"
rmdir "$root/usr/share/zsh/site-functions"
mv "$documentation/CHANGELOG.md" "$documentation/changelog"
printf 'acuity (%s) unstable; urgency=medium\n\n  * Release %s; the changelog of the program has the changes.\n\n -- %s  %s\n' \
    "$version" "$2" "$maintainer" "$date" >"$documentation/changelog.Debian"
rm "$documentation/LICENSE"
{ cat packaging/debian/copyright; sed -n '2,$p' "$documentation/NOTICES" | sed 's/^$/./; s/^/ /'; } >"$documentation/copyright"
rm "$documentation/NOTICES"
find "$root/usr/share/man" "$documentation/changelog" "$documentation/changelog.Debian" -type f -exec gzip --no-name --best {} +
mkdir -p "$root/usr/share/lintian/overrides"
cp packaging/debian/lintian-overrides "$root/usr/share/lintian/overrides/acuity"

# The libraries that the program is linked to say which packages it needs.
mkdir -p "$scratch/debian"
printf 'Source: acuity\n\nPackage: acuity\nArchitecture: any\n' >"$scratch/debian/control"
depends=$(cd "$scratch" && dpkg-shlibdeps -O -eroot/usr/bin/acuity 2>/dev/null | sed -n 's/^shlibs:Depends=//p')
[ -n "$depends" ] || { echo "dpkg-shlibdeps: expected the packages of the program's libraries; found none." >&2; exit 3; }
chmod -R go=rX,u+rw "$root"
(cd "$root" && find usr -type f -print0 | LC_ALL=C sort -z | xargs -0 md5sum >DEBIAN/md5sums)
size=$(du --apparent-size --block-size=1024 --summarize "$root/usr" | cut -f1)
cat >"$root/DEBIAN/control" <<END
Package: acuity
Version: $version
Section: science
Priority: optional
Architecture: $architecture
Depends: $depends
Recommends: fonts-inter, fontconfig-config
Suggests: bash-completion, fonts-noto-core, python3 (>= 3.9)
Installed-Size: $size
Maintainer: $maintainer
Description: prediction logs of model evaluations to evidence
 Acuity turns the raw prediction logs of medical vision-language model
 evaluations into accuracies with intervals, gaps, variance across
 benchmarks, verdicts against thresholds, charts and a static website.
 It reads the logs of many evaluation runners.
END
chmod 644 "$root"/DEBIAN/*
package=$(dirname "$from")/acuity_${version}_$architecture.deb
dpkg-deb --root-owner-group -Zxz --build "$root" "$package"
