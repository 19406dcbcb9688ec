/** The model of a contract. It depends neither on how contracts are parsed nor on what is generated from them. */
@NullMarked
package dev.strait.processor.model;

import org.jspecify.annotations.NullMarked;
