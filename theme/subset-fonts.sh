#!/usr/bin/env bash
# Makes theme/fonts/*.woff2: Source Serif 4, Source Sans 3 and Source Code Pro by Adobe (SIL Open
# Font License), reduced to the characters that the book uses. Nothing of this runs when the book
# is built; run it again when a page needs a character that is missing.
#
#   npm pack source-serif@4.5.1 source-sans@3.52.0 source-code-pro@2.42.0
#   for package in *.tgz; do mkdir -p "${package%.tgz}"; tar xzf "$package" -C "${package%.tgz}"; done
#   python3 -m venv venv && venv/bin/pip install fonttools brotli
#   PATH=$PWD/venv/bin:$PATH bash …/theme/subset-fonts.sh .
set -euo pipefail
from=$1
to=$(dirname "$0")/fonts

# Latin, quotes, dashes, superscripts, arrows, mathematics; in code also the Greek and Cyrillic
# that the chapter of strings prints, and box drawing.
TEXT=U+0020-007E,U+00A0-00FF,U+0131,U+0152,U+0153,U+03BB,U+03C0,U+03C3,U+2010-2015,U+2018-201E
TEXT+=,U+2020-2022,U+2026,U+2030,U+2032,U+2033,U+2039,U+203A,U+2070-208E,U+20AC,U+2190-2193
TEXT+=,U+21D2,U+2212,U+2248,U+2260,U+2264,U+2265,U+FFFD
CODE=$TEXT,U+0100,U+0101,U+0130,U+0307,U+0391-03C9,U+0410-044F,U+2500-257F,U+2580-2593,U+25A0
CODE+=,U+25B2,U+25B6,U+25BC,U+25CF,U+2713

# "Source" is a reserved name: a changed font may not bear it, so the names are left out, all but
# copyright and licence.
subset() { # FILE NAME CHARACTERS
  pyftsubset "$from/$1" --output-file="$to/$2.woff2" --unicodes="$3" --flavor=woff2 \
    --layout-features=kern,liga,calt,mark,mkmk,ccmp,locl,onum,lnum,tnum --name-IDs=0,13,14 \
    --no-hinting --desubroutinize
}

serif=source-serif-4.5.1/package/WOFF2/TTF
sans=source-sans-3.52.0/package/WOFF2/TTF
code=source-code-pro-2.42.0/package/WOFF2/TTF
subset $serif/SourceSerif4-Regular.ttf.woff2 serif "$TEXT"
subset $serif/SourceSerif4-It.ttf.woff2 serif-italic "$TEXT"
subset $serif/SourceSerif4-Semibold.ttf.woff2 serif-semibold "$TEXT"
subset $sans/SourceSans3-Regular.ttf.woff2 sans "$TEXT"
subset $sans/SourceSans3-Semibold.ttf.woff2 sans-semibold "$TEXT"
subset $code/SourceCodePro-Regular.ttf.woff2 code "$CODE"
subset $code/SourceCodePro-Semibold.ttf.woff2 code-semibold "$CODE"
