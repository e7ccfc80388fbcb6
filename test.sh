#!/usr/bin/env bash
# Builds the product and runs every test. The last line is "N passed, N failed"; the exit code is 0 only when none failed.
set -uo pipefail
cd "$(dirname "$0")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_UI_LANGUAGE=en

# The browser tests need Chromium with Chinese fonts and poppler to read what it prints; the build needs Node.js to fetch Elsa Studio.
tools="chromium fonts-noto-cjk poppler-utils"
if [ ! -x /usr/bin/chromium ] || [ ! -x /usr/bin/pdftotext ]; then
    if [ "$(id -u)" -eq 0 ]; then
        echo "== installing $tools"
        if ! { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $tools; } >/dev/null; then
            echo "$tools could not be installed; run: apt-get install $tools"
        fi
    else
        echo "There is no chromium or no pdftotext in /usr/bin, and only root may install them; run: sudo apt-get install $tools"
    fi
fi
command -v npm >/dev/null || echo "There is no npm: the browser tests will fail. Install Node.js 20 or later."

log=$(mktemp)
trap 'rm -f "$log"' EXIT

if ! dotnet build Bpm.sln -c Release -v q --nologo; then
    echo "0 passed, 1 failed"
    exit 1
fi

status=0
# One project after the other: the machine has two cores, and the tests of durability want them.
for project in tests/*.Tests/*.csproj; do
    echo "== $project"
    dotnet test "$project" -c Release --no-build --nologo -v q --logger "console;verbosity=minimal" 2>&1 | tee -a "$log"
    [ "${PIPESTATUS[0]}" -eq 0 ] || status=1
done

sum() { grep -oE "$1: +[0-9]+" "$log" | grep -oE '[0-9]+' | awk "{ s += \$1 } END { print s + 0 }"; }
passed=$(sum Passed); failed=$(sum Failed)
passed=${passed:-0}; failed=${failed:-0}
# A runner that found or finished no test must not look like success.
projects=$(ls -d tests/*.Tests | wc -l)
reported=$(grep -cE '(Passed|Failed)! +- Failed:' "$log")
if [ "$reported" -lt "$projects" ]; then
    echo "$reported of $projects test projects reported their tests"
    status=1
fi
[ "$status" -eq 0 ] || [ "$failed" -gt 0 ] || failed=1
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
