# Findings of a small study, and templates to change.
"$PROGRAMS/GenerateLogs" . --models 2 --benchmarks 1 --items 60 > /dev/null
acuity ingest study.toml --output out --quiet
acuity analyze --study study.toml --output out --quiet
cp -r "$ROOT/templates" my-templates
