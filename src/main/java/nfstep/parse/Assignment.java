package nfstep.parse;

import nfstep.source.Span;

/** {@code NAME=value} before a command. */
public record Assignment(String name, String value, Span span) {}
