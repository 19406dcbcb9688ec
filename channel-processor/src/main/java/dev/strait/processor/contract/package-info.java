/** What a contract means on the wire, apart from Java: in canonical form, and held against what it was before. */
@NullMarked
package dev.strait.processor.contract;

import org.jspecify.annotations.NullMarked;
