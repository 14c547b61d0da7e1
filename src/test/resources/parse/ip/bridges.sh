# Bridges, their ports and what can be set of them.
ip link add br0 type bridge ageing_time 100 nf_call_iptables 1
ip link add p1 type veth peer name q1
ip link add p2 type veth peer name q2
ip link set p1 type bridge_slave hairpin on
ip link set p1 master br0 type bridge_slave hairpin on
ip link show p1
ip link set p1 master br0
ip link set p1 type bridge_slave hairpin on
ip link set p1 type bridge_slave hairpin maybe
ip link set p1 up type bridge_slave hairpin off
ip link set p1 type bridge ageing_time 5
ip link set br0 type bridge_slave hairpin on
ip link set br0 up type bridge ageing_time 0 nf_call_iptables 0
ip link set br0 type bridge ageing_time 4294967295
ip link set br0 type bridge ageing_time 4294967296
ip link set br0 type bridge ageing_time -1
ip link set br0 type bridge nf_call_iptables 256
ip link set br0 type bridge frob 1
ip link set nope type bridge ageing_time 5
ip link set p2 master br0
ip link set p2 master br0
ip link set q1 up
ip link
ip link show master br0
ip link add br1 type bridge
ip link set p2 master br1
ip link show p2
ip link set br0 master br1
ip link set p1 nomaster
ip link show br0
ip link del br1
ip link show p2
sysctl -w net.bridge.bridge-nf-call-iptables=7
sysctl net.bridge.bridge-nf-call-iptables
sysctl -w net.bridge.bridge-nf-call-iptables=0
sysctl net.bridge.bridge-nf-call-iptables
sysctl -w net.bridge.bridge-nf-filter-vlan-tagged=-1
sysctl net.bridge.bridge-nf-filter-vlan-tagged net.bridge.bridge-nf-pass-vlan-input-dev net.bridge.bridge-nf-filter-pppoe-tagged
# The MTU of a bridge is the smallest of its ports', until somebody sets it.
ip link add br2 mtu 1300 type bridge
ip link add m1 mtu 1200 type veth peer name n1
ip link add m2 mtu 9000 type veth peer name n2
ip link set m2 master br2
ip link show br2
ip link set m1 master br2
ip link show br2
ip link set m1 mtu 1000
ip link show br2
ip link set m1 nomaster
ip link show br2
ip link set m2 nomaster
ip link show br2
ip link set br2 mtu 1400
ip link set m1 master br2
ip link set m1 mtu 900
ip link show br2
ip link del m1
ip link show br2
