#!/bin/sh
# nfstep: a shell preamble with the program behind it, as one jar. It finds a Java of at least 17 and starts it.
set -uf

fail() {
    printf 'nfstep: %s\n' "$1" >&2
    exit 4
}

case $0 in
    /*) self=$0 ;;
    *) self=$PWD/$0 ;;
esac
case $self in
    *:*) fail "cannot run from $self: Java splits its class path at the colon; move the file" ;;
esac

if [ -n "${JAVA_HOME:-}" ] && [ -x "$JAVA_HOME/bin/java" ]; then
    java=$JAVA_HOME/bin/java
else
    java=$(command -v java) || fail 'needs Java 17 or later: there is none in $JAVA_HOME or on the PATH (Debian: apt-get install default-jre-headless)'
fi

# The release file beside java spares a start of java, which would take as long as the program itself.
home=${java%/bin/java}
[ -r "$home/release" ] || { home=$(readlink -f -- "$java") && home=${home%/bin/java}; } || home=
version=
stamp=
if [ -r "$home/release" ]; then
    while IFS='="' read -r name _ value _; do
        [ "$name" = JAVA_VERSION ] && version=$value && break
    done <"$home/release"
    stamp=$home/release
fi
if [ -z "$version" ]; then
    version=$("$java" -version 2>&1 | sed -n 's/^[^"]* version "\([^"]*\)".*/\1/p')
    stamp=$java
fi
feature=${version#1.}
feature=${feature%%[!0-9]*}
[ "${feature:-0}" -ge 17 ] || fail "needs Java 17 or later: $java is version ${version:-unknown} (set JAVA_HOME to another)"

# Whoever asks for a command may wait for the better compiler; a screen has to be there at once.
screen=yes
case ${1:-} in
    run | labs | test | diff | export | verify | snapshot | why | themes | completion | fuzz | help) screen= ;;
    -h | --help | -V | --version) screen= ;;
esac

# Classes that the first screen loaded are kept in the cache, ready to map, beside a copy of the program. Java maps the
# program, too, and dies when it is written to: nobody writes to the copy. Both hold for one java and one file at one
# place; whatever is wrong with the cache costs only speed, so nothing here may fail or print.
archive=
cache=${XDG_CACHE_HOME:-${HOME:+$HOME/.cache}}
newline='
'
if both=$(stat -L -c %s-%Y -- "$stamp" "$self" 2>/dev/null); then
    archive=$cache/nfstep/$version-${both%%"$newline"*}-${both##*"$newline"}$self.jsa
fi
case $archive in
    *:* | [!/]*) archive= ;;
esac
copy=${archive%.jsa}.jar

has_copy() {
    [ -r "$copy" ] && return
    { mkdir -p -- "${copy%/*}" && cp -p -- "$self" "$copy.$$" && mv -f -- "$copy.$$" "$copy"; } 2>/dev/null && return
    rm -f -- "$copy.$$" 2>/dev/null
    return 1
}

if [ -z "$archive" ]; then
    set -- -cp "$self" nfstep.cli.Main "$@"
elif [ -r "$archive" ] && [ -r "$copy" ]; then
    set -- -XX:SharedArchiveFile="$archive" -Xbootclasspath/a:"$copy" nfstep.cli.Main "$@"
elif [ -n "$screen" ] && [ -t 0 ] && [ -t 1 ] && has_copy; then
    # Java lists what this screen loads; when it has ended, another one makes the archive of that.
    set -- -XX:DumpLoadedClassList="$archive.$$.list" -Xbootclasspath/a:"$copy" nfstep.cli.Main "$@"
    (
        trap '' HUP INT QUIT
        cd /
        while kill -0 $$; do sleep 1; done
        nice "$java" -Xshare:dump -XX:SharedClassListFile="$archive.$$.list" -XX:SharedArchiveFile="$archive.$$" \
            -Xbootclasspath/a:"$copy" && mv -f -- "$archive.$$" "$archive"
        rm -f -- "$archive.$$.list" "$archive.$$"
        find "$cache/nfstep" -type f -ctime +30 -exec rm -f -- {} +
    ) </dev/null >/dev/null 2>&1 &
else
    set -- -cp "$self" nfstep.cli.Main "$@"
fi
# Half as eager, the compiler does half of what it would do for the first frame, which may have to share a core with it.
[ -z "$screen" ] || set -- -XX:TieredStopAtLevel=1 -XX:CompileThresholdScaling=2 -XX:+UseSerialGC "$@"

# Java's log would write into the screen; NFSTEP_JAVA_OPTS is a list of words and can turn it on again.
exec "$java" -Xshare:auto -Xlog:disable -Dfile.encoding=UTF-8 ${NFSTEP_JAVA_OPTS:-} "$@"
