# targets and where they may stand
iptables -A INPUT -j REJECT
iptables -A INPUT -p tcp -j REJECT --reject-with tcp-reset
iptables -A INPUT -j REJECT --reject-with tcp-reset
iptables -A INPUT -j REJECT --reject-with icmp-host-prohib
iptables -A INPUT -j REJECT --reject-with icmp-admin-prohibited
iptables -t mangle -A INPUT -j REJECT
iptables -A INPUT -j LOG --log-prefix "a b" --log-level 6 --log-uid
iptables -A INPUT -j LOG --log-level info --log-tcp-options
iptables -t mangle -A PREROUTING -j MARK --set-mark 5
iptables -t mangle -A PREROUTING -j MARK --set-mark 5/0xf
iptables -t mangle -A PREROUTING -j MARK --set-xmark 5/0xf
iptables -t mangle -A PREROUTING -j MARK --and-mark 0xf
iptables -t mangle -A PREROUTING -j MARK --or-mark 0xf
iptables -t mangle -A PREROUTING -j MARK --xor-mark 0xf
iptables -t mangle -A PREROUTING -j CONNMARK --save-mark
iptables -t mangle -A PREROUTING -j CONNMARK --restore-mark --nfmask 0xff --ctmask 0xf
iptables -t nat -A PREROUTING -j ACCEPT
iptables -t nat -A PREROUTING -j MASQUERADE
iptables -t nat -I PREROUTING -j MASQUERADE
iptables -t nat -A POSTROUTING -o eth0 -j MASQUERADE
iptables -t nat -A POSTROUTING -p tcp -j MASQUERADE --to-ports 1000-2000 --random
iptables -t nat -A POSTROUTING -j SNAT --to-source 1.2.3.4-1.2.3.9
iptables -t nat -A POSTROUTING -p udp -j SNAT --to-source 1.2.3.4:5-6 --persistent
iptables -t nat -A POSTROUTING -j DNAT --to 1.2.3.4
iptables -t nat -A OUTPUT -p tcp --dport 80 -j DNAT --to-destination 10.0.0.1:8080
iptables -t nat -A OUTPUT -j DNAT --to-destination :80
iptables -t nat -A OUTPUT -p tcp -j REDIRECT --to-ports 8080
iptables -t nat -A OUTPUT -j REDIRECT
iptables -t nat -N X
iptables -t nat -A X -j MASQUERADE
iptables -t nat -A OUTPUT -j X
iptables -t nat -A POSTROUTING -j X
iptables -t nat -A OUTPUT -j X
iptables -A INPUT -j MASQUERADE
iptables -N U
iptables -A U -j MASQUERADE
iptables -A U -j TRACE
iptables -t raw -N U
iptables -t raw -A U -j TRACE
iptables -t raw -A PREROUTING -j CT --notrack
iptables -t raw -A PREROUTING -j CT --zone 5
iptables -t raw -A PREROUTING -j NOTRACK
iptables -t raw -A OUTPUT -j U
iptables -t filter -A INPUT -j NOTRACK
iptables -L -n -v
iptables -L
iptables -t nat -L -n -v
iptables -t nat -L
iptables -t mangle -L
iptables -t raw -L -n
iptables -t nat -S
