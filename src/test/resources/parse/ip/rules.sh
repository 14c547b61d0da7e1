ip link add b0 type bridge
ip rule add from 1.2.3.4 table 5 pref 5
ip rule add from 1.2.3.4 table 5 pref 5
ip rule add from 10.1.2.0/24 table 5 pref 5
ip rule add fwmark 5/0xf table 5 pref 6
ip rule add fwmark 0x10 table 5
ip rule add tos 0x20 table 5 pref 7
ip rule add tos 0x10 table 5 pref 7
ip rule add type blackhole pref 9
ip rule add unreachable from 4.4.4.4 table 9
ip rule add prohibit to 4.4.4.4
ip rule add not pref 12 table 5
ip rule add not from 1.2.3.4 to 5.0.0.0/8 iif lo oif eth9 table 7
ip rule add iif b0 table 7
ip rule add pref 0 table 5
ip rule add pref 32768 table 5
ip rule add priority 0x10 lookup default
ip rule add pref 32766 from 7.7.7.7 table 5
ip rule
ip rule show table 5
ip rule del pref 6
ip rule del from 1.2.3.4
ip rule del from 8.8.8.0/24 table 3
ip rule del blackhole
ip rule del pref 77
ip rule
ip rule del pref 0
ip rule del pref 0
ip rule add from 1.1.1.1 table 100
ip rule
ip rule flush
ip rule
ip rule add table 4
ip rule
ip -6 rule
ip -6 rule add from 2001:db8::/32 lookup 100
ip -6 rule add fwmark 3 table 7
ip -6 rule
ip -6 rule flush
ip -6 rule
