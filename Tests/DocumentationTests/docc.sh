#!/bin/bash
# Makes the documentation of the rooms that have a catalogue, from what `swift build` has made, and fails on a link that leads
# nowhere and on an example that does not compile. Usage: docc.sh FOLDER
set -euo pipefail

cd "$(dirname "$0")/../.."
folder=$1
built=$(swift build --show-bin-path)
tools=$(dirname "$(readlink -f "$(command -v swift)")")
target=$(swiftc -print-target-info | sed -n 's/.*"unversionedTriple": "\(.*\)".*/\1/p')

# What the rooms import of C.
flags=(-I "$built/Modules" -module-cache-path "$built/ModuleCache")
for map in "$built"/*.build/module.modulemap; do flags+=(-Xcc "-fmodule-map-file=$map"); done
for library in Sources/C*/module.modulemap; do flags+=(-I "$(dirname "$library")"); done
for flag in $(pkg-config --cflags pangocairo zlib libzstd sqlite3 libarchive libcrypto); do flags+=(-Xcc "$flag"); done

rm -rf "$folder" && mkdir -p "$folder/examples"
archives=()
for catalogue in Sources/*/*.docc; do
  room=$(basename "$catalogue" .docc)
  symbols=$folder/symbols/$room
  mkdir -p "$symbols"
  "$tools/swift-symbolgraph-extract" -module-name "$room" -target "$target" "${flags[@]}" -minimum-access-level public \
    -skip-synthesized-members -skip-inherited-docs -output-dir "$symbols"
  "$tools/docc" convert "$catalogue" --additional-symbol-graph-dir "$symbols" --fallback-display-name "$room" \
    --fallback-bundle-identifier "$room" --fallback-default-module-kind Library --warnings-as-errors \
    --output-path "$folder/$room.doccarchive" | sed '/^$/d'
  archives+=("$folder/$room.doccarchive")

  # Each example is a program of its own.
  for page in "$catalogue"/*.md; do
    name=$folder/examples/$room-$(basename "$page" .md)
    awk -v name="$name" '/^```swift$/ { file = name "-" ++count ".swift"; next } /^```$/ { file = "" } file { print > file }' "$page"
  done
done
for example in "$folder"/examples/*.swift; do
  swiftc -typecheck -swift-version 6 -target "$target" "${flags[@]}" -warnings-as-errors "$example" ||
    { echo "An example does not compile: $(basename "$example" .swift)"; exit 1; }
done
"$tools/docc" merge "${archives[@]}" --synthesized-landing-page-name Acuity --output-path "$folder/acuity.doccarchive" | sed '/^$/d'
echo "The documentation is in $folder/acuity.doccarchive."
