package nfstep.packet;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Port numbers that have a name in Debian's /etc/services: iptables takes and prints these names. */
public final class Services {
    private static final Map<String, Integer> PORTS = new LinkedHashMap<>();
    private static final Map<String, String> NAMES = new LinkedHashMap<>();

    // the first name of a port is the one that is printed, aliases follow
    static {
        enter(
                "tcp",
                "tcpmux 1 echo 7 discard 9 systat 11 daytime 13 netstat 15 qotd 17 chargen 19 ftp-data 20 ftp 21 "
                        + "ssh 22 telnet 23 smtp 25 time 37 whois 43 tacacs 49 domain 53 gopher 70 finger 79 http 80 "
                        + "kerberos 88 iso-tsap 102 acr-nema 104 pop3 110 sunrpc 111 auth 113 nntp 119 epmap 135 "
                        + "netbios-ssn 139 imap2 143 snmp 161 snmp-trap 162 cmip-man 163 bgp 179 ldap 389 https 443 "
                        + "snpp 444 microsoft-ds 445 kpasswd 464 submissions 465 saft 487 rtsp 554 nqs 607 "
                        + "qmqp 628 ipp 631 ldaps 636 rsync 873 ftps-data 989 ftps 990 telnets 992 imaps 993 pop3s 995 "
                        + "exec 512 login 513 shell 514 printer 515 nntps 563 submission 587 domain-s 853 socks 1080 "
                        + "openvpn 1194 ms-sql-s 1433 nfs 2049 git 9418 mysql 3306 svn 3690 sip 5060 sip-tls 5061 "
                        + "xmpp-client 5222 xmpp-server 5269 postgresql 5432 amqp 5672 x11 6000 redis 6379 http-alt 8080 "
                        + "puppet 8140 zabbix-agent 10050 zabbix-trapper 10051 amqps 5671");
        enter(
                "udp",
                "echo 7 discard 9 daytime 13 chargen 19 fsp 21 time 37 tacacs 49 domain 53 bootps 67 bootpc 68 "
                        + "tftp 69 kerberos 88 sunrpc 111 ntp 123 netbios-ns 137 netbios-dgm 138 snmp 161 snmp-trap 162 "
                        + "cmip-man 163 xdmcp 177 ldap 389 svrloc 427 https 443 kpasswd 464 isakmp 500 "
                        + "biff 512 who 513 syslog 514 talk 517 ntalk 518 route 520 rtsp 554 ldaps 636 "
                        + "domain-s 853 openvpn 1194 ms-sql-m 1434 l2f 1701 radius 1812 radius-acct 1813 nfs 2049 "
                        + "ipsec-nat-t 4500 sip 5060 sip-tls 5061 mdns 5353");
        enter("sctp", "amqp 5672");
        enter(
                "tcp",
                "mail 25 www 80 sink 9 null 9 krb5 88 pop-3 110 portmapper 111 readnews 119 "
                        + "loc-srv 135 imap 143 snmptrap 162 smtps 465 ssmtp 465 urd 465 snntp 563 cmd 514 spooler 515 "
                        + "jabber-client 5222 jabber-server 5269 x11-0 6000 webcache 8080 subversion 3690 ttytst 19 source 19");
        enter(
                "udp",
                "sink 9 null 9 krb5 88 portmapper 111 snmptrap 162 comsat 512 whod 513 router 520 routed 520 "
                        + "l2tp 1701 fspd 21 ttytst 19 source 19");
    }

    private Services() {}

    /** The port of a name, for a protocol by its name. */
    public static OptionalInt port(String name, String protocol) {
        Integer port = PORTS.get(key(protocol, name));
        return port == null ? OptionalInt.empty() : OptionalInt.of(port);
    }

    /** The name of a port, for a protocol by its name. */
    public static Optional<String> name(int port, String protocol) {
        return Optional.ofNullable(NAMES.get(key(protocol, Integer.toString(port))));
    }

    private static void enter(String protocol, String table) {
        String[] words = table.split(" ", -1);
        for (int i = 0; i < words.length; i += 2) {
            PORTS.put(key(protocol, words[i]), Integer.parseInt(words[i + 1]));
            NAMES.putIfAbsent(key(protocol, words[i + 1]), words[i]);
        }
    }

    private static String key(String protocol, String name) {
        return protocol.toLowerCase(Locale.ROOT) + "/" + name;
    }
}
