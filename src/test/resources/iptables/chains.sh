# chains, their names and what leads to them
iptables -N A
iptables -N A
iptables -N B
iptables -N b
iptables -N Z-1_.x/y
iptables -N 1234567890123456789012345678
iptables -N 12345678901234567890123456789
iptables -A A -j INPUT
iptables -A A -j FOO
iptables -I A -g FOO
iptables -A A -g INPUT
iptables -A A -g ACCEPT
iptables -A FOO -j DROP
iptables -A INPUT -j A
iptables -A INPUT -g b
iptables -X A
iptables -X b
iptables -A B -j A
iptables -F A
iptables -X
iptables -X INPUT
iptables -X NOPE
iptables -E A C
iptables -E INPUT D
iptables -E NOPE D
iptables -E C B
iptables -E C ACCEPT
iptables -A C -j B
iptables -A C -j C
iptables -D INPUT 5
iptables -D NOPE 1
iptables -I INPUT 3 -j C
iptables -I INPUT 4 -j DROP
iptables -I INPUT 5 -j DROP
iptables -I INPUT 0 -j C
iptables -R INPUT 3 -j C
iptables -R INPUT 9 -j C
iptables -P INPUT RETURN
iptables -P C DROP
iptables -P NOPE DROP
iptables -P INPUT DROP
iptables -D INPUT -j QUEUE
iptables -A INPUT -j QUEUE
iptables -D NOPE -j DROP
iptables -C NOPE -j DROP
iptables -C INPUT -j C
iptables -C INPUT -j D
iptables -Z NOPE
iptables -Z INPUT 7
iptables -Z INPUT 2
iptables -Z
iptables -v -Z
iptables -v -Z INPUT
iptables -L -Z
iptables -L -Z -v
iptables -L -Z INPUT 1
iptables -Z INPUT 1 -L
iptables -S -Z
iptables -F NOPE
iptables -L NOPE
iptables -S NOPE
iptables -L INPUT 7
iptables -S INPUT 7
iptables -N L1
iptables -N L2
iptables -A L1 -j L2
iptables -A L2 -j L1
iptables -A INPUT -j L1
iptables -A OUTPUT -j ACCEPT
iptables -A OUTPUT -j L1
iptables -D OUTPUT 1
iptables -A FORWARD -j RETURN
iptables -A FORWARD -j L1
iptables -I FORWARD -s 1.2.3.4 -j ACCEPT
iptables -D FORWARD -j RETURN
iptables -v -F INPUT
iptables -v -X L1
iptables -v -F
iptables -v -X
iptables -S
iptables -t nat -N A
iptables -t nat -A A -j DROP
iptables -t nat -P PREROUTING DROP
iptables -t nat -A PREROUTING -j A
iptables -t mangle -P POSTROUTING DROP
iptables -t mangle -N LOG
iptables -t mangle -E A B
iptables -t security -S
iptables -t raw -X
