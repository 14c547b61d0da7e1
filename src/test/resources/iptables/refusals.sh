# what is wrong on a command line
iptables -A INPUT -s ! 1.2.3.4
iptables -A INPUT -i
iptables -A INPUT -i ''
iptables -A INPUT -p foo
iptables -A INPUT -p 256
iptables -A INPUT -p ''
iptables -A INPUT ! -p all
iptables -A INPUT ! -p 0
iptables -A INPUT -j
iptables -A INPUT -j ''
iptables -A INPUT --dport 80
iptables -A INPUT -p tcp --dport
iptables -A INPUT -p tcp --dpo 80
iptables -A INPUT -p tcp --foo
iptables -A INPUT -m foo
iptables -A INPUT ! -m tcp
iptables -A INPUT ! -j DROP
iptables -A INPUT -s 1.2.3.4 -s 1.2.3.4
iptables -A INPUT ! ! -s 1.2.3.4
iptables -A INPUT -s 1.2.3.4 !
iptables ! -A INPUT
iptables -A INPUT -A INPUT
iptables -A INPUT -D INPUT
iptables -s 1.2.3.4
iptables
iptables -A
iptables -A INPUT foo
iptables -A INPUT -- foo
iptables -A INPUT --
iptables -A INPUT -
iptables -A INPUT -n
iptables -A INPUT --line-numbers
iptables -D INPUT 1 -j DROP
iptables -D INPUT 0
iptables -D INPUT abc
iptables -D INPUT 0x1
iptables -D INPUT -c 1 2
iptables -L INPUT -j DROP
iptables -o eth0 -A INPUT
iptables -i eth0 -A OUTPUT
iptables -i eth0 -A POSTROUTING
iptables -t nat -o eth0 -A PREROUTING
iptables -N OUT
iptables -i eth0 -A OUT
iptables -A INPUT -i abcdefghijklmnopq
iptables -A INPUT -s 1.2.3.4/33
iptables -A INPUT -s 1.2.3.4/-1
iptables -A INPUT -s 1.2.3.4/
iptables -A INPUT -s 1.2.3.4/255.255
iptables -A INPUT -s 1.2.3.256
iptables -A INPUT -s 1.2.3.4.5
iptables -A INPUT -s 1.2.3.08
iptables -A INPUT -s ''
iptables -A INPUT -s 1.2.3.4,
iptables -A INPUT -s ::1
iptables -A INPUT -s foo.invalid
iptables -A INPUT ! -s 1.2.3.4,2.3.4.5
iptables -A INPUT ! -s 1.2.3.4 -d 1.2.3.4,2.3.4.5
iptables -A INPUT
iptables -R INPUT 1 -s 1.2.3.4,2.3.4.5
iptables -R INPUT -j DROP
iptables -A INPUT -c 1
iptables -A INPUT -c x 1
iptables -A INPUT -c 1 x
iptables -A INPUT -w x
iptables -A INPUT -6
iptables -A INPUT -m comment -m
iptables -A INPUT --s 1.2.3.4
iptables -A INPUT --numeric=5
iptables -N
iptables -N DROP
iptables -N LOG
iptables -N -x
iptables -N !x
iptables -N ''
iptables -N 'a b'
iptables -E A
iptables -P INPUT
iptables -X A B
iptables -F A B
iptables -L A B
iptables -A INPUT -j DROP -j ACCEPT
iptables -A INPUT -g OUT -j DROP
iptables -A INPUT -j OUT -g OUT
iptables -A INPUT -j LOG --log-foo
iptables --log-prefix x -A INPUT -j LOG
iptables -A INPUT -j accept
iptables -A INPUT -j 123456789012345678901234567890
iptables -t foo -L
iptables -t -L
iptables -Lnv
iptables -nvL
iptables -vLn
iptables -nLINPUT
iptables -V
iptables -L -n -n
iptables -L -v -x -n --line-numbers OUTPUT
iptables -L --line
iptables -S -n
iptables -F -x
iptables -N NEW -j DROP
iptables -P INPUT ACCEPT -s 1.2.3.4
iptables -P INPUT ACCEPT -c 1 2
iptables -Z -c 1 2
iptables -k
iptables -A INPUT -k
iptables -A INPUT -p tcp -k
iptables -A INPUT -p tcp -m tcp --dport 80 --foo
