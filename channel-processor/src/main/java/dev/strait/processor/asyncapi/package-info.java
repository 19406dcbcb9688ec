/** Describes a channel as an AsyncAPI document. */
package dev.strait.processor.asyncapi;
