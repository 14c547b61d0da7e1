/**
 * Lexer, token stream and suggestions shared by the parsers of its sub-packages.
 *
 * <p>Seen by: trace, lab and above; sees source to state.
 *
 * <p>Decision: a parser returns a value with diagnostics and never skips in silence what it does not know.
 */
@NullMarked
package nfstep.parse;

import org.jspecify.annotations.NullMarked;
