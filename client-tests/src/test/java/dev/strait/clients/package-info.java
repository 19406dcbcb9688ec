/** Tests of the generated clients: the same scenarios for all of them, from one file. */
package dev.strait.clients;
