/** Deploys generated endpoints in a WAR, without a line of the application's. */
@NullMarked
package dev.strait.war;

import org.jspecify.annotations.NullMarked;
