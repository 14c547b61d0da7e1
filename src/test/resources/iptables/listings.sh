# columns
iptables -N A
iptables -N LONG_CHAIN_NAME_OF_28_CHARS_
iptables -A INPUT -j A
iptables -A INPUT -g LONG_CHAIN_NAME_OF_28_CHARS_ -s 100.100.100.100/255.0.255.0 -d 200.200.200.200
iptables -A INPUT -s 10.0.0.0/8 -p tcp -j DROP
iptables -A INPUT ! -s 10.0.0.0/8 ! -p udp ! -f ! -i eth0 -j REJECT
iptables -A INPUT -p 200 -f -i verylongname1+ -c 5 420
iptables -A INPUT -p tcp --dport 80 -m comment --comment "two words" -j LOG --log-prefix "in: "
iptables -A INPUT -p udp -m udp --sport 53 --dport 1024:65535 -c 99999 99999
iptables -A INPUT -p udp ! --sport 53:54 -c 100000 100000
iptables -A FORWARD -i + -o + -c 9999499 9999500
iptables -A FORWARD ! -i + -c 9999499999 9999500000
iptables -A FORWARD -c 9999499999999 9999500000000
iptables -A FORWARD -c 9999499999999999 99995000000000000
iptables -P FORWARD DROP -c 123456 12345678901
iptables -A OUTPUT -j LONG_CHAIN_NAME_OF_28_CHARS_
iptables -L
iptables -L -n
iptables -L -v
iptables -n -v -L
iptables -nvxL
iptables -L -x
iptables -L --line-numbers
iptables -L -n -v --line-numbers
iptables -L INPUT 3 -n -v
iptables -L INPUT -n
iptables -L A -n -v -x --line-numbers
iptables -S -v
iptables -v -A FORWARD -s 1.2.3.4 -p tcp --dport 80 -j LOG
iptables -v -I FORWARD -g A -i eth0 ! -d 10/8 -p 200
iptables -v -C FORWARD -g A -i eth0 ! -d 10/8 -p 200
iptables -v -D FORWARD -s 1.2.3.4 -p tcp --dport 80 -j LOG
iptables -v -R FORWARD 1 -j A
iptables -t nat -L -n -v
