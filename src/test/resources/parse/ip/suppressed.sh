ip netns add a
ip link add eth0 type veth peer name e1 netns a
ip link set eth0 up
ip -n a link set e1 up
ip addr add 10.0.0.1/24 dev eth0
ip route add default via 10.0.0.2
ip route add default via 10.0.0.3 table 51820
ip route add 10.1.0.0/16 via 10.0.0.4
ip rule add not fwmark 51820 table 51820
ip rule add table main suppress_prefixlength 0
ip rule show
ip route get 8.8.8.8
ip route get 8.8.8.8 mark 51820
ip route get 10.1.0.1
ip route get 10.0.0.7
ip rule del table main suppress_prefixlength 0
ip route get 10.1.0.1
ip rule add table main suppress_prefixlength 16
ip rule del table main suppress_prefixlength 0
ip route get 10.1.0.1
ip route get 10.0.0.7
ip route add blackhole 10.2.0.0/16
ip route get 10.2.0.1
ip rule add suppress_prefixlength 16 blackhole priority 40000
ip rule add from 10.9.0.0/16 table main suppress_prefixlength 33
ip rule show
ip -6 rule add table main suppress_prefixlength 0
ip -6 rule show
