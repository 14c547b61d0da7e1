ip netns add a
ip link add eth0 type veth peer name e1 netns a
ip addr add 10.0.0.1/24 dev eth0
ip link set eth0 up
ip -n a link set e1 up
ip route add local 84.0.0.0/8 dev lo
ip route add 84.1.0.0/16 via 10.0.0.2
ip route get 84.1.1.1
ip route add unreachable 84.2.0.0/16
ip route get 84.2.1.1
ip route add throw 84.3.0.0/16
ip route add default via 10.0.0.2
ip route get 84.3.1.1
ip rule add from 1.2.3.4 lookup 7
ip route get 84.1.1.1
ip route get 84.2.1.1
ip route get 84.3.1.1
ip rule del from 1.2.3.4
ip route get 84.1.1.1
ip route add 50.0.0.0/8 tos 0x10 via 10.0.0.3
ip route add 50.0.0.0/8 via 10.0.0.4
ip route get 50.0.0.1
ip route get 50.0.0.1 tos 0x10
ip route get 50.0.0.1 tos 0x8
ip route get 50.0.0.1 tos 0x14
ip link add eth1 type veth peer name f1 netns a
ip addr add 10.1.0.1/24 dev eth1
ip link set eth1 up
ip route get 50.0.0.1 oif eth1
ip route get 10.1.0.1 oif eth0
ip route get 99.0.0.1 oif eth1
ip route get 10.1.0.9
sysctl -qw net.ipv4.conf.eth1.ignore_routes_with_linkdown=1
ip route get 10.1.0.9
ip route
ip route get 10.1.0.1
ip -n a link set f1 up
ip route get 10.1.0.9
ip rule add to 60.0.0.0/8 unreachable
ip rule add to 61.0.0.0/8 prohibit
ip rule add to 62.0.0.0/8 blackhole
ip route get 60.0.0.1
ip route get 61.0.0.1
ip route get 62.0.0.1
ip route add blackhole 63.0.0.0/8
ip route add prohibit 64.0.0.0/8
ip route get 63.0.0.1
ip route get 64.0.0.1
ip route del default
ip route get 84.3.1.1
ip route get 127.0.0.5
ip route get 10.0.0.9 from 10.1.0.1
ip route get 10.0.0.9 from 9.9.9.9
sysctl -qw net.ipv4.ip_forward=1
