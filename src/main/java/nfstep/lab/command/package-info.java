/**
 * The commands of the lab language, one file each, and what they are told apart by.
 *
 * <p>Part of {@code lab}. Decision: a command is read before anything runs and carried out later, so that a mistake at
 * the end of a lab is told before its beginning runs.
 */
@NullMarked
package nfstep.lab.command;

import org.jspecify.annotations.NullMarked;
