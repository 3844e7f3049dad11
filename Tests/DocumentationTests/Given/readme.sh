# Logs with the names of the README, the program where `make build` puts it, and the other fifteen shares.
mkdir -p .build/release my-logs parts
ln -s "$(command -v acuity)" .build/release/acuity
"$PROGRAMS/GenerateLogs" . --models 1 --benchmarks 1 --items 60 --form eval > /dev/null
mv logs/*.eval my-logs/run.eval
rm -r logs
. "$ROOT/Tests/DocumentationTests/Given/two-releases.sh"
cat > study.toml <<'TOML'
[[logs]]
path = "my-logs"

[[threshold]]
id = "half"
name = "Half of all items"
minimum = 0.5
source = "made up"
TOML
for share in $(seq 2 16); do acuity summarize study.toml --shard "$share/16" --out "parts/$share.summary" --quiet; done
