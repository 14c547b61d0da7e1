package nfstep.host;

/** One end of a veth pair: a device index within a namespace. */
public record LinkEnd(String namespace, int index) {}
