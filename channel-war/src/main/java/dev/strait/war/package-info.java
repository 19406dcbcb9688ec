/** Deploys generated endpoints in a WAR, without code in the application. */
@NullMarked
package dev.strait.war;

import org.jspecify.annotations.NullMarked;
