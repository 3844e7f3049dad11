# The same without a study file, which `acuity init` does not overwrite.
. "$ROOT/Tests/DocumentationTests/Given/commands.sh"
rm study.toml
