# conditions that every rule has a place for
iptables -A FORWARD -s 10/8 -j ACCEPT
iptables -A FORWARD -s 1.2.3.4/255.0.255.0 -d 0x0a.010.1.2 -j DROP
iptables -A FORWARD ! -s 10.1.2.3/8 ! -d 1.2.3.4 -j ACCEPT
iptables -A FORWARD ! -s any/0
iptables -A FORWARD -s any/0 -i + -o + -p all -j ACCEPT
iptables -A FORWARD ! -i + -j ACCEPT
iptables -A FORWARD -s 1.2.3.4/0.0.0.255
iptables -A FORWARD -s 1.2.3.4/0.0.0.0
iptables -A FORWARD -s 1.2.3.4/0x18
iptables -A FORWARD -p 6 ! -f -i eth+ ! -o lo -j RETURN
iptables -A FORWARD -p 200
iptables -A FORWARD -p 0
iptables -A FORWARD -p 4
iptables -A FORWARD -p icmpv6
iptables -A FORWARD -p 58
iptables -A FORWARD -p igmp
iptables -A FORWARD ! -p GRE
iptables -A FORWARD -p 0x11
iptables -A FORWARD -p 021
iptables -A FORWARD --proto TCP --sourc 1.2.3.4 --jump=DROP
iptables -A FORWARD -ptcp ! --dport 80 -jDROP
iptables -A FORWARD -s 1.1.1.1,2.2.2.2 -d 3.3.3.3,4.4.4.4 -j DROP
iptables -I FORWARD -s 1.1.1.1,2.2.2.2/16 -j DROP
iptables -I FORWARD 2 -s 5.5.5.5,6.6.6.6 -j DROP
iptables -D FORWARD -s 5.5.5.5,6.6.6.6 -j DROP
iptables -D FORWARD -s 5.5.5.5,6.6.6.6 -j DROP
iptables -C FORWARD -s 1.1.1.1,2.2.2.2 -d 3.3.3.3,4.4.4.4 -j DROP
iptables -C FORWARD -s 1.1.1.1,2.2.2.3 -d 3.3.3.3,4.4.4.4 -j DROP
iptables -A FORWARD -c 3 84 -j ACCEPT
iptables -A FORWARD -c 3,84
iptables -I FORWARD -c 99999 100000 -j ACCEPT
iptables -R FORWARD 2 -c 12345678 9999499
iptables -R FORWARD 3 -s 9.9.9.9 -c 12345678901 999949949999
iptables -D FORWARD 4
iptables -P FORWARD DROP -c 5 6
iptables -P FORWARD ACCEPT
iptables -w 3 -4 -A OUTPUT -o lo
iptables -w -A OUTPUT ! -o lo
iptables -w5 -A OUTPUT -d 1.2.3.4
iptables --wait=5 -A OUTPUT -d 1.2.3.4/31
iptables -t nat -A OUTPUT -d 1.2.3.4/31
iptables -A INPUT -i a/b
iptables -A INPUT -i abcdefghijklmno
iptables -A INPUT -i abcdefghijklmn+
iptables -A INPUT -i eth0:1
iptables -A INPUT ! -i eth0.5 ! -f -s 10.0.0.0/8
iptables -A INPUT --src 1.2.3.4 --dst 1.2.3.5 --in-interface x --fragments
iptables -A INPUT --source 1.2.3.4 --destination 1.2.3.5 --in x --frag -g
iptables -S
iptables -S -v
iptables -S FORWARD 3
iptables -S FORWARD 3 -v
iptables -S OUTPUT
