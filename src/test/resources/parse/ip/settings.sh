sysctl -w net.ipv4.conf.all.rp_filter=0 net.ipv4.conf.default.rp_filter=0
sysctl net.ipv4.ip_forward net.ipv4.ip_default_ttl net.ipv4.icmp_ratelimit net.ipv4.icmp_ratemask
sysctl net.ipv4.icmp_msgs_per_sec net.ipv4.icmp_msgs_burst net.ipv4.icmp_echo_ignore_all net.ipv4.icmp_echo_ignore_broadcasts
sysctl net.ipv4.icmp_errors_use_inbound_ifaddr net.ipv4.fwmark_reflect net.ipv4.ip_forward_update_priority
sysctl net.ipv4.ip_forward_use_pmtu net.ipv4.ip_no_pmtu_disc
sysctl net.ipv6.icmp.echo_ignore_all net.ipv6.icmp.echo_ignore_multicast net.ipv6.icmp.ratelimit
sysctl net.bridge.bridge-nf-call-iptables net.bridge.bridge-nf-call-ip6tables net.bridge.bridge-nf-call-arptables
sysctl net.netfilter.nf_conntrack_acct net.netfilter.nf_conntrack_checksum net.netfilter.nf_conntrack_log_invalid
sysctl net.netfilter.nf_conntrack_max
sysctl net.netfilter.nf_conntrack_tcp_be_liberal net.netfilter.nf_conntrack_tcp_ignore_invalid_rst net.netfilter.nf_conntrack_tcp_loose net.netfilter.nf_conntrack_tcp_max_retrans
sysctl net.netfilter.nf_conntrack_generic_timeout net.netfilter.nf_conntrack_gre_timeout net.netfilter.nf_conntrack_gre_timeout_stream
sysctl net.netfilter.nf_conntrack_icmp_timeout net.netfilter.nf_conntrack_icmpv6_timeout
sysctl net.netfilter.nf_conntrack_sctp_timeout_closed net.netfilter.nf_conntrack_sctp_timeout_cookie_echoed net.netfilter.nf_conntrack_sctp_timeout_cookie_wait
sysctl net.netfilter.nf_conntrack_sctp_timeout_established net.netfilter.nf_conntrack_sctp_timeout_heartbeat_sent
sysctl net.netfilter.nf_conntrack_sctp_timeout_shutdown_ack_sent net.netfilter.nf_conntrack_sctp_timeout_shutdown_recd net.netfilter.nf_conntrack_sctp_timeout_shutdown_sent
sysctl net.netfilter.nf_conntrack_tcp_timeout_close net.netfilter.nf_conntrack_tcp_timeout_close_wait net.netfilter.nf_conntrack_tcp_timeout_established
sysctl net.netfilter.nf_conntrack_tcp_timeout_fin_wait net.netfilter.nf_conntrack_tcp_timeout_last_ack net.netfilter.nf_conntrack_tcp_timeout_max_retrans
sysctl net.netfilter.nf_conntrack_tcp_timeout_syn_recv net.netfilter.nf_conntrack_tcp_timeout_syn_sent net.netfilter.nf_conntrack_tcp_timeout_time_wait net.netfilter.nf_conntrack_tcp_timeout_unacknowledged
sysctl net.netfilter.nf_conntrack_udp_timeout net.netfilter.nf_conntrack_udp_timeout_stream
ip link add b0 type bridge
sysctl net.ipv4.conf.all.accept_local net.ipv4.conf.all.accept_source_route net.ipv4.conf.all.bc_forwarding net.ipv4.conf.all.drop_unicast_in_l2_multicast
sysctl net.ipv4.conf.all.forwarding net.ipv4.conf.all.ignore_routes_with_linkdown net.ipv4.conf.all.promote_secondaries net.ipv4.conf.all.route_localnet
sysctl net.ipv4.conf.all.rp_filter net.ipv4.conf.all.send_redirects net.ipv4.conf.all.shared_media net.ipv4.conf.all.src_valid_mark
sysctl net.ipv4.conf.b0.accept_local net.ipv4.conf.b0.accept_source_route net.ipv4.conf.b0.bc_forwarding net.ipv4.conf.b0.drop_unicast_in_l2_multicast
sysctl net.ipv4.conf.b0.forwarding net.ipv4.conf.b0.ignore_routes_with_linkdown net.ipv4.conf.b0.promote_secondaries net.ipv4.conf.b0.route_localnet
sysctl net.ipv4.conf.b0.rp_filter net.ipv4.conf.b0.send_redirects net.ipv4.conf.b0.shared_media net.ipv4.conf.b0.src_valid_mark
sysctl net.ipv6.conf.b0.disable_ipv6 net.ipv6.conf.b0.forwarding net.ipv6.conf.b0.hop_limit net.ipv6.conf.b0.ignore_routes_with_linkdown
sysctl net.ipv6.conf.all.disable_ipv6 net.ipv6.conf.all.forwarding net.ipv6.conf.all.hop_limit net.ipv6.conf.default.hop_limit
sysctl -w net.ipv4.conf.all.rp_filter=0 net.ipv4.conf.default.rp_filter=1 net.ipv4.conf.default.route_localnet=1
sysctl net.ipv4.conf.b0.rp_filter net.ipv4.conf.b0.route_localnet net.ipv4.conf.lo.rp_filter
ip link add b1 type bridge
ip addr add 10.0.0.1/24 dev b0
sysctl -w net.ipv4.conf.default.rp_filter=2 net.ipv4.conf.default.route_localnet=0
sysctl net.ipv4.conf.b0.rp_filter net.ipv4.conf.b1.rp_filter net.ipv4.conf.b0.route_localnet net.ipv4.conf.b1.route_localnet
sysctl -w net.ipv4.ip_forward=1
sysctl net.ipv4.conf.all.forwarding net.ipv4.conf.default.forwarding net.ipv4.conf.b0.forwarding net.ipv4.conf.lo.forwarding
sysctl -w net.ipv4.conf.default.forwarding=0
sysctl -w net.ipv4.conf.b0.forwarding=0
sysctl -w net.ipv4.ip_forward=1
sysctl net.ipv4.conf.all.forwarding net.ipv4.conf.default.forwarding net.ipv4.conf.b0.forwarding net.ipv4.conf.b1.forwarding
sysctl -w net.ipv4.ip_forward=7
sysctl net.ipv4.conf.all.forwarding net.ipv4.conf.default.forwarding net.ipv4.conf.b0.forwarding net.ipv4.conf.b1.forwarding
sysctl -w net.ipv6.conf.b0.forwarding=1
sysctl -w net.ipv6.conf.all.forwarding=0
sysctl net.ipv6.conf.default.forwarding net.ipv6.conf.b0.forwarding net.ipv6.conf.b1.forwarding
ip link set b0 name br.7
sysctl net.ipv4.conf.br/7.rp_filter
sysctl net/ipv4/conf/br.7/rp_filter
sysctl -n net.ipv4.conf.br/7.rp_filter
sysctl -qw net.ipv4.conf.br/7.rp_filter=2
sysctl net.ipv4.conf.br/7.rp_filter
