ip netns add a
ip link add eth0 type veth peer name e1 netns a
ip link set eth0 up
ip -n a link set e1 up
ip addr add 10.0.0.1/24 dev eth0 label eth0:web
ip addr add 10.0.0.2/24 dev eth0 label eth0:web
ip addr add 10.0.1.1/24 dev eth0 noprefixroute
ip addr add 10.0.1.2/24 dev eth0 noprefixroute
ip addr add 10.0.2.1 peer 10.0.3.2/24 dev eth0
ip addr add 10.0.4.1/30 peer 10.0.4.2 dev eth0
ip addr add 10.0.5.1 remote 10.0.6.1/24 brd + dev eth0 noprefixroute
ip addr add 10.0.2.1 peer 10.0.3.9/24 dev eth0
ip addr add 10.0.2.1/24 dev eth0
ip addr add 10.0.7.1 peer 10.0.7.1/24 dev eth0
ip addr add 10.0.8.1/24 dev eth0 label this-is-too-long
ip addr replace 10.0.0.1/24 dev eth0 label eth0:other
ip addr add 2001:db8:1::1/64 dev eth0 noprefixroute nodad
ip addr add 2001:db8:2::1/64 dev eth0 nodad
ip -4 -o addr show dev eth0
ip -4 -br addr show dev eth0
ip route show table all
ip route get 10.0.3.7
ip route get 10.0.4.2
ip link set eth0 down
ip link set eth0 up
ip route
ip addr del 10.0.0.1/24 dev eth0 label eth0
ip addr del 10.0.0.1/24 dev eth0 label eth0:web
ip addr del 10.0.2.1/25 dev eth0
ip addr del 10.0.2.1 peer 10.0.3.77/24 dev eth0
ip addr del 10.0.4.1/30 dev eth0
ip addr del 10.0.4.1 peer 10.0.4.2 dev eth0
ip addr del 10.0.1.1/24 dev eth0
ip -4 -o addr show dev eth0
ip route
ip addr flush dev eth0
ip route show table all
ip -4 -o addr show dev eth0
