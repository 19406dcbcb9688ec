@NullMarked
package dev.strait.spring;

import org.jspecify.annotations.NullMarked;
