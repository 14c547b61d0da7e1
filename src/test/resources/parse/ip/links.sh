ip netns add a
ip netns add b
ip link add v0 type veth peer name v1
ip link del v0
ip link add v0 type veth peer name v1
ip link set v0 netns a
ip link add w0 type veth peer name w1
ip link set w0 netns a
ip -n a link add x0 type bridge
ip link add v1 type bridge
ip link add br0 type bridge
ip link set br0 up
ip link show br0
ip link set w1 master br0
ip link set w1 up
ip link show br0
ip -n a link set w0 up
ip link show br0
ip link show w1
ip link set v1 master nope
ip link set v1 master w1
ip link set br0 master br0
ip link add br1 type bridge
ip link set br1 master br0
ip link set lo master br0
ip link set br0 netns a
ip link set lo netns a
ip link set w1 nomaster
ip link show w1
ip link set w1 master br0
ip link set w1 master br1
ip link show w1
ip link del br1
ip link show w1
ip link add v9 type veth peer name v1
ip link add v9 type veth peer name v9
ip link add w1 netns a type bridge
ip link set w1 netns a name zz
ip link add q0 netns a type veth peer name q1 netns b
ip netns del b
ip link set v1 mtu 68
ip link set v1 mtu 65535
ip link set v1 mtu 65536
ip link set br0 mtu 67
ip link set v1 up mtu 1300 name vv
ip link show vv
ip link set vv address 02:00:00:00:00:99
ip link show vv
ip link set vv address 00:00:00:00:00:00
ip link set vv name lo
ip link set vv name a.b
ip link set a.b name a:b
ip link set a.b name .
ip link set a.b up
ip link set a.b down
ip link
ip link show nope
ip link show type veth
ip link show up
ip link show master br0
ip addr show up
ip -4 addr show vv
