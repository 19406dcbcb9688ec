/** The annotation processor: it parses contracts into a model, checks the model and generates files from it. */
@NullMarked
package dev.strait.processor;

import org.jspecify.annotations.NullMarked;
