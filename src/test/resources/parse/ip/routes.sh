ip netns add a
ip link add eth0 type veth peer name e1 netns a
ip addr add 10.0.0.1/24 dev eth0
ip route add 20.0.0.0/8 via 10.0.0.2
ip route add 20.0.0.0/8 dev eth0
ip link set eth0 up
ip -n a link set e1 up
ip route add 20.0.0.0/8 via 10.0.0.2
ip route add 20.0.0.0/8 via 10.0.0.2
ip route add 20.0.0.0/8 via 10.0.0.3
ip route add 20.0.0.0/8 via 10.0.0.3 metric 5
ip route append 20.0.0.0/8 via 10.0.0.4
ip route append 20.0.0.0/8 via 10.0.0.4
ip route prepend 20.0.0.0/8 via 10.0.0.5
ip route
ip route replace 20.0.0.0/8 via 10.0.0.6
ip route
ip route replace 20.0.0.0/8 via 10.0.0.6
ip route change 21.0.0.0/8 via 10.0.0.6
ip route del 20.0.0.0/8 via 10.0.0.9
ip route del 20.0.0.0/8
ip route del 20.0.0.0/8
ip route del 22.0.0.0/8
ip route
ip route add 23.0.0.0/8 via 10.0.5.2
ip route add 23.0.0.0/8 via 20.0.0.5
ip route add 23.0.0.0/8 via 10.0.0.1
ip route add 23.0.0.0/8 via 10.0.0.255
ip route add 23.0.0.0/8 via 127.0.0.1
ip route add 23.0.0.0/8 via 0.0.0.0
ip route add 23.0.0.0/8 via 1.2.3.4 onlink
ip route add 23.0.0.0/8 via 1.2.3.4 dev eth0 onlink
ip route add 24.0.0.0/8 via 1.2.3.4 dev eth0
ip route add 24.0.0.0/8 via 10.0.0.2 dev lo
ip route add 24.0.0.0/8 via 10.0.0.2 src 9.9.9.9
ip route add 24.0.0.0/8 via 10.0.0.2 dev nope
ip route add 24.0.0.1/8 via 10.0.0.2
ip route add 24.0.0.0/8
ip route add 24.0.0.0/40 via 10.0.0.2
ip route add unreachable 24.0.0.0/8
ip route add blackhole 24.0.0.0/8 metric 7
ip route add prohibit 25.0.0.0/8 table 100
ip route add throw 26.0.0.0/8 table 100
ip route add local 84.0.0.0/8 dev lo
ip route add 27.0.0.0/8 dev eth0 mtu 1200 src 10.0.0.1
ip route add 28.0.0.0/8 dev eth0 tos 0x10
ip route add 28.0.0.0/8 dev eth0
ip route add default via 10.0.0.2 metric 100
ip route add default via 10.0.0.2 table 100
ip route add 29.0.0.0/8 dev eth0 scope link
ip route add 30.0.0.0/8 dev eth0 scope host
ip route add 31.0.0.0/8 dev eth0 proto static
ip route add 32.0.0.0/8 dev eth0 table main
ip route add 32.0.0.0/8 dev eth0 table foo
ip route add 33.0.0.0/8 dev eth0 src 10.0.0.77
ip route show table all
ip route show table 100
ip route show 20.0.0.0/8
ip route show table local
ip route flush table 100
ip route show table 100
ip route get 20.0.0.1
ip route get 24.0.0.1
ip route get 25.0.0.1
ip route get 84.1.2.3
ip route get 10.0.0.1
ip route get 10.0.0.255
ip route get 10.0.0.77
ip route get 10.0.0.77 mark 5 from 10.0.0.1
ip route del default
ip route get 99.0.0.1
ip rule add from 1.2.3.0/24 lookup 100
ip rule add from 1.2.3.0/24 lookup 100
ip rule add fwmark 7 table 100
ip rule add fwmark 0x7/0xff table 100 priority 50
ip rule add iif eth0 table 100
ip rule add oif nope table 100
ip rule add not from 1.2.3.4 to 5.0.0.0/8 tos 0x10 table 7
ip rule add blackhole from 9.9.9.9
ip rule add unreachable to 9.9.9.9 pref 10
ip rule add prohibit
ip rule add from 1.2.3.4
ip rule add pref 32766 from 7.7.7.7 table 5
ip rule
ip rule del pref 50
ip rule del from 1.2.3.0/24
ip rule del from 8.8.8.0/24 table 3
ip rule
ip rule del
ip rule
ip link set eth0 down
ip addr
ip route show table all
ip link set eth0 up
ip route show table all
