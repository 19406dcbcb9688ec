/** Tests of the test kit, and of what kits show best: time, threads and events of a hub. */
@NullMarked
package dev.strait.tests.kit;

import org.jspecify.annotations.NullMarked;
