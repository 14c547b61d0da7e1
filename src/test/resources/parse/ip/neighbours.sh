ip netns add a
ip link add eth0 type veth peer name e1 netns a
ip neigh add 10.0.0.5 lladdr 02:00:00:00:00:05 dev eth0
ip neigh
ip link set eth0 up
ip neigh add 10.0.0.5 lladdr 02:00:00:00:00:05 dev eth0
ip neigh add 10.0.0.5 lladdr 02:00:00:00:00:06 dev eth0
ip neigh replace 10.0.0.5 lladdr 02:00:00:00:00:07 dev eth0
ip neigh change 10.0.0.8 lladdr 02:00:00:00:00:07 dev eth0
ip neigh add 10.0.0.6 lladdr 02:00:00:00:00:07
ip neigh add 10.0.0.6 lladdr zz dev eth0
ip neigh show dev eth0
ip neigh show 10.0.0.5
ip neigh del 10.0.0.99 dev eth0
ip neigh del 10.0.0.5 dev eth0
ip neigh add fe80::9 lladdr 02:00:00:00:00:07 dev eth0 nud permanent
ip neigh
ip neigh flush dev eth0
ip neigh
ip neigh flush dev eth0 nud permanent
ip neigh
ip neigh add 10.0.0.5 lladdr 02:00:00:00:00:05 dev eth0
ip link set eth0 down
ip neigh
ip neigh add 10.0.0.5 lladdr 02:00:00:00:00:05 dev eth9
