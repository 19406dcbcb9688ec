/** Tests of the generated clients for Java. In the package of their base, to give them a clock that is moved by hand. */
package dev.strait.client;
