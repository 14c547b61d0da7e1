# targets that change packets, copy them or tell of them, and where they may stand
iptables -t mangle -A FORWARD -j TTL --ttl-set 5
iptables -t mangle -A FORWARD -j TTL --ttl-dec 1
iptables -t mangle -A FORWARD -j TTL --ttl-inc 300
iptables -t mangle -A FORWARD -j TTL --ttl-inc 255
iptables -t mangle -A FORWARD -j TTL --ttl-dec 0
iptables -t mangle -A FORWARD -j TTL
iptables -t mangle -A FORWARD -j TTL --ttl-inc 1 --ttl-dec 1
iptables -A FORWARD -j TTL --ttl-inc 1
iptables -t mangle -A FORWARD -j TOS --set-tos 0x10
iptables -t mangle -A FORWARD -j TOS --set-tos 0x10/0x3f
iptables -t mangle -A FORWARD -j TOS --set-tos Minimize-Delay
iptables -t mangle -A FORWARD -j TOS --and-tos 0x10
iptables -t mangle -A FORWARD -j TOS --or-tos 0x10
iptables -t mangle -A FORWARD -j TOS --xor-tos 0x10
iptables -t mangle -A FORWARD -j TOS
iptables -t mangle -A FORWARD -j DSCP --set-dscp 10
iptables -t mangle -A FORWARD -j DSCP --set-dscp-class EF
iptables -t mangle -A FORWARD -j DSCP --set-dscp-class be
iptables -t mangle -A FORWARD -j DSCP --set-dscp 64
iptables -t mangle -A FORWARD -j DSCP --set-dscp 1 --set-dscp-class EF
iptables -t mangle -A FORWARD -j CLASSIFY --set-class 1:10
iptables -A INPUT -j CLASSIFY --set-class 1:10
iptables -t mangle -A PREROUTING -j CLASSIFY --set-class 1:10
iptables -t mangle -A FORWARD -j CLASSIFY --set-class 1ffff:10
iptables -t mangle -A FORWARD -p tcp --syn -j TCPMSS --set-mss 1000
iptables -t mangle -A FORWARD -p tcp --tcp-flags SYN,RST SYN -j TCPMSS --clamp-mss-to-pmtu
iptables -t mangle -A PREROUTING -p tcp --syn -j TCPMSS --clamp-mss-to-pmtu
iptables -t mangle -A FORWARD -p tcp -j TCPMSS --set-mss 1000
iptables -t mangle -A FORWARD -p tcp ! --syn -j TCPMSS --set-mss 1000
iptables -t mangle -A FORWARD -p tcp --tcp-flags SYN,RST RST -j TCPMSS --set-mss 1000
iptables -t mangle -A FORWARD -j TCPMSS --set-mss 1000
iptables -t mangle -A FORWARD -p tcp --syn -j TCPMSS --set-mss 65516
iptables -t mangle -A FORWARD -p tcp --syn -j TCPMSS
iptables -t mangle -A FORWARD -p tcp --syn -j TCPMSS --set-mss 100 --clamp-mss-to-pmtu
iptables -t mangle -A FORWARD -p tcp --syn -m tcp --sport 3 -j TCPMSS --set-mss 100
iptables -t mangle -N U
iptables -t mangle -A U -p tcp --syn -j TCPMSS --clamp-mss-to-pmtu
iptables -t mangle -A PREROUTING -j U
iptables -t nat -A PREROUTING -d 10.1.0.0/24 -j NETMAP --to 192.168.7.0/24
iptables -t nat -A POSTROUTING -j NETMAP --to 192.168.7.77
iptables -t nat -A POSTROUTING -j NETMAP --to 192.168.7.77/24
iptables -t nat -A INPUT -j NETMAP --to 192.168.7.77/255.255.0.0
iptables -A INPUT -j NETMAP --to 192.168.7.77/255.255.0.0
iptables -t nat -A INPUT -j NETMAP --to 192.168.7.77/255.0.255.0
iptables -t nat -A INPUT -j NETMAP
iptables -A FORWARD -j TEE --gateway 10.2.0.2
iptables -A FORWARD -j TEE --gateway 10.2.0.2 --oif eth0
iptables -A FORWARD -j TEE --gateway 0.0.0.0
iptables -A FORWARD -j TEE
iptables -t nat -A PREROUTING -j TEE --gateway 1.2.3.4
iptables -A FORWARD -j NFLOG
iptables -A FORWARD -j NFLOG --nflog-group 5 --nflog-prefix "hello there" --nflog-threshold 10
iptables -A FORWARD -j NFLOG --nflog-group 0 --nflog-threshold 1 --nflog-size 0
iptables -A FORWARD -j NFLOG --nflog-size 64
iptables -A FORWARD -j NFLOG --nflog-range 64
iptables -A FORWARD -j NFLOG --nflog-range 64 --nflog-size 5
iptables -A FORWARD -j NFLOG --nflog-group 65536
iptables -A FORWARD -j NFLOG --nflog-threshold 65536
iptables -A FORWARD -j NFLOG --nflog-prefix xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
iptables -t mangle -A FORWARD -p tcp -j ECN --ecn-tcp-remove
iptables -t mangle -A FORWARD -p tcp -j ECN --ecn-tcp-ece 1 --ecn-tcp-cwr 0 --ecn-ip-ect 2
iptables -t mangle -A FORWARD -p tcp -j ECN --ecn-tcp-ece 1
iptables -t mangle -A FORWARD -j ECN --ecn-ip-ect 0
iptables -t mangle -A FORWARD -p tcp -j ECN --ecn-tcp-remove --ecn-ip-ect 0
iptables -t mangle -A FORWARD -j ECN --ecn-tcp-remove
iptables -t mangle -A FORWARD -j ECN
iptables -t mangle -A FORWARD -p tcp -j TCPOPTSTRIP --strip-options sack-permitted,timestamp,9
iptables -t mangle -A FORWARD -p tcp -j TCPOPTSTRIP
iptables -t mangle -A FORWARD -p tcp -j TCPOPTSTRIP --strip-options 2,2
iptables -t mangle -A FORWARD -j TCPOPTSTRIP --strip-options 2
iptables -t mangle -A FORWARD -j CHECKSUM --checksum-fill
iptables -t mangle -A FORWARD -j CHECKSUM
iptables -A OUTPUT -j CHECKSUM --checksum-fill
ip6tables -t mangle -A FORWARD -j HL --hl-set 5
ip6tables -t mangle -A FORWARD -j HL --hl-dec 5
ip6tables -t mangle -A FORWARD -j HL --hl-inc 5
ip6tables -t mangle -A FORWARD -j HL --hl-inc 0
ip6tables -t nat -A POSTROUTING -j NETMAP --to fd00::/64
ip6tables -t nat -A POSTROUTING -j NETMAP --to fd00::5/64
ip6tables -t nat -A POSTROUTING -j NETMAP --to fd00::5
ip6tables -t mangle -A FORWARD -j TEE --gateway fd00::5
ip6tables -t mangle -A FORWARD -p tcp --syn -j TCPMSS --clamp-mss-to-pmtu
iptables -t filter -L
iptables -t filter -L -n
iptables -t nat -L
iptables -t nat -L -n
iptables -t mangle -L
iptables -t mangle -L -n
ip6tables -t nat -L -n
ip6tables -t mangle -L -n
