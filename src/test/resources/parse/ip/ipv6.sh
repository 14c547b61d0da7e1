ip netns add a
ip link add eth0 type veth peer name e1 netns a
ip link set eth0 up
ip -6 addr add 2001:db8::1/64 dev eth0
ip -6 addr
ip -6 route show table all
ip -n a link set e1 up
ip -6 addr
ip -6 route show table all
ip -6 addr add 2001:db8::1/64 dev eth0
ip -6 addr add 2001:db8::1/48 dev eth0
ip -6 addr add 2001:db8:1::1/128 dev eth0
ip -6 addr add 2001:db8:2::1 dev lo
ip -6 addr add 2001:db8:3::1/64 dev lo
ip -6 addr add ff02::5/64 dev eth0
ip -6 addr add ::/64 dev eth0
ip -6 addr add fe80::5/64 dev eth0
ip -6 addr del 2001:db8::7/64 dev eth0
ip -6 route add 2001:db8:5::/48 via 2001:db8::2
ip -6 route add 2001:db8:5::/48 via 2001:db8::2
ip -6 route add 2001:db8:5::/48 via 2001:db8::3
ip -6 route add 2001:db8:5::/48 via 2001:db8::3 metric 7
ip -6 route replace 2001:db8:5::/48 via 2001:db8::5
ip -6 route add 2001:db8:6::/48 via fe80::2
ip -6 route add 2001:db8:6::/48 via fe80::2 dev eth0
ip -6 route add 2001:db8:7::/48 via 2001:db8::1
ip -6 route add 2001:db8:7::/48 via 3001:db8::1
ip -6 route add 2001:db8:7::/48 via 2001:db8:6::1
ip -6 route add 2001:db8:8::/48 dev eth0
ip -6 route add 2001:db8:9::/48
ip -6 route add unreachable 2001:db8:a::/48
ip -6 route add blackhole 2001:db8:b::/48
ip -6 route add prohibit 2001:db8:c::/48
ip -6 route add throw 2001:db8:d::/48 table 100
ip -6 route add local 2001:db8:e::/48 dev lo
ip -6 route add default via 2001:db8::9
ip -6 route add default via 2001:db8::9 src 2001:db8::77 metric 3
ip -6 route add 2001:db8:f::1/48 dev eth0
ip -6 route change 2001:db8:55::/48 dev eth0
ip -6 route del 2001:db8:55::/48 dev eth0
ip -6 addr
ip -6 route show table all
ip -6 route
ip -6 route get 2001:db8::1
ip -6 route get 2001:db8::77
ip -6 route get 2001:db8:a::1
ip -6 route get 2001:db8:b::1
ip -6 route get 2001:db8:c::1
ip -6 route get ff02::1
ip -6 route get fe80::77
ip -6 route get 5::1
ip -6 route get ::1
sysctl -qw net.ipv6.conf.all.forwarding=1
ip -6 route show table all
ip -6 rule add from 2001:db8::/32 lookup 100
ip -6 rule
ip link set eth0 down
ip -6 addr
ip -6 route show table all
ip link set eth0 up
ip -6 addr
ip -6 route show table all
