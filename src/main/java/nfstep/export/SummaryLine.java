package nfstep.export;

import nfstep.trace.PacketStory;

/** A packet in one line. */
final class SummaryLine {
    private SummaryLine() {}

    /** The packet, its way and what became of it. */
    static String of(PacketStory story) {
        return heading(story) + "; " + story.path() + "; " + story.verdict();
    }

    /** The packet as it was sent, and what it answers. */
    static String heading(PacketStory story) {
        String answers = story.answers() == 0 ? "" : " (answers packet " + story.answers() + ")";
        return "packet " + story.packet() + ": " + story.skb().packet() + answers;
    }

    /** One end of its way; uncertain where it met what nfstep does not model. */
    static String closing(PacketStory story, PacketStory.Ending end) {
        String text = end.delivered()
                ? "packet " + story.packet() + " is delivered in " + end.namespace() + " to " + end.text()
                : "packet " + story.packet() + " is DROPPED in " + end.namespace() + " by " + end.place() + ": "
                        + end.text();
        return story.isCertain() ? text : "UNCERTAIN: " + text + " (" + String.join("; ", story.doubts()) + ")";
    }
}
