package nfstep.rules;

/** A network device as rules see it: its index and name. */
public record Device(int index, String name) {}
