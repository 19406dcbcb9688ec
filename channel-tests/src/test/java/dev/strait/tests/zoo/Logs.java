package dev.strait.tests.zoo;

import dev.strait.Channel;

/** A contract whose types all stand elsewhere. */
@SuppressWarnings({"STRAIT-182", "STRAIT-183"})
@Channel(value = "/ws/logs", toServer = Upstream.class, toClient = Downstream.class, room = Upstream.Source.class)
interface Logs {}
