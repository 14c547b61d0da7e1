ip netns add a
ip link add eth0 type veth peer name e1 netns a
ip addr add 2001:db8::1/64 dev eth0
ip -6 addr
ip -6 route show table all
ip -6 route add 2001:db8:5::/48 dev eth0
ip -n a link set e1 up
ip link set eth0 up
ip -6 addr
ip -6 route show table all
ip -6 addr del 2001:db8::1/64 dev eth0
ip -6 route show table all
ip addr add 2001:db8::1/64 dev eth0 nodad
ip -6 route add 2001:db8:5::/48 via 2001:db8::5 src 2001:db8::1
ip -6 route add 2001:db8:6::/48 via 2001:db8::5
ip -6 route show table all
ip -6 addr del 2001:db8::1/64 dev eth0
ip -6 route show table all
sysctl -w net.ipv6.conf.eth0.disable_ipv6=1
ip -6 addr
ip -6 route show table all
ip addr add 2001:db8::1/64 dev eth0
ip -6 route add 2001:db8:5::/48 dev eth0
sysctl -w net.ipv6.conf.eth0.disable_ipv6=0
ip -6 addr
ip -6 route show table all
ip -n a link set e1 down
ip -6 addr
ip -6 route show table all
ip -n a link set e1 up
ip link set eth0 address 02:00:00:00:00:77
ip -6 addr
ip link set lo down
ip addr show lo
ip route show table all
ip addr show lo
sysctl -w net.ipv6.conf.all.disable_ipv6=1
ip -6 addr
ip addr add 2001:db8::1/64 dev eth0
ip -6 route show table all
ip -6 route add 2001:db8:5::/48 dev eth0
ip -6 route add unreachable 2001:db8:5::/48
sysctl net.ipv6.conf.eth0.disable_ipv6 net.ipv6.conf.default.disable_ipv6
sysctl -w net.ipv6.conf.all.disable_ipv6=0
ip -6 addr
ip addr add local 10.0.0.6/24 dev eth0
ip addr add 10.0.0.7/255.255.255.0 dev eth0
ip addr add 10.0.0.8/24 broadcast 10.0.0.255 scope global dev eth0
ip addr add dev eth0 10.0.0.10/24
ip addr
ip addr show eth0
ip -4 addr show dev eth0 scope link
ip addr flush dev eth0 scope global
ip addr show
