ip netns add a
ip link add eth0 type veth peer name e1 netns a
ip link set eth0 up
ip -n a link set e1 up
ip addr add 10.0.0.1/24 dev eth0
ip addr add 10.0.0.1/24 dev eth0
ip addr add 10.0.0.1/16 dev eth0
ip addr add 10.0.0.2/24 dev eth0 scope link
ip addr add 10.0.0.2/24 dev eth0
ip addr add 10.0.9.1/24 brd + dev eth0
ip addr add 10.0.9.2/24 brd 10.0.9.99 dev eth0
ip addr add 224.0.0.1/24 dev eth0
ip addr add 0.0.0.0/24 dev eth0
ip addr add 255.255.255.255/24 dev eth0
ip addr add 10.7.0.1/31 brd + dev eth0
ip addr add 10.7.1.1/32 dev eth0
ip addr add 10.7.2.1 dev eth0
ip addr add 10.7.3.0/32 dev eth0
ip addr add 169.254.1.1/16 dev eth0 scope link
ip addr add 10.8.3.1/24 dev lo
ip addr add 0.0.0.5/24 dev eth0
ip addr del 10.0.0.7/24 dev eth0
ip addr show dev eth0
ip route show table all
ip addr del 10.0.0.1/24 dev eth0
ip addr show dev eth0
ip route show table all
ip addr flush dev eth0
ip addr show dev eth0
ip route show table all
ip addr replace 10.0.0.1/24 dev eth0
ip addr replace 10.0.0.1/24 dev eth0
ip addr change 10.0.0.4/24 dev eth0
ip addr add 10.0.0.2/24 dev eth0
ip addr add 10.0.0.3/24 dev eth0
sysctl -qw net.ipv4.conf.eth0.promote_secondaries=1
ip route add 44.0.0.0/8 via 10.0.0.9
ip route add 45.0.0.0/8 via 10.0.0.9 src 10.0.0.1
ip route add 46.0.0.0/8 via 10.0.0.9 src 10.0.0.2
ip addr del 10.0.0.1/24 dev eth0
ip addr show dev eth0
ip route show table all
ip addr del 10.0.0.2/24 dev eth0
ip route show table all
ip addr del 10.0.0.3/24 dev eth0
ip addr del 10.0.0.4/24 dev eth0
ip route show table all
