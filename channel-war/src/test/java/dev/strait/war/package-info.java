/** Tests of applications in a WAR. */
@NullMarked
package dev.strait.war;

import org.jspecify.annotations.NullMarked;
