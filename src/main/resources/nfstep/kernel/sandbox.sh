# Runs DIR/lab.sh in the namespaces that this shell is in, all of them its own, and leaves in DIR what the kernel said.
# The commands of a lab find the legacy tools and the verb send first.
set -u
cd "$1" || exit 4
mkdir -p /run/netns bin && mount -t tmpfs none /run/netns || exit 4
: >lock && touch /run/xtables.lock && mount --bind lock /run/xtables.lock || exit 4
for tool in iptables ip6tables; do
    for end in '' -save -restore; do
        printf '#!/bin/sh\nexec %s-legacy%s "$@"\n' "$tool" "$end" >"bin/$tool$end"
    done
done
printf '#!/bin/sh\nexec python3 %s/send.py "$@"\n' "$1" >bin/send
chmod 0755 bin/*
PATH="$1/bin:/usr/sbin:/usr/bin:/sbin:/bin"
export PATH
sysctl -qw net.ipv4.conf.all.rp_filter=0 net.ipv4.conf.default.rp_filter=0 net.ipv4.conf.lo.rp_filter=0 \
    net.ipv4.ip_forward=0 net.netfilter.nf_log.2=nfnetlink_log net.netfilter.nf_log.10=nfnetlink_log || exit 4
ip link set lo up || exit 4
nft -f - <<'NFT' || exit 4
table inet nfstep_mark {
  chain pre { type filter hook prerouting priority -450; policy accept; meta nftrace set 1; }
  chain out { type filter hook output priority -450; policy accept; meta nftrace set 1; }
}
NFT
tcpdump -i nflog:0 -U -w trace.pcap 2>tcpdump.err &
tracer=$!
tries=0
while [ ! -s trace.pcap ] && [ "$tries" -lt 100 ]; do
    sleep 0.05
    tries=$((tries + 1))
done
ip -o link >links
. ./lab.sh
# The kernel hands records over in batches, the last one after a second.
sleep 1.2
conntrack -L >conntrack 2>/dev/null
kill "$tracer"
wait "$tracer" 2>/dev/null
echo done >finished
