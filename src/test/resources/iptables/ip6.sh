# IPv6
ip6tables -N A
ip6tables -A FORWARD -s 2001:db8::1 -d fe80::/10 -p tcp --dport 80 -j ACCEPT
ip6tables -A FORWARD ! -s 2001:db8::1/ffff:ffff:: -j DROP
ip6tables -A FORWARD -s 2001:db8::1/ffff:0:ffff:: -j DROP
ip6tables -A FORWARD -s ::/0 -d ::1
ip6tables -A FORWARD ! -s ::/0
ip6tables -A FORWARD -s ::ffff:1.2.3.4
ip6tables -A FORWARD -s 1::2,3::4/64 -j A
ip6tables -A FORWARD -s 1.2.3.4
ip6tables -A FORWARD -s ::1/129
ip6tables -A FORWARD -s 2001:DB8:0:0::1/0
ip6tables -A FORWARD -s 2001:db8::/32,
ip6tables -A FORWARD -f
ip6tables -A FORWARD --fragments
ip6tables -A FORWARD -4
ip6tables -6 -A FORWARD -p icmpv6 --icmpv6-type echo-request -j ACCEPT
ip6tables -A FORWARD -p ipv6-icmp -m icmp6 --icmpv6-type 1/3 -j ACCEPT
ip6tables -A FORWARD -p icmp -j ACCEPT
ip6tables -A INPUT -j REJECT
ip6tables -A INPUT -p tcp -j REJECT --reject-with tcp-reset
ip6tables -A INPUT -j REJECT --reject-with icmp6-adm-prohibited
ip6tables -A INPUT -p udp --sport 53 -i eth0 -g A -c 7 560
ip6tables -A INPUT -j LOG --log-prefix "v6 "
ip6tables -t nat -A POSTROUTING -o eth0 -j MASQUERADE
ip6tables -t nat -A PREROUTING -p tcp --dport 80 -j DNAT --to-destination '[2001:db8::2]:8080'
ip6tables -t nat -A PREROUTING -j DNAT --to-destination 2001:db8::3
ip6tables -t nat -A POSTROUTING -j SNAT --to-source 2001:db8::1-2001:db8::5
ip6tables -L -n
ip6tables -L -n -v
ip6tables -L
ip6tables -L -v --line-numbers
ip6tables -t nat -L -n
ip6tables -S -v
ip6tables -v -A FORWARD -s 1::2 ! -d 3::/16 -p tcp -j A
ip6tables -V
